import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { countingChoices } from '#app/modules/voting/form.ts';
import { ballotKinds, longestVoteText } from '#app/modules/voting/vote.ts';
import type { VoteChoices } from '#app/modules/voting/views.ts';
import { useFormats } from '../content/use-formats.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { CheckboxField, CheckboxGroup, RadioCards } from '../forms/choice-fields.tsx';
import { DateField } from '../forms/date-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { MoneyField } from '../forms/money-field.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { TextField } from '../forms/text-field.tsx';

/** What stands in the fields, as typed. */
export type VoteFields = {
  title: string;
  question: string;
  fundId: string;
  amount: string;
  areaCodes: string[];
  minimumAge: string;
  opensOn: string;
  opensTime: string;
  closesOn: string;
  closesTime: string;
  ballot: string;
  atMost: string;
  counting: string;
  minimumVotes: string;
  byAccount: string;
  byIdentity: string;
};

type VoteFormProps = {
  choices: VoteChoices;
  /** What people call the identity provider; null: there is none. */
  provider: string | null;
  formKey: string;
  revision: number;
  reply: SubmissionResult | null | undefined;
  filledIn: Partial<VoteFields>;
};

/** Prepares a vote, or changes what was prepared. */
export function VoteForm({ choices, provider, formKey, revision, reply, filledIn }: VoteFormProps) {
  const { t } = useTranslation('votingWork');
  const { money } = useFormats();
  const required = { required: true };
  const [form, fields] = useForm<VoteFields>({
    id: 'stemming',
    lastResult: reply,
    constraint: {
      title: { ...required, maxLength: longestVoteText.title },
      question: { ...required, maxLength: longestVoteText.question },
      fundId: required,
      amount: required,
      areaCodes: required,
      minimumAge: required,
      opensOn: required,
      opensTime: required,
      closesOn: required,
      closesTime: required,
      ballot: required,
      counting: required,
      minimumVotes: required,
    },
    defaultValue: filledIn,
  });
  const labels = {
    title: t('form.voteTitle'),
    question: t('form.question'),
    fundId: t('form.fund'),
    amount: t('form.amount'),
    areaCodes: t('form.areas'),
    minimumAge: t('form.age'),
    opensOn: t('form.opensOn'),
    opensTime: t('form.opensTime'),
    closesOn: t('form.closesOn'),
    closesTime: t('form.closesTime'),
    ballot: t('form.ballot'),
    atMost: t('form.atMost'),
    counting: t('form.counting'),
    minimumVotes: t('form.minimumVotes'),
    byAccount: t('form.byAccount'),
    byIdentity: t('form.byIdentity', { name: provider ?? '' }),
  };
  return (
    <FormFrame form={form} labels={labels}>
      <FormKey value={formKey} />
      <input type="hidden" name="revision" value={revision} />
      <TextField field={fields.title} label={labels.title} autoComplete="off" />
      <TextAreaField field={fields.question} label={labels.question} hint={t('form.questionHint')} />
      <SelectField
        field={fields.fundId}
        label={labels.fundId}
        choices={choices.funds.map(({ id, name, free }) => ({
          value: id,
          label: t('form.fundChoice', { name, left: money(free) }),
        }))}
      />
      <MoneyField field={fields.amount} label={labels.amount} hint={t('form.amountHint')} />
      <CheckboxGroup
        field={fields.areaCodes}
        label={labels.areaCodes}
        choices={choices.areas.map(({ code, name }) => ({ value: code, label: name }))}
        columns
      />
      <TextField field={fields.minimumAge} label={labels.minimumAge} inputMode="numeric" />
      <DateField field={fields.opensOn} label={labels.opensOn} />
      <TextField field={fields.opensTime} label={labels.opensTime} />
      <DateField field={fields.closesOn} label={labels.closesOn} />
      <TextField field={fields.closesTime} label={labels.closesTime} />
      <RadioCards
        field={fields.ballot}
        label={labels.ballot}
        choices={ballotKinds.map((value) => ({ value, label: t(`form.ballots.${value}`) }))}
      />
      <TextField field={fields.atMost} label={labels.atMost} inputMode="numeric" />
      <RadioCards
        field={fields.counting}
        label={labels.counting}
        choices={countingChoices.map((value) => ({ value, label: t(`form.countings.${value}`) }))}
      />
      <TextField field={fields.minimumVotes} label={labels.minimumVotes} inputMode="numeric" />
      <CheckboxField field={fields.byAccount} label={labels.byAccount} />
      {provider === null ? null : (
        <CheckboxField field={fields.byIdentity} label={labels.byIdentity} hint={t('form.byIdentityHint')} />
      )}
      <ButtonRow>
        <SubmitButton>{t('form.save')}</SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
