import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DateText } from '#app/components/content/date-text.tsx';
import { Facts } from '#app/components/content/facts.tsx';
import { Written } from '#app/components/content/written.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { TwoColumns } from '#app/components/page/two-columns.tsx';
import { UndertakingAnswer } from '#app/components/undertaking/undertaking-answer.tsx';
import { UndertakingBadge } from '#app/components/undertaking/undertaking-badge.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { publicUndertaking } from '#app/modules/actions/queries/undertakings.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, params, now }) => {
  const undertaking = await publicUndertaking(database, params.number ?? '', now);
  if (undertaking === null) throw notFound();
  return { undertaking };
});

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>(
  (t, { undertaking: { number, body } }) => t('undertakings:page.eyebrow', { number, body: body.name }),
  (_t, { undertaking }) => undertaking.what.slice(0, 160),
);

export default function UndertakingOfAll() {
  const { undertaking } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation('undertakings');
  const { number, body, saidBy, toWhom, what, saidOn, saidAt, saidLink, dueOn, state, isLate } = undertaking;
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('title'), href: '/toezeggingen' }]} />}
        eyebrow={<Written>{t('page.eyebrow', { number, body: body.name })}</Written>}
        title={t('page.title', { toWhom: t(`toWhom.${toWhom}`) })}
        tone="sand"
        stampId={`toezegging-${String(number)}`}
      >
        <p className="mt-5">
          <UndertakingBadge state={state} isLate={isLate} />
        </p>
      </PageHeader>
      <TwoColumns
        asideLabel={t('page.said')}
        aside={
          <Facts
            facts={[
              { term: t('page.by'), value: <Written>{saidBy}</Written> },
              { term: t('page.to'), value: t(`toWhom.${toWhom}`) },
              { term: t('page.when'), value: <DateText value={saidOn} format="day" /> },
              { term: t('page.where'), value: <Written>{saidAt}</Written> },
              {
                term: t('page.due'),
                value: dueOn === null ? t('noDue') : <DateText value={dueOn} format="day" />,
              },
              {
                term: t('page.body'),
                value: <Written>{body.name}</Written>,
              },
            ]}
          />
        }
      >
        <Section title={t('page.said')}>
          <blockquote className="prose border-l-4 border-line-strong pl-4 whitespace-pre-line">
            <Written>{what}</Written>
          </blockquote>
          {saidLink === '' ? null : (
            <p className="mt-4">
              <a href={saidLink} rel="noreferrer nofollow" className="inline-block py-2">
                {t('page.link')}
              </a>
            </p>
          )}
        </Section>
        <Section title={t('page.became')}>
          {undertaking.answers.length === 0 ? (
            <Notice tone={isLate ? 'warning' : 'info'} title={t(isLate ? 'page.nothingLate' : 'page.nothing')}>
              <p>{t('page.next')}</p>
            </Notice>
          ) : (
            <div className="flex flex-col gap-4">
              {undertaking.answers.map((answer) => (
                <UndertakingAnswer key={answer.id} answer={answer} />
              ))}
            </div>
          )}
        </Section>
        {undertaking.wordings.length === 0 ? null : (
          <Section title={t('page.before')} lead={t('page.beforeLead')}>
            <ul className="flex flex-col gap-4">
              {undertaking.wordings.map(({ what: before, replacedAt }, index) => (
                <li key={index}>
                  <p className="text-sm text-ink-soft">
                    {t('page.beforeLine', { day: dateText(replacedAt, 'day', i18n.language) })}
                  </p>
                  <p className="max-w-prose">
                    <Written>{before}</Written>
                  </p>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </TwoColumns>
    </Page>
  );
}
