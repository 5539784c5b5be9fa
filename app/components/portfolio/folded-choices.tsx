import { useTranslation } from 'react-i18next';
import { CheckboxGroup } from '../forms/choice-fields.tsx';
import type { FieldProps } from '../forms/field-metadata.ts';

type FoldedChoicesProps = Pick<FieldProps, 'field' | 'label'> & {
  choices: readonly { value: string; label: string }[];
};

/** Many things of which some can be chosen: folded to what was chosen, because on a phone they are a long way down. */
export function FoldedChoices({ field, label, choices }: FoldedChoicesProps) {
  const { t } = useTranslation('portfolios');
  // one that was chosen comes back as a text, more as a list
  const chosen = [field.initialValue].flat();
  const names = choices.filter(({ value }) => chosen.includes(value)).map((choice) => choice.label);
  return (
    <details open={field.errors !== undefined} className="rounded bg-tint-sand px-4 py-1">
      <summary className="min-h-11 cursor-pointer py-2.5 font-bold">
        {label} <span className="font-normal">{names.length === 0 ? t('edit.noneChosen') : names.join(', ')}</span>
      </summary>
      <div className="py-4">
        <CheckboxGroup field={field} label={label} columns choices={[...choices]} />
      </div>
    </details>
  );
}
