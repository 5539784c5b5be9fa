import { getSelectProps } from '@conform-to/react';
import { Icon } from '../icon/icon.tsx';
import { Field } from './field.tsx';
import type { FieldProps } from './field-metadata.ts';

export type Choice = { value: string; label: string };
export type ChoiceGroup = { label: string; choices: readonly Choice[] };

type SelectFieldProps = FieldProps & {
  /** Choices, or groups of choices (buurten under their wijk). */
  choices: readonly (Choice | ChoiceGroup)[];
  /** First line, chosen while nothing is: "Kies een buurt". */
  emptyLabel?: string;
};

/** One out of many. For up to about seven choices `RadioCards` is easier. */
export function SelectField({ field, label, hint, choices, emptyLabel }: SelectFieldProps) {
  return (
    <Field field={field} label={label} hint={hint}>
      <span className="relative block">
        <select
          {...getSelectProps(field, { ariaDescribedBy: hint === undefined ? undefined : field.descriptionId })}
          className="input"
        >
          {emptyLabel === undefined ? null : <option value="">{emptyLabel}</option>}
          {choices.map((choice) =>
            'choices' in choice ? (
              <optgroup key={choice.label} label={choice.label}>
                {choice.choices.map(option)}
              </optgroup>
            ) : (
              option(choice)
            ),
          )}
        </select>
        <Icon name="chevron-down" className="pointer-events-none absolute top-1/2 right-3 size-5 -translate-y-1/2" />
      </span>
    </Field>
  );
}

function option(choice: Choice) {
  return (
    <option key={choice.value} value={choice.value}>
      {choice.label}
    </option>
  );
}
