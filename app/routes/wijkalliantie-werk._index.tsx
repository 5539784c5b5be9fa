import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { SpendingList } from '#app/components/alliance/spending-list.tsx';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { readsAllianceWork } from '#app/modules/alliances/policy.ts';
import { allianceWork } from '#app/modules/alliances/queries/alliance-work.query.server.ts';

export const loader = guardLoader(readsAllianceWork, async ({ database, actor, now }) =>
  allianceWork(database, actor, now),
);

export const meta = pageTitle<typeof loader>((t) => t('alliances:work.title'));

export default function AllianceWorkPage() {
  const { alliances, toAnswer, toConfirm, mine, others, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation('alliances');
  const several = alliances.length > 1;
  const lists = [
    { key: 'toConfirm', lines: toConfirm },
    { key: 'mine', lines: mine },
    { key: 'others', lines: others },
    { key: 'done', lines: done },
  ] as const;
  const proposing = alliances.filter(({ mayPropose }) => mayPropose);
  return (
    <Page>
      <PageHeader
        title={t('work.title')}
        lead={t('work.lead')}
        tone="plain"
        actions={
          proposing.length === 0
            ? undefined
            : proposing.map(({ slug, name }) => (
                <ButtonLink key={slug} href={`/wijkalliantie-werk/nieuw/${slug}`} icon="plus">
                  {t('work.propose')}
                  {proposing.length > 1 ? (
                    <>
                      {' '}
                      <Quoting text={t('work.proposeFor', { name })} written={name} />
                    </>
                  ) : null}
                </ButtonLink>
              ))
        }
      />
      {proposing.length === 0 ? (
        <ReadingAlong />
      ) : (
        <Section title={t('work.toAnswer')}>
          {toAnswer.length === 0 ? (
            <EmptyState title={t('work.toAnswerNone')} stampId="niets-te-antwoorden" />
          ) : (
            <SpendingList caption={t('work.toAnswer')} lines={toAnswer} withAlliance={several} />
          )}
        </Section>
      )}
      {lists.map(({ key, lines }) =>
        lines.length === 0 ? null : (
          <Section key={key} title={t(`work.${key}`)}>
            <SpendingList caption={t(`work.${key}`)} lines={lines} withAlliance={several} />
          </Section>
        ),
      )}
      <Section title={t(several ? 'work.all' : 'work.alliances')}>
        {alliances.length === 0 ? <p>{t('work.none')}</p> : null}
        <ul className="flex flex-col gap-4">
          {alliances.map(({ slug, name, maySetHouseholds }) => (
            <li key={slug}>
              <p className="font-semibold">
                <Written>{name}</Written>
              </p>
              <p className="flex flex-wrap gap-x-6">
                <a href={`/wijkallianties/${slug}`} className="inline-flex min-h-11 items-center">
                  {t('work.page')}
                </a>
                {maySetHouseholds ? (
                  <a href={`/wijkalliantie-werk/huishoudens/${slug}`} className="inline-flex min-h-11 items-center">
                    {t('work.households')}
                  </a>
                ) : null}
              </p>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}
