import type { SubmissionResult } from '@conform-to/react';
import { useForm } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { longestOutcomeWords } from '#app/modules/gatherings/outcome.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { CheckboxField } from '../forms/choice-fields.tsx';
import { DateField } from '../forms/date-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { SelectField, type Choice } from '../forms/select-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';

type PromiseFormProps = {
  formKey: string;
  reply: SubmissionResult | undefined;
  portfolios: readonly Choice[];
  /** Of who has no account: until when their address is kept. */
  keptUntil: CalendarDate | null;
  today: string;
  lastDay: string;
  /** By personal link or account; whoever only has a code of a name card says nothing about a name. */
  mayName: boolean;
};

/** What somebody will do, and by when. */
export function PromiseForm({ formKey, reply, portfolios, keptUntil, today, lastDay, mayName }: PromiseFormProps) {
  const { t, i18n } = useTranslation('eveningPart');
  const [form, fields] = useForm<{ what: string; dueOn: string; portfolioId: string; isNamed: boolean }>({
    id: `belofte-${formKey}`,
    lastResult: reply,
    constraint: {
      what: { required: true, maxLength: longestOutcomeWords.promise },
      dueOn: { required: true, min: today, max: lastDay },
    },
  });
  const labels = {
    what: t('promises.what'),
    dueOn: t('promises.dueOn'),
    portfolioId: t('promises.portfolio'),
    isNamed: t('promises.isNamed'),
  };
  return (
    <FormFrame form={form} labels={labels}>
      <FormKey name="id" value={formKey} />
      <TextAreaField field={fields.what} label={labels.what} hint={t('promises.whatHint')} rows={2} />
      <DateField
        field={fields.dueOn}
        label={labels.dueOn}
        hint={
          keptUntil === null
            ? t('promises.dueOnHint')
            : t('promises.dueOnGuest', { day: dateText(keptUntil, 'long', i18n.language) })
        }
      />
      {portfolios.length === 0 ? null : (
        <SelectField
          field={fields.portfolioId}
          label={labels.portfolioId}
          emptyLabel={t('promises.noPortfolio')}
          choices={portfolios}
        />
      )}
      {mayName ? (
        <CheckboxField field={fields.isNamed} label={labels.isNamed} hint={t('promises.isNamedHint')} />
      ) : (
        <p className="text-ink-soft">{t('promises.notNamedByCode')}</p>
      )}
      <ButtonRow>
        <SubmitButton name="intent" value="promise">
          {t('promises.send')}
        </SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
