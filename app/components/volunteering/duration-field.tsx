import { getCollectionProps } from '@conform-to/react';
import { FieldGroup } from '../forms/field.tsx';
import type { FormField } from '../forms/field-metadata.ts';

type DurationFieldProps = {
  field: FormField;
  label: string;
  /** How long, with what that is worth below it. */
  choices: readonly { value: string; label: string; worth: string | null }[];
};

/** How long somebody helped: large buttons beside each other, each with what it is worth. */
export function DurationField({ field, label, choices }: DurationFieldProps) {
  const options = choices.map(({ value }) => value);
  const inputs = getCollectionProps(field, { type: 'radio', options, ariaAttributes: false });
  return (
    <FieldGroup field={field} label={label}>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,7.25rem),1fr))] gap-2">
        {choices.map((choice, index) => {
          const { key: _key, required: _required, ...input } = inputs[index] ?? { key: choice.value };
          return (
            <label key={choice.value} className="choice min-h-16">
              <input {...input} className="tick mt-0.5" aria-invalid={field.errors === undefined ? undefined : true} />
              <span className="min-w-0">
                <span className="block font-bold">{choice.label}</span>
                {choice.worth === null ? null : <span className="tabular block text-ink-soft">{choice.worth}</span>}
              </span>
            </label>
          );
        })}
      </div>
    </FieldGroup>
  );
}
