import type { FieldMetadata } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../forms/date-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';

type HeaderFieldsProps = { until: FieldMetadata<string>; intro: FieldMetadata<string> };

/** The day that a report is about and the words before it. */
export function HeaderFields({ until, intro }: HeaderFieldsProps) {
  const { t } = useTranslation('spendingReport');
  return (
    <>
      <DateField field={until} label={t('work.until')} hint={t('work.untilHint')} />
      <TextAreaField field={intro} label={t('work.intro')} hint={t('work.introHint')} rows={4} />
    </>
  );
}
