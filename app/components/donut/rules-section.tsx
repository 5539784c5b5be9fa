import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import { percentText } from '#app/modules/donutfonds/rules.ts';
import type { RulesView } from '#app/modules/donutfonds/views.ts';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';
import { Icon } from '../icon/icon.tsx';
import { Section } from '../page/section.tsx';

/** The rules of a call in words, with version and why. */
export function RulesSection({ rules }: { rules: RulesView }) {
  const { t } = useTranslation('donutfonds');
  const { money, locale } = useFormats();
  const date = dateText(rules.validFrom, 'day', locale);
  return (
    <Section title={t('rules.title')} lead={t('rules.version', { version: rules.version, date })}>
      <ul className="prose list-disc pl-6">
        <li>{t('rules.value', { minimum: money(rules.minimumValue) })}</li>
        <li>{t('rules.return', { percent: percentText(rules.minimumReturnBps, locale) })}</li>
        <li>{t('rules.inclusive')}</li>
        <li>{t('rules.zero')}</li>
        <li>{t('rules.evidence', { count: rules.evidenceDays })}</li>
        <li>{t('rules.once')}</li>
      </ul>
      <details className="mt-4 max-w-prose">
        <summary className="flex min-h-11 items-center gap-2 font-semibold">
          <Icon name="chevron-right" className="size-5 unfolded:rotate-90" />
          {t('rules.why')}
        </summary>
        <p className="whitespace-pre-line">
          <Written>{rules.reason}</Written>
        </p>
      </details>
    </Section>
  );
}
