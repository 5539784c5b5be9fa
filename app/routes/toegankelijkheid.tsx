import { useTranslation } from 'react-i18next';
import { PlainWords } from '#app/components/overview/plain-words.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, () => ({}));

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>(
  (t) => t('about:accessibility.title'),
  (t) => t('about:accessibility.description'),
);

const tested = ['axe', 'contrast', 'keyboard', 'zoom'] as const;
const notYet = ['audit', 'readers', 'pdf', 'own', 'map'] as const;

export default function Accessibility() {
  const { t } = useTranslation('about');
  return (
    <Page width="reading">
      <PageHeader title={t('accessibility.title')} lead={t('accessibility.lead')} tone="water" />
      <PlainWords
        sections={[
          { title: t('accessibility.goal.title'), text: t('accessibility.goal.text') },
          { title: t('accessibility.tested.title'), points: tested.map((key) => t(`accessibility.tested.${key}`)) },
          { title: t('accessibility.not.title'), points: notYet.map((key) => t(`accessibility.not.${key}`)) },
          { title: t('accessibility.report.title'), text: t('accessibility.report.text') },
        ]}
      />
      <p>
        <a href="/opgaveteams/programmabureau">{t('accessibility.report.link')}</a>
      </p>
    </Page>
  );
}
