import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { cents, editableCents } from '#app/kernel/money.ts';
import type { SmallSpendingRules } from '#app/modules/programme/setting.ts';
import { Money } from '../content/money.tsx';
import { MoneyField } from '../forms/money-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import { SettingFrame } from './setting-frame.tsx';

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
    <SettingFrame
      title={t('settings.smallSpending')}
      lead={t('settings.smallSpendingText')}
      changedAt={changedAt}
      mayChange={mayChange}
      form={form}
      labels={labels}
      intent="small-spending"
      facts={[
        { term: labels.threshold, value: <Money cents={threshold} /> },
        { term: labels.days, value: t('settings.daysValue', { count: value.days }) },
      ]}
    >
      <MoneyField field={fields.threshold} label={labels.threshold} hint={t('settings.thresholdHint')} />
      <TextField
        field={fields.days}
        label={labels.days}
        hint={t('settings.daysHint')}
        inputMode="numeric"
        autoComplete="off"
      />
    </SettingFrame>
  );
}
