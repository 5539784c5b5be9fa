import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { longestActionText } from '#app/modules/actions/action.ts';
import type { Move } from '#app/modules/actions/form.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { RadioCards } from '../forms/choice-fields.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { SelectField, type Choice } from '../forms/select-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';

type MoveFormProps = {
  formKey: string;
  revision: number;
  reply: SubmissionResult | undefined;
  /** What the reader may say of it now. */
  moves: readonly Move[];
  bodies: readonly Choice[];
};

/** How an action stands: busy with it, done, dropped, for another body, or open again. */
export function MoveForm({ formKey, revision, reply, moves, bodies }: MoveFormProps) {
  const { t } = useTranslation('actions');
  const [form, fields] = useForm<{ move: string; text: string; toBodyId: string }>({
    id: `stand-${formKey}`,
    lastResult: reply,
    defaultValue: moves.length === 1 ? { move: moves[0] } : {},
    constraint: { move: { required: true }, text: { maxLength: longestActionText.update } },
  });
  const labels = { move: t('move.what'), text: t('move.text'), toBodyId: t('move.toBody') };
  return (
    <FormFrame form={form} labels={labels}>
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="newId" value={formKey} />
      <RadioCards
        field={fields.move}
        label={labels.move}
        choices={moves.map((move) => ({ value: move, label: t(`move.${move}`), hint: t(`move.${move}Hint`) }))}
      />
      <TextAreaField field={fields.text} label={labels.text} hint={t('move.textHint')} rows={4} />
      {moves.includes('handed') ? (
        <SelectField
          field={fields.toBodyId}
          label={labels.toBodyId}
          hint={t('move.toBodyHint')}
          emptyLabel={t('form.chooseBody')}
          choices={bodies}
        />
      ) : null}
      <ButtonRow>
        <SubmitButton>{t('move.send')}</SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
