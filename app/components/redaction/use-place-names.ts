import { useTranslation } from 'react-i18next';

const parts = ['line', 'annex', 'attendee', 'amendments', 'reason'] as const;
const fields = [
  'subject',
  'text',
  'explanation',
  'who',
  'when',
  'criteria',
  'interests',
  'organisation',
  'interest',
] as const;
const oneOf = <Word extends string>(words: readonly Word[], word: string | undefined) =>
  words.find((one) => one === word);

/**
 * Names of the places in minutes: "Regel 3, toelichting".
 * @param keys of all passages in the order of reading, as in `line:<key>:explanation`
 */
export function usePlaceNames(keys: readonly string[]): (passage: string) => string {
  const { t } = useTranslation('redaction');
  const rows = new Map<string, number>();
  const seen = new Map<string, number>();
  for (const key of keys) {
    const [part = '', row = ''] = key.split(':');
    const id = `${part}:${row}`;
    if (rows.has(id)) continue;
    const number = (seen.get(part) ?? 0) + 1;
    seen.set(part, number);
    rows.set(id, number);
  }
  return (passage) => {
    const [partWord, row = '', fieldWord] = passage.split(':');
    const part = oneOf(parts, partWord);
    const field = oneOf(fields, fieldWord);
    if (part === undefined) return passage;
    const place = t(`place.${part}`, { number: rows.get(`${part}:${row}`) ?? 0 });
    return field === undefined ? place : `${place}, ${t(`place.${field}`)}`;
  };
}
