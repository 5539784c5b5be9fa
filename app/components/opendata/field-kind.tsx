import { useTranslation } from 'react-i18next';
import type { FieldView } from '#app/modules/opendata/views.ts';

/** What can stand in a field: a text, one of a few words, a list of parts. */
export function FieldKind({ field }: { field: FieldView }) {
  const { t } = useTranslation('opendata');
  const { kind, isList, mayBeNull, choices, parts } = field;
  const listed = [...choices, ...parts];
  return (
    <>
      {isList ? `${t('dataset.list')}: ` : ''}
      {t(`dataset.type.${kind}`)}
      {mayBeNull ? ` ${t('dataset.may')}` : ''}
      {listed.length === 0 ? null : <code className="block text-sm break-words">{listed.join(', ')}</code>}
    </>
  );
}
