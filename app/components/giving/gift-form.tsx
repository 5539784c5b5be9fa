import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { donorDisplays, donorKinds } from '#app/modules/donutfonds/call.ts';
import { giftBounds, longestName } from '#app/modules/donations/gift.ts';
import { useFormats } from '../content/use-formats.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { RadioCards } from '../forms/choice-fields.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey, HoneypotField } from '../forms/hidden-fields.tsx';
import { MoneyField } from '../forms/money-field.tsx';
import { TextField } from '../forms/text-field.tsx';

type Fields = { amount: string; kind: string; display: string; name: string; showAmount: string };

const required = { required: true };

/** How much somebody gives, and whether they wish to be named; anonymous unless they choose otherwise. */
export function GiftForm({ formKey, reply }: { formKey: string; reply: SubmissionResult | null | undefined }) {
  const { t } = useTranslation('giving');
  const { money } = useFormats();
  const [form, fields] = useForm<Fields>({
    id: 'gift',
    lastResult: reply,
    constraint: {
      amount: required,
      kind: required,
      display: required,
      name: { maxLength: longestName },
      showAmount: required,
    },
    defaultValue: { kind: 'resident', display: 'anonymous', showAmount: 'no' },
  });
  const labels = {
    amount: t('form.amount'),
    kind: t('form.kind'),
    display: t('form.display'),
    name: t('form.name'),
    showAmount: t('form.showAmount'),
  };
  return (
    <FormFrame form={form} labels={labels}>
      <FormKey value={formKey} />
      <HoneypotField />
      <MoneyField
        field={fields.amount}
        label={labels.amount}
        hint={t('form.amountHint', { least: money(giftBounds.least), most: money(giftBounds.most) })}
      />
      <RadioCards
        field={fields.kind}
        label={labels.kind}
        columns
        choices={donorKinds.map((kind) => ({ value: kind, label: t(`form.kinds.${kind}`) }))}
      />
      <RadioCards
        field={fields.display}
        label={labels.display}
        choices={donorDisplays.map((display) => ({
          value: display,
          label: t(`form.displays.${display}`),
          hint: t(`form.displayHint.${display}`),
        }))}
      />
      <TextField field={fields.name} label={labels.name} hint={t('form.nameHint')} autoComplete="name" />
      <RadioCards
        field={fields.showAmount}
        label={labels.showAmount}
        columns
        choices={(['no', 'yes'] as const).map((value) => ({ value, label: t(`form.${value}`) }))}
      />
      <ButtonRow>
        <SubmitButton>{t('form.submit')}</SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
