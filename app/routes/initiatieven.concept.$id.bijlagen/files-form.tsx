import { useForm } from '@conform-to/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EnterButton, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FileField } from '#app/components/forms/file-field.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import { Section } from '#app/components/page/section.tsx';
import { acceptedFiles } from '#app/modules/initiatives/attachment.ts';

type NewFile = { file: string; description: string };

type FilesFormProps = {
  /** Address of the step, without what the last visit added to it. */
  action: string;
  /** Of a new file that was refused: it comes back as typed. */
  description: string;
  /** By field name; '' for the form as a whole. */
  mistakes: Record<string, string[]> | undefined;
  mayAdd: boolean;
  /** The files that are there. */
  added: ReactNode;
  buttons: ReactNode;
};

/** One form for all: whichever button somebody presses, what was chosen or typed beside it goes along. */
export function FilesForm({ action, description, mistakes, mayAdd, added, buttons }: FilesFormProps) {
  const { t } = useTranslation('draft');
  const [form, fields] = useForm<NewFile>({
    id: 'bestanden',
    defaultValue: { description },
    lastResult:
      mistakes === undefined ? undefined : { status: 'error', initialValue: { description }, error: mistakes },
  });
  const labels = { file: t('field.file'), description: t('field.fileDescription') };
  return (
    <FormFrame form={form} labels={labels} action={action} withFiles>
      <EnterButton name="intent" value="keep">
        {t('files.save')}
      </EnterButton>
      {added}
      {mayAdd ? (
        <Section title={t('files.add')}>
          <div className="flex flex-col gap-7">
            <FileField field={fields.file} label={labels.file} hint={t('field.fileHint')} accept={acceptedFiles} />
            <TextField field={fields.description} label={labels.description} hint={t('field.fileDescriptionHint')} />
            <div>
              <SubmitButton tone="quiet" icon="upload" name="intent" value="add">
                {t('files.add')}
              </SubmitButton>
            </div>
          </div>
        </Section>
      ) : null}
      {buttons}
    </FormFrame>
  );
}
