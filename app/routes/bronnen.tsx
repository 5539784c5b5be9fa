import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { DateText } from '#app/components/content/date-text.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { papersView } from '#app/modules/overview/queries/papers.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database }) => ({ papers: await papersView(database) }));

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>(
  (t) => t('programme:papers.title'),
  (t) => t('programme:papers.description'),
);

export default function Papers() {
  const { papers } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programme');
  return (
    <Page>
      <PageHeader title={t('papers.title')} lead={t('papers.lead')} tone="water" />
      {papers.length === 0 ? <p>{t('papers.none')}</p> : null}
      <ul className="flex flex-col gap-10">
        {papers.map((paper) => (
          <li key={paper.key} id={paper.key} className="grid gap-x-10 gap-y-2 md:grid-cols-[12rem_1fr]">
            <p className="text-ink-soft md:pt-1">
              {paper.date === null ? t('papers.undated') : <DateText value={paper.date} format="day" />}
            </p>
            <div className="min-w-0">
              <h2 className="text-xl">
                <Written>{paper.title}</Written>
              </h2>
              {paper.taken.length === 0 ? <p className="mt-1 text-ink-soft">{t('papers.nothing')}</p> : null}
              {paper.taken.map(({ kind, facts }) => (
                <details key={kind} className="mt-1">
                  <summary className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4">
                    {t(`papers.kind.${kind}`)} ({facts.length})
                  </summary>
                  <ul className="prose mt-1 mb-3 list-[square] pl-6">
                    {facts.map(({ label, href }) => (
                      <li key={`${label}${href ?? ''}`}>
                        <Written>{href === null ? label : <a href={href}>{label}</a>}</Written>
                      </li>
                    ))}
                  </ul>
                </details>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Page>
  );
}
