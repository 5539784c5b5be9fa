import { useForm } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { SubmitButton } from '#app/components/forms/buttons.tsx';
import { FileField } from '#app/components/forms/file-field.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import { acceptedFiles } from '#app/modules/initiatives/attachment.ts';

type NewFile = { file: string; description: string };

/** One file at a time, with what it shows. */
export function AddFile({ description }: { description: string }) {
  const { t } = useTranslation('draft');
  const [form, fields] = useForm<NewFile>({
    id: 'nieuw-bestand',
    defaultValue: { description },
    constraint: { file: { required: true } },
  });
  const labels = { file: t('field.file'), description: t('field.fileDescription') };
  return (
    <FormFrame form={form} labels={labels} withFiles>
      <FileField field={fields.file} label={labels.file} hint={t('field.fileHint')} accept={acceptedFiles} />
      <TextField field={fields.description} label={labels.description} hint={t('field.fileDescriptionHint')} />
      <div>
        <SubmitButton tone="quiet" icon="upload" name="intent" value="add">
          {t('files.add')}
        </SubmitButton>
      </div>
    </FormFrame>
  );
}
