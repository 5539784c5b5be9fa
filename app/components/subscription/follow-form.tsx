import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import type { SubjectChoices } from '#app/modules/subscriptions/views.ts';
import { rhythms, subjectWord } from '#app/modules/subscriptions/subject.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { RadioCards } from '../forms/choice-fields.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { HoneypotField } from '../forms/hidden-fields.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { TextField } from '../forms/text-field.tsx';

type FollowFormProps = {
  /** Null: what is followed was chosen on its own page. */
  choices: SubjectChoices | null;
  chosen: string;
  /** Without account an address is asked. */
  asksAddress: boolean;
  reply: SubmissionResult | null;
};

type Typed = Record<'wat' | 'rhythm' | 'email', string>;

export function FollowForm({ choices, chosen, asksAddress, reply }: FollowFormProps) {
  const { t } = useTranslation('subscriptions');
  const needed = { required: true };
  const [form, fields] = useForm<Typed>({
    id: 'volgen',
    lastResult: reply,
    constraint: { wat: needed, rhythm: needed, email: needed },
    defaultValue: { wat: chosen, rhythm: 'weekly', email: '' },
  });
  const labels = { wat: t('what'), rhythm: t('rhythm'), email: t('email') };
  return (
    <FormFrame form={form} labels={labels}>
      {choices === null ? (
        <input type="hidden" name="wat" value={chosen} />
      ) : (
        <SelectField
          field={fields.wat}
          label={labels.wat}
          hint={t('whatHint')}
          emptyLabel={t('whatEmpty')}
          choices={(['body', 'theme', 'wijk'] as const).map((kind) => ({
            label: t(`group.${kind}`),
            choices: choices[kind].map(({ key, name }) => ({ value: subjectWord({ kind, key }), label: name })),
          }))}
        />
      )}
      <RadioCards
        field={fields.rhythm}
        label={labels.rhythm}
        choices={rhythms.map((rhythm) => ({ value: rhythm, label: t(`rhythmChoice.${rhythm}`) }))}
      />
      {asksAddress ? (
        <>
          <TextField
            field={fields.email}
            label={labels.email}
            hint={t('emailHint')}
            type="email"
            autoComplete="email"
            inputMode="email"
          />
          <HoneypotField />
        </>
      ) : null}
      <ButtonRow>
        <SubmitButton name="intent" value="follow">
          {t('follow')}
        </SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
