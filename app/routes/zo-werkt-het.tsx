import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { ProtectingRules, WayOfAPlan, type WayTerms } from '#app/components/overview/way-of-a-plan.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { moves } from '#app/modules/initiatives/stage.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** The terms come from the table by which the product itself counts. */
export const loader = guardLoader(everyone, () => {
  const terms: WayTerms = {
    check: moves.submit.nextDueInDays,
    answer: moves['ask-question'].nextDueInDays,
    plan: moves.accept.nextDueInDays,
    decide: moves['close-round'].nextDueInDays,
  };
  return { terms };
});

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>(
  (t) => t('about:way.title'),
  (t) => t('about:way.description'),
);

const more = [
  { key: 'rules', href: '/regels' },
  { key: 'bodies', href: '/opgaveteams' },
  { key: 'papers', href: '/bronnen' },
  { key: 'privacy', href: '/privacy' },
] as const;

export default function HowItWorks() {
  const { terms } = useLoaderData<typeof loader>();
  const { t } = useTranslation('about');
  return (
    <Page>
      <PageHeader
        title={t('way.title')}
        lead={t('way.lead')}
        stampId="zo-werkt-het"
        actions={<ButtonLink href="/initiatieven/nieuw">{t('way.submit')}</ButtonLink>}
      />
      <Section title={t('way.steps')}>
        <WayOfAPlan terms={terms} />
        <p className="mt-8 max-w-prose font-semibold">{t('way.late')}</p>
      </Section>
      <Section id="beschermd" title={t('way.rules')} lead={t('way.rulesLead')}>
        <ProtectingRules />
      </Section>
      <Section title={t('way.questions')}>
        <ul className="flex flex-col">
          {more.map(({ key, href }) => (
            <li key={key}>
              <a href={href} className="inline-block py-2.5">
                {t(`way.links.${key}`)}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}
