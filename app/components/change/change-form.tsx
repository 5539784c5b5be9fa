import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { longestReason, type ChangeKind, type PaymentWay } from '#app/modules/budgets/change.ts';
import type { NewChangeChoices } from '#app/modules/budgets/new-change.ts';
import { ButtonLink, ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { RadioCards } from '../forms/choice-fields.tsx';
import { DateField } from '../forms/date-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { MoneyField } from '../forms/money-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { ChoiceField } from './choice-field.tsx';

type Typed = { subject: string; target: string; amount: string; reason: string; occurredOn: string; way: PaymentWay };

type ChangeFormProps = {
  kind: ChangeKind;
  choices: NewChangeChoices;
  /** How a payment can go; one: there is nothing to choose. */
  ways: readonly PaymentWay[];
  /** Stripe is set up here. */
  isOnline: boolean;
  typed: Partial<Typed>;
  /** Of a form that came back. */
  reply: SubmissionResult | null;
  formKey: string;
};

/** The form of one kind of change: what about, how much, why and to which day it belongs. */
export function ChangeForm({ kind, choices, ways, isOnline, typed, reply, formKey }: ChangeFormProps) {
  const { t } = useTranslation(['changes', 'byStripe']);
  const required = { required: true };
  const [form, fields] = useForm<Typed>({
    id: 'wijziging',
    lastResult: reply,
    defaultValue: typed,
    constraint: {
      subject: required,
      target: required,
      amount: required,
      reason: { required: true, maxLength: longestReason },
      occurredOn: required,
      way: required,
    },
  });
  const labels = {
    subject: t(`new.choose.${kind}`),
    target: t('new.target'),
    amount: t('new.amount'),
    reason: t('new.reason'),
    occurredOn: t('new.occurredOn'),
    way: t('byStripe:way.label'),
  };
  return (
    <FormFrame form={form} labels={labels}>
      <FormKey value={formKey} />
      <ChoiceField field={fields.subject} label={labels.subject} kind={kind} choices={choices.subjects} />
      {kind === 'move' ? (
        <ChoiceField
          field={fields.target}
          label={labels.target}
          hint={t('new.targetHint')}
          kind="target"
          choices={choices.targets}
        />
      ) : null}
      {kind === 'correction' ? (
        <p className="max-w-prose">{t('new.correctionNote')}</p>
      ) : (
        <MoneyField field={fields.amount} label={labels.amount} hint={t('new.amountHint')} />
      )}
      {ways.length > 1 ? (
        <RadioCards
          field={fields.way}
          label={labels.way}
          hint={t('byStripe:way.hint')}
          choices={ways.map((way) => ({
            value: way,
            label: t(`byStripe:way.${way}`),
            hint: t(`byStripe:way.${way}Hint`),
          }))}
        />
      ) : kind === 'payment' ? (
        <p className="max-w-prose text-ink-soft">{t(isOnline ? 'byStripe:way.nobody' : 'byStripe:way.off')}</p>
      ) : null}
      <TextAreaField field={fields.reason} label={labels.reason} hint={t('new.reasonHint')} rows={3} />
      <DateField field={fields.occurredOn} label={labels.occurredOn} hint={t('new.occurredOnHint')} />
      <ButtonRow>
        <SubmitButton>{t('new.submit')}</SubmitButton>
        <ButtonLink href="/budgetbeheer/nieuw" tone="text">
          {t('new.otherKind')}
        </ButtonLink>
      </ButtonRow>
    </FormFrame>
  );
}
