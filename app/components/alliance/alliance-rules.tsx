import { useTranslation } from 'react-i18next';
import { cents } from '#app/kernel/money.ts';
import type { SmallSpendingRules } from '#app/modules/programme/setting.ts';
import { useFormats } from '../content/use-formats.ts';
import { Section } from '../page/section.tsx';

/** The light rules in words, with what the programme chose filled in. */
export function AllianceRules({ rules }: { rules: SmallSpendingRules }) {
  const { t } = useTranslation('alliances');
  const { money } = useFormats();
  return (
    <Section id="regels" title={t('page.rules')}>
      <div className="prose">
        <ul>
          <li>{t('page.rule.small', { most: money(cents(rules.thresholdCents)) })}</li>
          <li>{t('page.rule.propose')}</li>
          <li>{t('page.rule.answer', { count: rules.days })}</li>
          <li>{t('page.rule.consent')}</li>
          <li>{t('page.rule.objection')}</li>
          <li>{t('page.rule.interest')}</li>
          <li>{t('page.rule.confirm')}</li>
          <li>
            {t('page.rule.large')} <a href="/initiatieven/nieuw">{t('page.rule.largeLink')}</a>
          </li>
        </ul>
      </div>
    </Section>
  );
}
