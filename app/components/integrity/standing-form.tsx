import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import type { Cents } from '#app/kernel/money.ts';
import { isPrivateKind, longest, type StandingKind } from '#app/modules/integrity/standing.ts';
import { useFormats } from '../content/use-formats.ts';
import { ButtonLink, ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { RadioCards } from '../forms/choice-fields.tsx';
import { DateField } from '../forms/date-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { MoneyField } from '../forms/money-field.tsx';
import { SelectField, type Choice } from '../forms/select-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { TextField } from '../forms/text-field.tsx';

type StandingFormProps = {
  kind: StandingKind;
  organisations: readonly Choice[];
  giftFrom: Cents;
  formKey: string;
  reply: SubmissionResult | undefined;
};

type Name =
  'organisationId' | 'organisationName' | 'isPaid' | 'gift' | 'value' | 'kept' | 'beginsOn' | 'endsOn' | 'note';

const required = { required: true };

/** What has to be known of one kind of interest, and nothing else. */
export function StandingForm({ kind, organisations, giftFrom, formKey, reply }: StandingFormProps) {
  const { t } = useTranslation('interests');
  const { money } = useFormats();
  const isGift = kind === 'gift';
  const isPrivate = isPrivateKind(kind);
  const hasPay = kind === 'position' || kind === 'board';
  const [form, fields] = useForm<Record<Name, string>>({
    id: 'belang',
    lastResult: reply,
    constraint: {
      isPaid: required,
      gift: { ...required, maxLength: longest.gift },
      value: required,
      kept: required,
      beginsOn: required,
      note: { required: isPrivate, maxLength: longest.note },
      organisationName: { maxLength: longest.organisation },
    },
  });
  const labels: Record<Name, string> = {
    organisationId: t('add.organisation'),
    organisationName: t('add.organisationName'),
    isPaid: t('add.paid'),
    gift: t('add.gift'),
    value: t('add.value'),
    kept: t('add.keptLabel'),
    beginsOn: t(isGift ? 'add.gotOn' : 'add.beginsOn'),
    endsOn: t('add.endsOn'),
    note: t('add.note'),
  };
  const field = (name: Name) => ({ field: fields[name], label: labels[name] });
  return (
    <FormFrame form={form} labels={labels}>
      <FormKey value={formKey} />
      <input type="hidden" name="kind" value={kind} />
      <SelectField
        {...field('organisationId')}
        hint={t(isPrivate ? 'add.organisationPrivateHint' : 'add.organisationHint')}
        emptyLabel={t('add.chooseOrganisation')}
        choices={organisations}
      />
      <TextField {...field('organisationName')} autoComplete="organization" />
      {hasPay ? (
        <RadioCards
          {...field('isPaid')}
          columns
          choices={[
            { value: 'yes', label: t('add.yes') },
            { value: 'no', label: t('add.no') },
          ]}
        />
      ) : null}
      {isGift ? (
        <>
          <TextField {...field('gift')} hint={t('add.giftHint', { amount: money(giftFrom) })} autoComplete="off" />
          <MoneyField {...field('value')} />
          <RadioCards
            {...field('kept')}
            columns
            choices={[
              { value: 'kept', label: t('add.kept') },
              { value: 'returned', label: t('add.returned') },
            ]}
          />
        </>
      ) : null}
      <DateField {...field('beginsOn')} />
      {isGift ? null : <DateField {...field('endsOn')} hint={t('add.endsOnHint')} />}
      <TextAreaField {...field('note')} hint={t('add.noteHint')} rows={4} />
      <ButtonRow>
        <SubmitButton>{t('add.save')}</SubmitButton>
        <ButtonLink href="/mijn/belangen/nieuw" tone="text">
          {t('add.other')}
        </ButtonLink>
      </ButtonRow>
    </FormFrame>
  );
}
