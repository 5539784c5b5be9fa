import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { dueKinds, longestActionText } from '#app/modules/actions/action.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { RadioCards } from '../forms/choice-fields.tsx';
import { DateField } from '../forms/date-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { SelectField, type Choice } from '../forms/select-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { TextField } from '../forms/text-field.tsx';

export type TypedAction = {
  title: string;
  explanation: string;
  ownerPersonId: string;
  organisationId: string;
  ownerWords: string;
  dueKind: string;
  dueOn: string;
  decisionNumber: string;
};

type ActionFormProps = {
  id: string;
  reply: SubmissionResult | undefined;
  people: readonly Choice[];
  organisations: readonly Choice[];
  /** What the action says now; left out for a new one, which can say which decision it is of. */
  typed?: Partial<TypedAction>;
  hidden: Readonly<Record<string, string>>;
};

const words: Record<(typeof dueKinds)[number], 'dueDay' | 'dueAsap' | 'dueOngoing'> = {
  day: 'dueDay',
  asap: 'dueAsap',
  ongoing: 'dueOngoing',
};

/** What an action says: what, who and by when. */
export function ActionForm({ id, reply, people, organisations, typed, hidden }: ActionFormProps) {
  const { t } = useTranslation('actions');
  const [form, fields] = useForm<TypedAction>({
    id,
    lastResult: reply,
    defaultValue: typed ?? { dueKind: 'day' },
    constraint: {
      title: { required: true, maxLength: longestActionText.title },
      explanation: { maxLength: longestActionText.explanation },
      ownerWords: { maxLength: longestActionText.owner },
      dueKind: { required: true },
    },
  });
  const labels = {
    title: t('form.title'),
    explanation: t('form.explanation'),
    ownerPersonId: t('form.ownerPersonId'),
    organisationId: t('form.organisationId'),
    ownerWords: t('form.ownerWords'),
    dueKind: t('form.dueKind'),
    dueOn: t('form.dueOn'),
    decisionNumber: t('form.decisionNumber'),
  };
  return (
    <FormFrame form={form} labels={labels}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField field={fields.title} label={labels.title} hint={t('form.titleHint')} />
      <TextAreaField field={fields.explanation} label={labels.explanation} rows={4} />
      <SelectField
        field={fields.organisationId}
        label={labels.organisationId}
        emptyLabel={t('form.noOrganisation')}
        choices={organisations}
      />
      <TextField field={fields.ownerWords} label={labels.ownerWords} hint={t('form.ownerWordsHint')} />
      <SelectField
        field={fields.ownerPersonId}
        label={labels.ownerPersonId}
        hint={t('form.ownerPersonHint')}
        emptyLabel={t('form.nobody')}
        choices={people}
      />
      <RadioCards
        field={fields.dueKind}
        label={labels.dueKind}
        choices={dueKinds.map((kind) => ({
          value: kind,
          label: t(`form.${words[kind]}`),
          ...(kind === 'asap' ? { hint: t('form.dueAsapHint') } : {}),
        }))}
      />
      <DateField field={fields.dueOn} label={labels.dueOn} />
      {typed === undefined ? (
        <TextField field={fields.decisionNumber} label={labels.decisionNumber} hint={t('form.decisionHint')} />
      ) : null}
      <ButtonRow>
        <SubmitButton>{t(typed === undefined ? 'form.save' : 'form.saveEdit')}</SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
