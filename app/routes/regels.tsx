import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PaperLink } from '#app/components/overview/body-people.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { eligibilityRules } from '#app/modules/programme/queries/eligibility-rules.query.server.ts';
import { submissionRules } from '#app/modules/programme/queries/settings.query.server.ts';
import { regulatedSubmitters } from '#app/modules/programme/setting.ts';

export const loader = guardLoader(everyone, async ({ database, locale }) => {
  const [rules, submitters] = await Promise.all([eligibilityRules(database, locale), submissionRules(database)]);
  return { rules, submitters };
});

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>(
  (t) => t('programme:rules.title'),
  (t) => t('programme:rules.description'),
);

export default function Rules() {
  const { rules, submitters } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programme');
  return (
    <Page width="reading">
      <PageHeader title={t('rules.title')} lead={t('rules.lead')} tone="water" />
      {rules.length === 0 ? (
        <p>{t('rules.none')}</p>
      ) : (
        <ol className="flex flex-col gap-8">
          {rules.map((rule, index) => (
            <li key={rule.slug} id={rule.slug} className="grid grid-cols-[auto_1fr] gap-x-5">
              <span
                aria-hidden="true"
                className="tabular grid size-11 place-items-center rounded-sm bg-tint-water text-lg font-bold text-water"
              >
                {index + 1}
              </span>
              <div className="pt-1.5">
                <p className="text-lg">{rule.text}</p>
                {rule.source === null ? null : (
                  <p className="mt-1 text-sm text-ink-soft">
                    {t('body.source')}: <PaperLink paper={rule.source} />
                  </p>
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
      <Section title={t('rules.submitters')}>
        <ul className="prose">
          {regulatedSubmitters.map((submitter) => (
            <li key={submitter}>{t(`rules.submittersText.${submitter}.${submitters[submitter]}`)}</li>
          ))}
        </ul>
      </Section>
      <p>
        {t('rules.after')} <a href="/opgaveteams">{t('rules.bodies')}</a>
      </p>
    </Page>
  );
}
