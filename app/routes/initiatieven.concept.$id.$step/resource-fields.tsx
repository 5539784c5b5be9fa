import { useTranslation } from 'react-i18next';
import type { FormField } from '#app/components/forms/field-metadata.ts';
import { TextAreaField } from '#app/components/forms/text-area-field.tsx';
import { resources, type Resource } from '#app/modules/initiatives/forms/needs.ts';

type ResourceFieldsProps = { fields: Record<Resource, FormField>; kind: 'need' | 'offer' };

const hints = {
  need: { people: 'peopleHint', space: 'spaceHint', knowledge: 'knowledgeHint', material: 'materialHint' },
  offer: {
    people: 'offerPeopleHint',
    space: 'offerSpaceHint',
    knowledge: 'offerKnowledgeHint',
    material: 'offerMaterialHint',
  },
} as const;

/** People, space, knowledge and things: what is needed, or what can be offered. */
export function ResourceFields({ fields, kind }: ResourceFieldsProps) {
  const { t } = useTranslation('draft');
  return (
    <>
      {resources.map((resource) => (
        <TextAreaField
          key={resource}
          field={fields[resource]}
          label={t(`field.${resource}`)}
          hint={t(`field.${hints[kind][resource]}`)}
          rows={2}
        />
      ))}
    </>
  );
}
