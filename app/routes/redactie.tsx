import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DateText } from '#app/components/content/date-text.tsx';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { readsTexts, writesTexts } from '#app/modules/programme/policy.ts';
import { bodyTextLines } from '#app/modules/programme/queries/body-texts.query.server.ts';
import { criteriaSets } from '#app/modules/scoring/queries/criteria-list.query.server.ts';

export const loader = guardLoader(readsTexts, async ({ database, actor, locale }) => {
  const [bodies, sets] = await Promise.all([bodyTextLines(database, actor), criteriaSets(database, actor, locale)]);
  const mayChange = writesTexts(actor).ok;
  return {
    bodies,
    sets: sets
      .filter(({ canWrite }) => canWrite || !mayChange)
      .map(({ slug, title, body, versions: [newest], canWrite }) => ({
        slug,
        title,
        bodyName: body.name,
        canWrite,
        version: newest?.version ?? null,
        isDraft: newest !== undefined && newest.frozenOn === null,
      })),
    mayChange,
  };
});

export const meta = pageTitle<typeof loader>((t) => t('programme:desk.title'));

/** A line of a list on this desk: what it is, how it stands, and the way to change it. */
const line = 'flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line py-3';

export default function EditorsDesk() {
  const { bodies, sets, mayChange } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['programme', 'searchWords']);
  return (
    <Page width="form">
      <PageHeader title={t('desk.title')} lead={t('desk.lead')} tone="sand" stampId="redactie" />
      {mayChange ? null : <ReadingAlong />}
      <Section title={t('desk.criteria')} lead={t('desk.criteriaText')}>
        {sets.length === 0 ? <p>{t('desk.criteriaNone')}</p> : null}
        <ul>
          {sets.map(({ slug, title, bodyName, canWrite, version, isDraft }) => (
            <li key={slug} className={line}>
              <div className="min-w-0 flex-1 basis-64">
                <a href={`/criteria/${slug}`} className="inline-block py-1 font-semibold">
                  <Written>{title}</Written>
                </a>
                <p className="text-sm text-ink-soft">
                  <Written>{bodyName}</Written>
                  {version === null ? null : `. ${t(isDraft ? 'desk.versionDraft' : 'desk.versionUsed', { version })}`}
                </p>
              </div>
              {canWrite ? (
                <ButtonLink href={`/criteria/${slug}/nieuwe-versie`} tone="quiet" icon="edit">
                  {t(isDraft ? 'desk.changeVersion' : 'desk.newVersion')}
                  <span className="sr-only">
                    {' '}
                    <Written>{title}</Written>
                  </span>
                </ButtonLink>
              ) : null}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('desk.bodies')} lead={t('desk.bodiesText')}>
        <ul>
          {bodies.map(({ slug, name, rewrittenAt, mayWrite }) => (
            <li key={slug} className={line}>
              <div className="min-w-0 flex-1 basis-64">
                <a href={`/opgaveteams/${slug}`} className="inline-block py-1 font-semibold">
                  <Written>{name}</Written>
                </a>
                <p className="text-sm text-ink-soft">
                  {rewrittenAt === null ? (
                    t('texts.fromPapers')
                  ) : (
                    <>
                      {t('desk.rewritten')} <DateText value={rewrittenAt} format="day" />
                    </>
                  )}
                </p>
              </div>
              <ButtonLink href={`/opgaveteams/${slug}/tekst`} tone="quiet" icon={mayWrite ? 'edit' : undefined}>
                {t(mayWrite ? 'desk.changeText' : 'desk.readText')}
                <span className="sr-only">
                  {' '}
                  <Written>{name}</Written>
                </span>
              </ButtonLink>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('searchWords:title')} lead={t('searchWords:text')}>
        <ButtonLink href="/beheer/zoekwoorden" tone="quiet" icon={mayChange ? 'edit' : undefined}>
          {t('searchWords:title')}
        </ButtonLink>
      </Section>
    </Page>
  );
}
