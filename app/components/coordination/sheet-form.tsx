import { getInputProps, getSelectProps, useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { mostSheetLines } from '#app/modules/allowances/sheet-form.ts';
import { useWrittenLang } from '../content/written.tsx';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { CheckboxField } from '../forms/choice-fields.tsx';
import { DateField } from '../forms/date-field.tsx';
import { FieldErrors } from '../forms/field-errors.tsx';
import type { FormField } from '../forms/field-metadata.ts';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';

type Row = { personId: string; day: string; hours: string };

type SheetFormProps = {
  people: readonly { id: string; name: string }[];
  rows: readonly Row[];
  formKey: string;
  reply: SubmissionResult | undefined;
};

/** A paper sheet to type over: a line per person and day. What is wrong stands at its line. */
export function SheetForm({ people, rows, formKey, reply }: SheetFormProps) {
  const { t } = useTranslation('coordination');
  const [form, fields] = useForm<{ day: string; sure: string; rows: Row[] }>({
    id: 'urenlijst',
    lastResult: reply,
    constraint: { day: { required: true } },
    defaultValue: { day: '', rows: [...rows] },
  });
  const lines = fields.rows.getFieldList();
  const labels: Record<string, string> = { day: t('sheet.day'), sure: t('sheet.sure') };
  for (const [index, line] of lines.entries()) {
    const row = t('sheet.row', { number: index + 1 });
    labels[`${line.name}.personId`] = `${row}: ${t('sheet.person')}`;
    labels[`${line.name}.day`] = `${row}: ${t('sheet.ownDay')}`;
    labels[`${line.name}.hours`] = `${row}: ${t('sheet.hours')}`;
  }
  return (
    <FormFrame form={form} labels={labels}>
      <FormKey value={formKey} />
      <DateField field={fields.day} label={labels.day ?? ''} hint={t('sheet.dayHint')} />
      <p className="max-w-prose text-ink-soft">{t('sheet.hoursHint')}</p>
      <ol className="flex flex-col gap-5">
        {lines.map((line, index) => (
          <li key={line.name}>
            <SheetLine field={line.getFieldset()} number={index + 1} people={people} />
          </li>
        ))}
      </ol>
      {fields.sure.errors === undefined && fields.sure.initialValue === undefined ? null : (
        <CheckboxField field={fields.sure} label={t('sheet.sure')} />
      )}
      {lines.length < mostSheetLines ? null : <p>{t('sheet.more', { most: mostSheetLines })}</p>}
      <ButtonRow>
        <SubmitButton>{t('sheet.submit')}</SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}

type SheetLineProps = {
  field: Record<keyof Row, FormField>;
  number: number;
  people: SheetFormProps['people'];
};

function SheetLine({ field, number, people }: SheetLineProps) {
  const { t } = useTranslation('coordination');
  const lang = useWrittenLang();
  const described = (one: FormField) => (one.errors === undefined ? undefined : one.errorId);
  const { key: _key, ...select } = getSelectProps(field.personId, { ariaAttributes: false });
  return (
    <fieldset className="rounded bg-surface p-4">
      <legend className="float-left mb-1 w-full font-bold">{t('sheet.row', { number })}</legend>
      <div className="clear-left">
        {([field.personId, field.day, field.hours] as const).map((one) => (
          <FieldErrors key={one.name} id={one.errorId} errors={one.errors} />
        ))}
      </div>
      <div className="mt-1 grid grid-cols-[1fr_6rem] gap-3 sm:grid-cols-[2fr_1fr_7rem]">
        <label className="col-span-2 min-w-0 sm:col-span-1">
          <span className="block text-sm text-ink-soft">{t('sheet.person')}</span>
          <select {...select} aria-describedby={described(field.personId)} className="input">
            <option value="">{t('sheet.choosePerson')}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id} lang={name === '' ? undefined : lang}>
                {name === '' ? t('page.nameless') : name}
              </option>
            ))}
          </select>
        </label>
        <label className="min-w-0">
          <span className="block text-sm text-ink-soft">{t('sheet.ownDay')}</span>
          <input
            {...inputOf(field.day, 'date')}
            aria-describedby={described(field.day)}
            aria-invalid={field.day.errors === undefined ? undefined : true}
            className="input"
          />
        </label>
        <label className="min-w-0">
          <span className="block text-sm text-ink-soft">{t('sheet.hours')}</span>
          <input
            {...inputOf(field.hours, 'text')}
            aria-describedby={described(field.hours)}
            aria-invalid={field.hours.errors === undefined ? undefined : true}
            inputMode="decimal"
            autoComplete="off"
            className="input"
          />
        </label>
      </div>
    </fieldset>
  );
}

function inputOf(field: FormField, type: 'date' | 'text') {
  const { key: _key, ...input } = getInputProps(field, { type, ariaAttributes: false });
  return input;
}
