import { getInputProps } from '@conform-to/react';
import { Field } from './field.tsx';
import type { FieldProps } from './field-metadata.ts';

/** An amount as people type it: 1.234,56 or 1234. `parseCents` of the kernel reads it. */
export function MoneyField({ field, label, hint }: FieldProps) {
  // A text field: number fields refuse the Dutch comma and turn with the scroll wheel.
  const {
    maxLength: _limit,
    pattern: _pattern,
    ...input
  } = getInputProps(field, {
    type: 'text',
    ariaDescribedBy: hint === undefined ? undefined : field.descriptionId,
  });
  return (
    <Field field={field} label={label} hint={hint}>
      <span className="relative block max-w-56">
        <span aria-hidden="true" className="absolute top-1/2 left-4 -translate-y-1/2 text-ink-soft">
          €
        </span>
        <input {...input} inputMode="decimal" autoComplete="off" className="input input-money" />
      </span>
    </Field>
  );
}
