import { useForm } from '@conform-to/react';
import { getZodConstraint } from '@conform-to/zod/v4';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { SelectField } from '#app/components/forms/select-field.tsx';
import { TextAreaField } from '#app/components/forms/text-area-field.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import { referForm, referOutsideForm } from '#app/modules/loket/form.ts';
import { receivingKinds } from '#app/modules/loket/referral.ts';
import { formAction, HiddenFacts, type LoketFormProps } from './hidden-facts.tsx';

export function ReferForm({ dossier, formKey, reply }: LoketFormProps) {
  const { t } = useTranslation('loket');
  const [form, fields] = useForm<z.input<typeof referForm>>({
    id: 'doorsturen',
    lastResult: reply,
    constraint: getZodConstraint(referForm),
  });
  const groups = receivingKinds.map((kind) => ({
    label: t(`act.kind.${kind}`),
    choices: dossier.receivingBodies
      .filter((body) => body.kind === kind)
      .map(({ id, name }) => ({ value: id, label: name })),
  }));
  return (
    <FormFrame
      form={form}
      action={formAction(dossier)}
      labels={{ toBodyId: t('act.refer.body'), reason: t('act.refer.reason') }}
    >
      <HiddenFacts intent="refer" dossier={dossier} formKey={formKey} />
      <SelectField
        field={fields.toBodyId}
        label={t('act.refer.body')}
        choices={groups.filter(({ choices }) => choices.length > 0)}
        emptyLabel={t('act.refer.choose')}
      />
      <TextAreaField field={fields.reason} label={t('act.refer.reason')} rows={4} />
      <ButtonRow>
        <SubmitButton tone="quiet">{t('act.refer.submit')}</SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}

export function OutsideForm({ dossier, formKey, reply }: LoketFormProps) {
  const { t } = useTranslation('loket');
  const [form, fields] = useForm<z.input<typeof referOutsideForm>>({
    id: 'buiten',
    lastResult: reply,
    constraint: getZodConstraint(referOutsideForm),
  });
  return (
    <FormFrame
      form={form}
      action={formAction(dossier)}
      labels={{ fundName: t('act.outside.fund'), fundLink: t('act.outside.link'), reason: t('act.outside.reason') }}
    >
      <HiddenFacts intent="refer-outside" dossier={dossier} formKey={formKey} />
      <TextField field={fields.fundName} label={t('act.outside.fund')} />
      <TextField field={fields.fundLink} label={t('act.outside.link')} hint={t('act.outside.linkHint')} type="url" />
      <TextAreaField field={fields.reason} label={t('act.outside.reason')} rows={4} />
      <ButtonRow>
        <SubmitButton tone="danger">{t('act.outside.submit')}</SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
