import { useTranslation } from 'react-i18next';
import type { FormField } from '../forms/field-metadata.ts';
import { SelectField } from '../forms/select-field.tsx';

export type AssignmentChoiceProps = {
  fields: Record<'bodyId' | 'organisationId', FormField>;
  /** Bodies to choose from; one alone is no choice. */
  bodies: readonly { id: string; name: string }[];
  organisations: readonly { id: string; name: string }[];
};

/** Which body gives an assignment, and to whom: that says who may take part and from which money it is paid. */
export function AssignmentChoice({ fields, bodies, organisations }: AssignmentChoiceProps) {
  const { t } = useTranslation('decisions');
  const [only] = bodies;
  const choices = (all: AssignmentChoiceProps['bodies']) => all.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      {bodies.length === 1 && only !== undefined ? (
        <input type="hidden" name={fields.bodyId.name} value={only.id} />
      ) : (
        <SelectField
          field={fields.bodyId}
          label={t('assignment.body')}
          emptyLabel={t('assignment.bodyEmpty')}
          choices={choices(bodies)}
        />
      )}
      <SelectField
        field={fields.organisationId}
        label={t('assignment.organisation')}
        emptyLabel={t('assignment.organisationEmpty')}
        choices={choices(organisations)}
      />
    </>
  );
}
