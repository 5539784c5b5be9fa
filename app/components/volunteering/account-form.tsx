import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { TextField } from '../forms/text-field.tsx';

type AccountFormProps = {
  /** The account that it replaces; null: the first one. */
  replaces: string | null;
  formKey: string;
  reply: SubmissionResult | null | undefined;
};

/** Number and name of the account to which somebody wants to be paid. */
export function AccountForm({ replaces, formKey, reply }: AccountFormProps) {
  const { t } = useTranslation('bank');
  const [form, fields] = useForm<{ iban: string; holder: string }>({
    id: 'rekening',
    lastResult: reply ?? null,
    constraint: { iban: { required: true }, holder: { required: true } },
  });
  return (
    <FormFrame form={form} labels={{ iban: t('iban'), holder: t('holder') }}>
      <input type="hidden" name="formKey" value={formKey} />
      <input type="hidden" name="replaces" value={replaces ?? ''} />
      <TextField field={fields.iban} label={t('iban')} hint={t('ibanHint')} autoComplete="off" spellCheck={false} />
      <TextField
        field={fields.holder}
        label={t('holder')}
        hint={`${t('holderHint')} ${t('family')}`}
        autoComplete="name"
        spellCheck={false}
      />
      <ButtonRow>
        <SubmitButton name="intent" value="save">
          {t(replaces === null ? 'add.submit' : 'change.submit')}
        </SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
