import { useTranslation } from 'react-i18next';
import { DoubleFunding } from '#app/components/initiative/double-funding.tsx';
import { RadioCards } from '#app/components/forms/choice-fields.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { MoneyField } from '#app/components/forms/money-field.tsx';
import { SelectField } from '#app/components/forms/select-field.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import { typedDoubleFunding } from '#app/modules/initiatives/budget.ts';
import { fundingStates, type TypedOtherFunding } from '#app/modules/initiatives/forms/other-funding.ts';
import { Rows } from './rows.tsx';
import { useStepForm, withEmptyRows, type StepFieldsProps } from './step-frame.tsx';

export function FundingFields(props: StepFieldsProps<TypedOtherFunding>) {
  const { t } = useTranslation(['draft', 'initiatives']);
  const funding = withEmptyRows(props.values.funding, Math.max(props.loaded.rows, 2), {
    party: '',
    amount: '',
    state: '',
  });
  const [form, fields] = useStepForm(
    { ...props, values: { ...props.values, funding } },
    {
      any: { required: true },
      'funding[].party': { required: true },
      'funding[].amount': { required: true },
      'funding[].state': { required: true },
    },
  );
  const labels: Record<string, string> = { any: t('field.any'), funding: t('field.funding') };
  const states = fundingStates.map((state) => ({ value: state, label: t(`initiatives:funding.${state}`) }));
  const lines = fields.funding.getFieldList().map((line, index) => {
    const { party, amount, state } = line.getFieldset();
    const row = t('frame.row', { number: index + 1 });
    labels[party.name] = `${row}, ${t('field.fundingParty')}`;
    labels[amount.name] = `${row}, ${t('field.fundingAmount')}`;
    labels[state.name] = `${row}, ${t('field.fundingState')}`;
    return {
      key: line.key ?? line.name,
      fields: (
        <>
          <TextField field={party} label={t('field.fundingParty')} />
          <MoneyField field={amount} label={t('field.fundingAmount')} />
          <SelectField
            field={state}
            label={t('field.fundingState')}
            emptyLabel={t('field.fundingChoose')}
            choices={states}
          />
        </>
      ),
    };
  });
  return (
    <FormFrame form={form} labels={labels} action={props.action}>
      <DoubleFunding double={typedDoubleFunding(props.loaded.budget, props.values)} />
      <RadioCards
        field={fields.any}
        label={t('field.any')}
        columns
        choices={[
          { value: 'no', label: t('field.anyNo') },
          { value: 'yes', label: t('field.anyYes') },
        ]}
      />
      <Rows field={fields.funding} label={t('field.funding')} hint={t('field.fundingHint')} rows={lines} />
      {props.buttons}
    </FormFrame>
  );
}
