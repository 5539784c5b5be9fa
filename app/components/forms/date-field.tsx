import { getInputProps } from '@conform-to/react';
import { Field } from './field.tsx';
import type { FieldProps } from './field-metadata.ts';

/** A day, with the browser's own calendar: people know it from their phone. */
export function DateField({ field, label, hint }: FieldProps) {
  return (
    <Field field={field} label={label} hint={hint}>
      <input
        {...getInputProps(field, {
          type: 'date',
          ariaDescribedBy: hint === undefined ? undefined : field.descriptionId,
        })}
        className="input max-w-56"
      />
    </Field>
  );
}
