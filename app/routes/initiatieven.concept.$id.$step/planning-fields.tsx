import { useTranslation } from 'react-i18next';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import type { TypedPlanning } from '#app/modules/initiatives/forms/planning.ts';
import { DayField } from './day-field.tsx';
import { Rows } from './rows.tsx';
import { useStepForm, withEmptyRows, type StepFieldsProps } from './step-frame.tsx';

export function PlanningFields(props: StepFieldsProps<TypedPlanning>) {
  const { t } = useTranslation('draft');
  const milestones = withEmptyRows(props.values.milestones, props.loaded.rows, { description: '', on: '' });
  const [form, fields] = useStepForm(
    { ...props, values: { ...props.values, milestones } },
    { startsOn: { required: true }, 'milestones[].description': { required: true } },
  );
  const labels: Record<string, string> = {
    startsOn: t('field.startsOn'),
    endsOn: t('field.endsOn'),
    milestones: t('field.milestones'),
  };
  const lines = fields.milestones.getFieldList().map((line, index) => {
    const { description, on } = line.getFieldset();
    labels[description.name] = `${t('frame.row', { number: index + 1 })}, ${t('field.milestoneDescription')}`;
    labels[on.name] = `${t('frame.row', { number: index + 1 })}, ${t('field.milestoneOn')}`;
    return {
      key: line.key ?? line.name,
      fields: (
        <>
          <TextField field={description} label={t('field.milestoneDescription')} />
          <DayField field={on} label={t('field.milestoneOn')} />
        </>
      ),
    };
  });
  return (
    <FormFrame form={form} labels={labels} action={props.action}>
      <DayField field={fields.startsOn} label={t('field.startsOn')} hint={t('field.startsOnHint')} />
      <DayField field={fields.endsOn} label={t('field.endsOn')} hint={t('field.endsOnHint')} />
      <Rows field={fields.milestones} label={t('field.milestones')} hint={t('field.milestonesHint')} rows={lines} />
      {props.buttons}
    </FormFrame>
  );
}
