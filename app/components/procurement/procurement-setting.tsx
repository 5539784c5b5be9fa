import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import type { ProcurementRules } from '#app/modules/programme/setting.ts';
import { TextField } from '../forms/text-field.tsx';
import { SettingFrame } from '../programme/setting-frame.tsx';

type ProcurementSettingProps = {
  setting: { value: ProcurementRules; changedAt: string };
  mayChange: boolean;
  /** The form when it came back. */
  reply: SubmissionResult | null;
};

/** Over how many months assignments to one party are added up, and from where people are warned. */
export function ProcurementSetting({ setting, mayChange, reply }: ProcurementSettingProps) {
  const { t } = useTranslation('procurement');
  const { value, changedAt } = setting;
  const [form, fields] = useForm<{ months: string; nearPercent: string }>({
    id: 'opdrachten-optellen',
    lastResult: reply,
    constraint: { months: { required: true }, nearPercent: { required: true } },
    defaultValue: { months: String(value.months), nearPercent: String(value.nearPercent) },
  });
  const labels = { months: t('setting.months'), nearPercent: t('setting.nearPercent') };
  return (
    <SettingFrame
      title={t('setting.title')}
      lead={t('setting.text')}
      changedAt={changedAt}
      mayChange={mayChange}
      form={form}
      labels={labels}
      intent="procurement"
      facts={[
        { term: labels.months, value: t('setting.monthsValue', { count: value.months }) },
        { term: labels.nearPercent, value: t('setting.nearPercentValue', { count: value.nearPercent }) },
      ]}
    >
      <TextField
        field={fields.months}
        label={labels.months}
        hint={t('setting.monthsHint')}
        inputMode="numeric"
        autoComplete="off"
      />
      <TextField
        field={fields.nearPercent}
        label={labels.nearPercent}
        hint={t('setting.nearPercentHint')}
        inputMode="numeric"
        autoComplete="off"
      />
    </SettingFrame>
  );
}
