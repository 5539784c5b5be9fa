import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { editableCents } from '#app/kernel/money.ts';
import { donorDisplays, donorKinds, longestText } from '#app/modules/donutfonds/call.ts';
import type { DonorChoices, DonorWorkView } from '#app/modules/donutfonds/views.ts';
import { useFormats } from '../content/use-formats.ts';
import { ButtonLink, ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { RadioCards } from '../forms/choice-fields.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { MoneyField } from '../forms/money-field.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { TextField } from '../forms/text-field.tsx';

type Fields = {
  pledgeId: string;
  kind: string;
  display: string;
  name: string;
  organisationId: string;
  amount: string;
  showAmount: string;
};

type DonorFormProps = {
  pledges: DonorChoices['pledges'];
  organisations: DonorChoices['organisations'];
  /** The donor to change; null: a new one. */
  donor: DonorWorkView | null;
  formKey: string;
  reply: SubmissionResult | null | undefined;
};

/** Who gave, and how they wish to be shown; anonymous unless chosen otherwise. */
export function DonorForm({ pledges, organisations, donor, formKey, reply }: DonorFormProps) {
  const { t } = useTranslation('donutWork');
  const { money } = useFormats();
  const required = { required: true };
  const [form, fields] = useForm<Fields>({
    id: 'gever',
    lastResult: reply,
    constraint: {
      pledgeId: required,
      kind: required,
      display: required,
      name: { maxLength: longestText.donor },
      amount: required,
      showAmount: required,
    },
    defaultValue:
      donor === null
        ? { pledgeId: pledges[0]?.id ?? '', display: 'anonymous', showAmount: 'no' }
        : {
            pledgeId: donor.pledge.id,
            kind: donor.kind,
            display: donor.display,
            name: donor.name,
            organisationId: donor.organisation?.id ?? '',
            amount: editableCents(donor.amount),
            showAmount: donor.showAmount ? 'yes' : 'no',
          },
  });
  const labels = {
    pledgeId: t('donorsPage.pledge'),
    kind: t('donorsPage.kind'),
    display: t('donorsPage.display'),
    name: t('donorsPage.name'),
    organisationId: t('donorsPage.organisation'),
    amount: t('donorsPage.amount'),
    showAmount: t('donorsPage.showAmount'),
  };
  const choices = donor === null ? pledges : pledges.filter(({ id }) => id === donor.pledge.id);
  return (
    <div className="max-w-form">
      <FormFrame form={form} labels={labels}>
        <FormKey value={formKey} />
        <input type="hidden" name="revision" value={donor?.revision ?? 0} />
        <SelectField
          field={fields.pledgeId}
          label={labels.pledgeId}
          choices={choices.map(({ id, number, sourceName, left }) => ({
            value: id,
            label: t('donorsPage.pledgeChoice', { number, name: sourceName, left: money(left) }),
          }))}
        />
        <RadioCards
          field={fields.kind}
          label={labels.kind}
          choices={donorKinds.map((kind) => ({ value: kind, label: t(`donorsPage.kinds.${kind}`) }))}
        />
        <MoneyField field={fields.amount} label={labels.amount} />
        <RadioCards
          field={fields.display}
          label={labels.display}
          choices={donorDisplays.map((display) => ({
            value: display,
            label: t(`donorsPage.displays.${display}`),
            hint: t(`donorsPage.displayHint.${display}`),
          }))}
        />
        <TextField field={fields.name} label={labels.name} hint={t('donorsPage.nameHint')} autoComplete="off" />
        <SelectField
          field={fields.organisationId}
          label={labels.organisationId}
          emptyLabel={t('donorsPage.noOrganisation')}
          choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <RadioCards
          field={fields.showAmount}
          label={labels.showAmount}
          columns
          choices={(['yes', 'no'] as const).map((value) => ({ value, label: t(`donorsPage.${value}`) }))}
        />
        <ButtonRow>
          <SubmitButton>{t('donorsPage.submit')}</SubmitButton>
          {donor === null ? null : (
            <ButtonLink href="/donutfonds-werk/gevers" tone="text">
              {t('donorsPage.cancel')}
            </ButtonLink>
          )}
        </ButtonRow>
      </FormFrame>
    </div>
  );
}
