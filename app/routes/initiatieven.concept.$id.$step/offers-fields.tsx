import { useTranslation } from 'react-i18next';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { longest } from '#app/modules/initiatives/forms/checked.ts';
import type { TypedOffers } from '#app/modules/initiatives/forms/offers.ts';
import { ResourceFields } from './resource-fields.tsx';
import { useStepForm, type StepFieldsProps } from './step-frame.tsx';

const story = { maxLength: longest.story };

export function OffersFields(props: StepFieldsProps<TypedOffers>) {
  const { t } = useTranslation('draft');
  const [form, fields] = useStepForm(props, { people: story, space: story, knowledge: story, material: story });
  const labels = {
    people: t('field.people'),
    space: t('field.space'),
    knowledge: t('field.knowledge'),
    material: t('field.material'),
  };
  return (
    <FormFrame form={form} labels={labels} action={props.action}>
      <ResourceFields fields={fields} kind="offer" />
      {props.buttons}
    </FormFrame>
  );
}
