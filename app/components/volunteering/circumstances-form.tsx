import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { editableCents } from '#app/kernel/money.ts';
import type { Circumstances } from '#app/modules/allowances/volunteer-views.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { RadioCards } from '../forms/choice-fields.tsx';
import { DateField } from '../forms/date-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { MoneyField } from '../forms/money-field.tsx';

type Fields = { age: string; turns21On: string; elsewhere: string };

type CircumstancesFormProps = {
  circumstances: Circumstances;
  year: string;
  reply: SubmissionResult | null | undefined;
};

/** Whether somebody is 21, and what they get elsewhere: no more than the law asks. */
export function CircumstancesForm({ circumstances, year, reply }: CircumstancesFormProps) {
  const { t } = useTranslation('volunteering');
  const { turns21On, hasTold, elsewhere } = circumstances;
  const [form, fields] = useForm<Fields>({
    id: 'over-jou',
    lastResult: reply,
    constraint: { age: { required: true }, turns21On: { required: true } },
    defaultValue: {
      age: turns21On === null ? (hasTold ? 'adult' : '') : 'young',
      turns21On: turns21On ?? '',
      elsewhere: elsewhere === 0 ? '' : editableCents(elsewhere),
    },
  });
  const labels = {
    age: t('about.age'),
    turns21On: t('about.turns21On'),
    elsewhere: t('about.elsewhere', { year }),
  };
  return (
    <FormFrame form={form} labels={labels}>
      <div className="group/age flex flex-col gap-4">
        <RadioCards
          field={fields.age}
          label={labels.age}
          choices={[
            { value: 'adult', label: t('about.adult') },
            { value: 'young', label: t('about.young') },
          ]}
        />
        <div className="hidden group-has-[[value=young]:checked]/age:block">
          <DateField field={fields.turns21On} label={labels.turns21On} hint={t('about.turns21Hint')} />
        </div>
      </div>
      <MoneyField field={fields.elsewhere} label={labels.elsewhere} hint={t('about.elsewhereHint')} />
      <ButtonRow>
        <SubmitButton>{t('about.submit')}</SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
