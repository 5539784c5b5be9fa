import { getCollectionProps, getInputProps } from '@conform-to/react';
import type { ReactNode } from 'react';
import { FieldErrors } from './field-errors.tsx';
import { FieldGroup, describedBy } from './field.tsx';
import type { FieldProps } from './field-metadata.ts';

export type CardChoice = {
  value: string;
  label: ReactNode;
  /** What it means to choose this. */
  hint?: ReactNode;
};

type ChoicesProps = FieldProps & {
  choices: readonly CardChoice[];
  /** Beside each other where there is room; for short labels. */
  columns?: boolean;
};

/** One out of a few, all in sight. */
export function RadioCards(props: ChoicesProps) {
  return <ChoiceCards {...props} type="radio" />;
}

/** Any number out of a few. */
export function CheckboxGroup(props: ChoicesProps) {
  return <ChoiceCards {...props} type="checkbox" />;
}

function ChoiceCards({
  field,
  label,
  hint,
  choices,
  columns = false,
  type,
}: ChoicesProps & { type: 'radio' | 'checkbox' }) {
  const inputs = getCollectionProps(field, { type, options: choices.map(({ value }) => value), ariaAttributes: false });
  return (
    <FieldGroup field={field} label={label} hint={hint}>
      <div className={`grid gap-2 ${columns ? 'sm:grid-cols-2' : ''}`}>
        {choices.map((choice, index) => {
          const { key: _key, required: _required, ...input } = inputs[index] ?? { key: choice.value };
          return (
            <label key={choice.value} className="choice">
              <input {...input} className="tick mt-0.5" aria-invalid={field.errors === undefined ? undefined : true} />
              <span className="min-w-0">
                <span className={choice.hint === undefined ? '' : 'font-semibold'}>{choice.label}</span>
                {choice.hint === undefined ? null : <span className="block text-ink-soft">{choice.hint}</span>}
              </span>
            </label>
          );
        })}
      </div>
    </FieldGroup>
  );
}

/** One yes or no, for example agreeing to something. */
export function CheckboxField({ field, label, hint }: FieldProps) {
  return (
    <div className="flex flex-col gap-1.5">
      <FieldErrors id={field.errorId} errors={field.errors} />
      <label className="flex min-h-11 items-start gap-3 py-2">
        <input
          {...getInputProps(field, { type: 'checkbox', ariaAttributes: false })}
          aria-describedby={describedBy(field, hint)}
          aria-invalid={field.errors === undefined ? undefined : true}
          className="tick mt-0.5"
        />
        <span>{label}</span>
      </label>
      {hint === undefined ? null : (
        <p id={field.descriptionId} className="ml-9 max-w-prose text-ink-soft">
          {hint}
        </p>
      )}
    </div>
  );
}
