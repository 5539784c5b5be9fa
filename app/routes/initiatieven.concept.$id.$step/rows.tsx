import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EnterButton, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FieldGroup } from '#app/components/forms/field.tsx';
import type { FieldProps } from '#app/components/forms/field-metadata.ts';

type RowsProps = FieldProps & {
  /** The fields of each line. */
  rows: readonly { key: string; fields: ReactNode }[];
  /** Under the lines: the total. */
  footer?: ReactNode;
};

/** Lines that people add to. Empty lines are left out on saving; the button saves and shows three more. */
export function Rows({ field, label, hint, rows, footer }: RowsProps) {
  const { t } = useTranslation('draft');
  return (
    <FieldGroup field={field} label={label} hint={hint}>
      <EnterButton name="intent" value="next">
        {t('frame.next')}
      </EnterButton>
      <ol id="regels" className="flex flex-col gap-3">
        {rows.map(({ key, fields }, index) => (
          <li key={key} className="rounded bg-surface p-4">
            <fieldset className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,14rem)] sm:items-end">
              <legend className="sr-only">{t('frame.row', { number: index + 1 })}</legend>
              {fields}
            </fieldset>
          </li>
        ))}
      </ol>
      {footer}
      <div>
        <SubmitButton tone="quiet" icon="plus" name="intent" value="more">
          {t('frame.addRow')}
        </SubmitButton>
      </div>
    </FieldGroup>
  );
}
