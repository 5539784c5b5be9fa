import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import type { ProcurementRules } from '#app/modules/programme/setting.ts';
import { DateText } from '../content/date-text.tsx';
import { Facts } from '../content/facts.tsx';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { TextField } from '../forms/text-field.tsx';
import { Section } from '../page/section.tsx';

type ProcurementSettingProps = {
  setting: { value: ProcurementRules; changedAt: string };
  mayChange: boolean;
  /** The form when it came back. */
  reply: SubmissionResult | null;
};

/** Over how many months assignments to one party are added up, and from where people are warned. */
export function ProcurementSetting({ setting, mayChange, reply }: ProcurementSettingProps) {
  const { t } = useTranslation(['procurement', 'administration']);
  const { value, changedAt } = setting;
  const [form, fields] = useForm<{ months: string; nearPercent: string }>({
    id: 'opdrachten-optellen',
    lastResult: reply,
    constraint: { months: { required: true }, nearPercent: { required: true } },
    defaultValue: { months: String(value.months), nearPercent: String(value.nearPercent) },
  });
  const labels = { months: t('setting.months'), nearPercent: t('setting.nearPercent') };
  return (
    <Section title={t('setting.title')} lead={t('setting.text')}>
      {changedAt === '' ? null : (
        <p className="mb-6 text-ink-soft">
          {t('administration:settings.changed')} <DateText value={new Date(changedAt)} format="time" />
        </p>
      )}
      {mayChange ? (
        <FormFrame form={form} labels={labels}>
          <input type="hidden" name="changedAt" value={changedAt} />
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
          <ButtonRow>
            <SubmitButton name="intent" value="procurement">
              {t('administration:settings.save')}
            </SubmitButton>
          </ButtonRow>
        </FormFrame>
      ) : (
        <Facts
          facts={[
            { term: labels.months, value: t('setting.monthsValue', { count: value.months }) },
            { term: labels.nearPercent, value: t('setting.nearPercentValue', { count: value.nearPercent }) },
          ]}
        />
      )}
    </Section>
  );
}
