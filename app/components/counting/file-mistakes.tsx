import { useTranslation } from 'react-i18next';
import type { Mistake } from '#app/modules/counting/pabulib/file.ts';

/** What is wrong with a file, by line. */
export function FileMistakes({ mistakes, more }: { mistakes: readonly Mistake[]; more: number }) {
  const { t } = useTranslation('counting');
  return (
    <ul>
      {mistakes.map(({ line, kind, found }) => {
        const what = t(`mistake.${kind}`);
        const whole = found === '' ? what : t('mistake.found', { what, found: found.slice(0, 80) });
        return <li key={`${String(line)} ${kind} ${found}`}>{t('mistake.line', { line, what: whole })}</li>;
      })}
      {more === 0 ? null : <li>{t('own.more', { count: more })}</li>}
    </ul>
  );
}
