import { useForm } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { FileField } from '../forms/file-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { Notice } from '../page/notice.tsx';
import { Section } from '../page/section.tsx';
import type { FileMistake } from '#app/modules/search/places-file.ts';

/** Reads a street register in; its mistakes stand above it, by line. */
export function PlaceFile({ mistakes }: { mistakes: readonly FileMistake[] }) {
  const { t } = useTranslation('searchWords');
  const [form, fields] = useForm<{ file: string }>({ id: 'straten', constraint: { file: { required: true } } });
  return (
    <Section id="bestand" title={t('file.title')} lead={t('file.lead')}>
      {mistakes.length === 0 ? null : (
        <div className="mb-7">
          <Notice tone="danger" role="alert">
            <p>{t('file.stopped')}</p>
            <ul className="mt-2 list-disc pl-5">
              {mistakes.map(({ line, kind, given }) => (
                <li key={`${String(line)} ${kind}`} className="break-words">
                  {line === null ? null : `${t('file.line', { line })} `}
                  {t(`file.mistake.${kind}`, { given })}
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      <FormFrame form={form} labels={{ file: t('file.file') }} withFiles>
        <FileField field={fields.file} label={t('file.file')} hint={t('file.hint')} accept=".csv,.txt,text/csv" />
        <ButtonRow>
          <SubmitButton icon="upload" name="intent" value="read-file">
            {t('file.read')}
          </SubmitButton>
        </ButtonRow>
      </FormFrame>
    </Section>
  );
}
