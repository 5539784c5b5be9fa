import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#app/components/content/use-formats.ts';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { MoneyField } from '#app/components/forms/money-field.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import type { Cents } from '#app/kernel/money.ts';
import { typedTotal } from '#app/modules/initiatives/budget.ts';
import { longest } from '#app/modules/initiatives/forms/checked.ts';
import type { TypedNeeds } from '#app/modules/initiatives/forms/needs.ts';
import { readText } from '#app/modules/initiatives/forms/typed.ts';
import { ResourceFields } from './resource-fields.tsx';
import { Rows } from './rows.tsx';
import { useStepForm, withEmptyRows, type StepFieldsProps } from './step-frame.tsx';

const story = { maxLength: longest.story };

/** Within a line nothing is optional; a whole line is. */
const row = { 'budget[].description': { required: true }, 'budget[].amount': { required: true } };

export function NeedsFields(props: StepFieldsProps<TypedNeeds>) {
  const { t } = useTranslation('draft');
  const budget = withEmptyRows(props.values.budget, props.loaded.rows, { description: '', amount: '' });
  const [form, fields] = useStepForm(
    { ...props, values: { ...props.values, budget } },
    {
      ...row,
      people: story,
      space: story,
      knowledge: story,
      material: story,
    },
  );
  const labels: Record<string, string> = {
    budget: t('field.budget'),
    people: t('field.people'),
    space: t('field.space'),
    knowledge: t('field.knowledge'),
    material: t('field.material'),
  };
  const lines = fields.budget.getFieldList().map((line, index) => {
    const { description, amount } = line.getFieldset();
    labels[description.name] = `${t('frame.row', { number: index + 1 })}, ${t('field.budgetDescription')}`;
    labels[amount.name] = `${t('frame.row', { number: index + 1 })}, ${t('field.budgetAmount')}`;
    return {
      key: line.key ?? line.name,
      fields: (
        <>
          <TextField field={description} label={t('field.budgetDescription')} />
          <MoneyField field={amount} label={t('field.budgetAmount')} />
        </>
      ),
    };
  });
  return (
    <FormFrame form={form} labels={labels} action={props.action}>
      <Rows
        field={fields.budget}
        label={t('field.budget')}
        hint={t('field.budgetHint')}
        rows={lines}
        footer={<Total formId={props.formId} typed={budget} />}
      />
      <h2 className="text-xl">{t('field.needs')}</h2>
      <ResourceFields fields={fields} kind="need" />
      {props.buttons}
    </FormFrame>
  );
}

/** The sum of the lines, which counts along where the page has JavaScript. */
function Total({ formId, typed }: { formId: string; typed: TypedNeeds['budget'] }) {
  const { t } = useTranslation('draft');
  const { money } = useFormats();
  const [counted, setCounted] = useState<Cents | null>(null);
  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return undefined;
    const count = () => {
      const typed = new FormData(form);
      const amounts = [...typed.keys()]
        .filter((name) => name.endsWith('].amount'))
        .map((name) => readText(typed, name));
      setCounted(typedTotal(amounts));
    };
    form.addEventListener('input', count);
    return () => form.removeEventListener('input', count);
  }, [formId]);
  const total = counted ?? typedTotal(typed.map(({ amount }) => amount));
  return (
    <p role="status" className="text-lg font-bold">
      {t('frame.total', { amount: money(total) })}
    </p>
  );
}
