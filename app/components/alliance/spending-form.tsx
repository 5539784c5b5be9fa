import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { cents } from '#app/kernel/money.ts';
import type { SpendingChoices } from '#app/modules/alliances/views.ts';
import { longestText, payeeKinds } from '#app/modules/alliances/spending.ts';
import { useFormats } from '../content/use-formats.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { RadioCards } from '../forms/choice-fields.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { MoneyField } from '../forms/money-field.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import { Notice } from '../page/notice.tsx';

/** What stands in the fields, as typed. */
export type SpendingFields = {
  what: string;
  why: string;
  amount: string;
  fundId: string;
  payeeKind: string;
  organisationId: string;
  shop: string;
  initiative: string;
};

type SpendingFormProps = {
  choices: Pick<SpendingChoices, 'funds' | 'organisations' | 'rules'>;
  formKey: string;
  revision: number;
  reply: SubmissionResult | null | undefined;
  filledIn?: Partial<SpendingFields>;
  submitLabel: string;
};

/** Proposes a small spending, or changes one. */
export function SpendingForm({ choices, formKey, revision, reply, filledIn, submitLabel }: SpendingFormProps) {
  const { t } = useTranslation('alliances');
  const { money } = useFormats();
  const most = money(cents(choices.rules.thresholdCents));
  const required = { required: true };
  const [form, fields] = useForm<SpendingFields>({
    id: 'uitgave',
    lastResult: reply,
    constraint: {
      what: { ...required, maxLength: longestText.what },
      why: { ...required, maxLength: longestText.why },
      amount: required,
      fundId: required,
      payeeKind: required,
      shop: { maxLength: longestText.payeeName },
    },
    defaultValue: { fundId: choices.funds[0]?.id ?? '', ...filledIn },
  });
  const labels = {
    what: t('form.what'),
    why: t('form.why'),
    amount: t('form.amount'),
    fundId: t('form.fund'),
    payeeKind: t('form.payeeKind'),
    organisationId: t('form.organisation'),
    shop: t('form.shop'),
    initiative: t('form.initiative'),
  };
  return (
    <FormFrame form={form} labels={labels}>
      <FormKey value={formKey} />
      <input type="hidden" name="revision" value={revision} />
      <TextField field={fields.what} label={labels.what} hint={t('form.whatHint')} autoComplete="off" />
      <TextAreaField field={fields.why} label={labels.why} hint={t('form.whyHint')} />
      <MoneyField field={fields.amount} label={labels.amount} hint={t('form.amountHint', { most })} />
      <SelectField
        field={fields.fundId}
        label={labels.fundId}
        choices={choices.funds.map(({ id, name, available }) => ({
          value: id,
          label: t('form.fundChoice', { name, left: money(available) }),
        }))}
      />
      <RadioCards
        field={fields.payeeKind}
        label={labels.payeeKind}
        choices={payeeKinds.map((kind) => ({
          value: kind,
          label: t(`form.payee.${kind}`),
          hint: t(`form.payeeHint.${kind}`),
        }))}
      />
      <SelectField
        field={fields.organisationId}
        label={labels.organisationId}
        emptyLabel={t('form.chooseOrganisation')}
        choices={choices.organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField field={fields.shop} label={labels.shop} autoComplete="off" />
      <TextField
        field={fields.initiative}
        label={labels.initiative}
        hint={t('form.initiativeHint')}
        autoComplete="off"
      />
      <Notice>
        {t('form.tooMuch', { most })} <a href="/initiatieven/nieuw">{t('form.tooMuchLink')}</a>
      </Notice>
      <ButtonRow>
        <SubmitButton>{submitLabel}</SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
