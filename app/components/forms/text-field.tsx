import { getInputProps } from '@conform-to/react';
import { Field } from './field.tsx';
import type { FieldProps } from './field-metadata.ts';

type TextFieldProps = FieldProps & {
  type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'number';
  /** What the browser may fill in: `name`, `email`, `one-time-code`. */
  autoComplete?: string;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url';
  spellCheck?: boolean;
};

/** One line of text. */
export function TextField({ field, label, hint, type = 'text', autoComplete, inputMode, spellCheck }: TextFieldProps) {
  return (
    <Field field={field} label={label} hint={hint}>
      <input
        {...getInputProps(field, { type, ariaDescribedBy: hint === undefined ? undefined : field.descriptionId })}
        autoComplete={autoComplete}
        inputMode={inputMode}
        spellCheck={spellCheck}
        className="input"
      />
    </Field>
  );
}
