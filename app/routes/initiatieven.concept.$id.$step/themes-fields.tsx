import { useTranslation } from 'react-i18next';
import { CheckboxGroup } from '#app/components/forms/choice-fields.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import type { TypedThemes } from '#app/modules/initiatives/forms/themes.ts';
import { useStepForm, type StepFieldsProps } from './step-frame.tsx';

export function ThemesFields(props: StepFieldsProps<TypedThemes>) {
  const { t } = useTranslation('draft');
  const [form, fields] = useStepForm(props, { themes: { required: true } });
  const labels = { themes: t('field.themes') };
  return (
    <FormFrame form={form} labels={labels} action={props.action}>
      <CheckboxGroup
        field={fields.themes}
        label={labels.themes}
        hint={t('field.themesHint')}
        columns
        choices={props.loaded.themes.map(({ slug, name, description }) => ({
          value: slug,
          label: name,
          hint: description,
        }))}
      />
      {props.buttons}
    </FormFrame>
  );
}
