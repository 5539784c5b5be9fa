import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { TextField } from '../forms/text-field.tsx';

type Reply = { reply: SubmissionResult | null | undefined };

/** The new address. */
export function NewAddressForm({ reply }: Reply) {
  const { t } = useTranslation('mailAddress');
  const [form, fields] = useForm<{ email: string }>({
    id: 'mailadres',
    lastResult: reply ?? null,
    constraint: { email: { required: true } },
  });
  return (
    <FormFrame form={form} labels={{ email: t('ask.email') }}>
      <TextField
        field={fields.email}
        label={t('ask.email')}
        hint={t('ask.hint')}
        type="email"
        autoComplete="email"
        inputMode="email"
        spellCheck={false}
      />
      <ButtonRow>
        <SubmitButton name="intent" value="ask" icon="mail">
          {t('ask.submit')}
        </SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}

/** The code that came at the new address, and the way back. */
export function AddressCodeForm({ reply }: Reply) {
  const { t } = useTranslation('mailAddress');
  const [form, fields] = useForm<{ code: string }>({
    id: 'mailadrescode',
    lastResult: reply ?? null,
    constraint: { code: { required: true } },
  });
  return (
    <>
      <FormFrame form={form} labels={{ code: t('code.label') }}>
        <TextField
          field={fields.code}
          label={t('code.label')}
          hint={t('code.hint')}
          autoComplete="one-time-code"
          inputMode="numeric"
          spellCheck={false}
        />
        <ButtonRow>
          <SubmitButton name="intent" value="confirm">
            {t('code.submit')}
          </SubmitButton>
        </ButtonRow>
      </FormFrame>
      <form method="post" className="mt-8 flex flex-col gap-3">
        <p className="max-w-prose text-ink-soft">{t('code.nothing')}</p>
        <ButtonRow>
          <SubmitButton tone="quiet" name="intent" value="drop">
            {t('code.other')}
          </SubmitButton>
        </ButtonRow>
      </form>
    </>
  );
}
