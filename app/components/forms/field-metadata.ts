import type { FieldMetadata } from '@conform-to/react';

/** A field of any form: components only need its id, name, value and errors. */
export type FormField = Pick<
  FieldMetadata,
  | 'id'
  | 'name'
  | 'key'
  | 'formId'
  | 'errorId'
  | 'descriptionId'
  | 'errors'
  | 'allErrors'
  | 'valid'
  | 'dirty'
  | 'value'
  | 'initialValue'
  | 'defaultValue'
  | 'defaultChecked'
  | 'defaultOptions'
  | 'required'
  | 'minLength'
  | 'maxLength'
  | 'min'
  | 'max'
  | 'step'
  | 'multiple'
  | 'pattern'
>;

/** What every field component takes. */
export type FieldProps = {
  /** From Conform's `fields`. */
  field: FormField;
  label: string;
  /** How to fill it in, before somebody goes wrong. */
  hint?: string;
};
