import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import type { PurposeChoices } from '#app/modules/donations/views.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { SelectField } from '../forms/select-field.tsx';

type PurposeFormProps = { choices: PurposeChoices; formKey: string; reply: SubmissionResult | null | undefined };

/** What people can give to from now on, and in which source that counts. */
export function PurposeForm({ choices, formKey, reply }: PurposeFormProps) {
  const { t } = useTranslation('giftWork');
  const [form, fields] = useForm<{ bodyId: string; moneySourceId: string }>({
    id: 'doel',
    lastResult: reply,
    constraint: { bodyId: { required: true }, moneySourceId: { required: true } },
  });
  const labels = { bodyId: t('purposes.to'), moneySourceId: t('purposes.source') };
  const { bodies, sources, isDonutfondsFree } = choices;
  return (
    <div className="max-w-form">
      <FormFrame form={form} labels={labels}>
        <FormKey value={formKey} />
        <SelectField
          field={fields.bodyId}
          label={labels.bodyId}
          choices={[
            ...(isDonutfondsFree ? [{ value: 'donutfonds', label: t('purposes.donutfonds') }] : []),
            ...bodies.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <SelectField
          field={fields.moneySourceId}
          label={labels.moneySourceId}
          choices={sources.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <ButtonRow>
          <SubmitButton>{t('purposes.submit')}</SubmitButton>
        </ButtonRow>
      </FormFrame>
    </div>
  );
}
