import { getInputProps } from '@conform-to/react';
import { Field } from './field.tsx';
import type { FieldProps } from './field-metadata.ts';

type FileFieldProps = FieldProps & {
  /** Kinds of file, e.g. `image/*`; say the same and the greatest size in `hint`. */
  accept?: string;
};

/** A file from the phone or computer. The form needs `withFiles`. */
export function FileField({ field, label, hint, accept }: FileFieldProps) {
  return (
    <Field field={field} label={label} hint={hint}>
      <input
        {...getInputProps(field, {
          type: 'file',
          ariaDescribedBy: hint === undefined ? undefined : field.descriptionId,
        })}
        accept={accept}
        className="input"
      />
    </Field>
  );
}
