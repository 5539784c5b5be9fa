import { useForm, type SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { durationText } from '#app/kernel/duration-text.ts';
import type { Cents } from '#app/kernel/money.ts';
import { amountOf } from '#app/modules/allowances/allowance-rule.ts';
import { longestClaimText } from '#app/modules/allowances/claim.ts';
import { otherChoice, otherMinutes, quickMinutes } from '#app/modules/allowances/volunteer-form.ts';
import { useFormats } from '../content/use-formats.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { CheckboxField, RadioCards } from '../forms/choice-fields.tsx';
import { DateField } from '../forms/date-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import { DurationField } from './duration-field.tsx';
import { WithOther } from './other-field.tsx';

type Fields = {
  when: string;
  otherDay: string;
  duration: string;
  otherDuration: string;
  sure: string;
  note: string;
};

type HoursFormProps = {
  /** What an hour is worth for this person today. */
  hour: Cents;
  today: CalendarDate;
  /** Whose amounts these are. */
  note: ReactNode;
  formKey: string;
  reply: SubmissionResult | null | undefined;
};

/** Hours of one day, in a few taps: the day, how long, and send. */
export function HoursForm({ hour, today, note, formKey, reply }: HoursFormProps) {
  const { t, i18n } = useTranslation('volunteering');
  const { money, figure } = useFormats();
  const required = { required: true };
  const [form, fields] = useForm<Fields>({
    id: 'uren',
    lastResult: reply,
    constraint: {
      when: required,
      otherDay: required,
      duration: required,
      otherDuration: required,
      note: { maxLength: longestClaimText.note },
    },
    defaultValue: { when: today },
  });
  const labels = {
    when: t('hours.when'),
    otherDay: t('hours.otherDay'),
    duration: t('hours.duration'),
    otherDuration: t('hours.otherDurationLabel'),
    sure: t('hours.sure'),
    note: t('hours.note'),
  };
  const yesterday = addDays(today, -1);
  const long = (minutes: number) => durationText(minutes, i18n.language);
  const worth = (minutes: number) => money(amountOf(minutes, hour));
  const day = (value: CalendarDate) => dateText(value, 'long', i18n.language);
  return (
    <FormFrame form={form} labels={labels}>
      <FormKey value={formKey} />
      <WithOther
        choices={
          <RadioCards
            field={fields.when}
            label={labels.when}
            choices={[
              { value: today, label: t('hours.today'), hint: day(today) },
              { value: yesterday, label: t('hours.yesterday'), hint: day(yesterday) },
              { value: otherChoice, label: t('hours.other') },
            ]}
          />
        }
      >
        <DateField field={fields.otherDay} label={labels.otherDay} />
      </WithOther>
      <WithOther
        choices={
          <DurationField
            field={fields.duration}
            label={labels.duration}
            choices={[
              ...quickMinutes.map((minutes) => ({
                value: String(minutes),
                label: t('hours.quick', { count: minutes / 60, hours: figure(minutes / 60) }),
                worth: worth(minutes),
              })),
              { value: otherChoice, label: t('hours.otherDuration'), worth: null },
            ]}
          />
        }
      >
        <SelectField
          field={fields.otherDuration}
          label={labels.otherDuration}
          emptyLabel={t('hours.chooseDuration')}
          choices={otherMinutes.map((minutes) => ({
            value: String(minutes),
            label: t('hours.worth', { time: long(minutes), amount: worth(minutes) }),
          }))}
        />
      </WithOther>
      {fields.sure.errors === undefined && fields.sure.initialValue === undefined ? null : (
        <CheckboxField field={fields.sure} label={labels.sure} />
      )}
      <p className="-mt-3 max-w-prose text-ink-soft">{note}</p>
      <TextField field={fields.note} label={labels.note} hint={t('hours.noteHint')} autoComplete="off" />
      <ButtonRow>
        <SubmitButton>{t('hours.submit')}</SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
