import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { cents, editableCents } from '#app/kernel/money.ts';
import type { SmallSpendingRules } from '#app/modules/programme/setting.ts';
import { DateText } from '../content/date-text.tsx';
import { Facts } from '../content/facts.tsx';
import { Money } from '../content/money.tsx';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { MoneyField } from '../forms/money-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import { Section } from '../page/section.tsx';

type SmallSpendingSettingProps = {
  setting: { value: SmallSpendingRules; changedAt: string };
  mayChange: boolean;
  /** The form when it came back. */
  reply: SubmissionResult | null;
};

/** How much a wijkalliantie may spend by consent, and how long its members have to answer. */
export function SmallSpendingSetting({ setting, mayChange, reply }: SmallSpendingSettingProps) {
  const { t } = useTranslation('administration');
  const { value, changedAt } = setting;
  const threshold = cents(value.thresholdCents);
  const [form, fields] = useForm<{ threshold: string; days: string }>({
    id: 'kleine-uitgaven',
    lastResult: reply,
    constraint: { threshold: { required: true }, days: { required: true } },
    defaultValue: { threshold: editableCents(threshold), days: String(value.days) },
  });
  const labels = { threshold: t('settings.threshold'), days: t('settings.days') };
  return (
    <Section title={t('settings.smallSpending')} lead={t('settings.smallSpendingText')}>
      {changedAt === '' ? null : (
        <p className="mb-6 text-ink-soft">
          {t('settings.changed')} <DateText value={new Date(changedAt)} format="time" />
        </p>
      )}
      {mayChange ? (
        <FormFrame form={form} labels={labels}>
          <input type="hidden" name="changedAt" value={changedAt} />
          <MoneyField field={fields.threshold} label={labels.threshold} hint={t('settings.thresholdHint')} />
          <TextField
            field={fields.days}
            label={labels.days}
            hint={t('settings.daysHint')}
            inputMode="numeric"
            autoComplete="off"
          />
          <ButtonRow>
            <SubmitButton name="intent" value="small-spending">
              {t('settings.save')}
            </SubmitButton>
          </ButtonRow>
        </FormFrame>
      ) : (
        <Facts
          facts={[
            { term: labels.threshold, value: <Money cents={threshold} /> },
            { term: labels.days, value: t('settings.daysValue', { count: value.days }) },
          ]}
        />
      )}
    </Section>
  );
}
