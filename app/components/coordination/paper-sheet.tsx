import { useTranslation } from 'react-i18next';
import { blankLines } from '#app/modules/allowances/sheet-form.ts';
import { Written } from '../content/written.tsx';

/** The paper on which volunteers write their hours, with room for who is new. */
export function PaperSheet({ people }: { people: readonly string[] }) {
  const { t } = useTranslation('coordination');
  const columns = ['from', 'to', 'hours', 'signature'] as const;
  const blank = Array.from({ length: blankLines }, (_, index) => `${t('print.newName')} ${String(index + 1)}`);
  const rows = [
    ...people.map((name, index) => ({ key: `p${String(index)}`, name, isNew: false })),
    ...blank.map((name) => ({ key: name, name: '', isNew: true })),
  ];
  return (
    <div className="flex flex-col gap-6">
      <p className="flex flex-wrap gap-x-16 gap-y-2">
        <span>{t('print.day')} ………………………</span>
        <span>{t('print.coordinator')} ………………………</span>
      </p>
      <table className="data-table">
        <caption className="sr-only">{t('page.print')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('print.name')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`print.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, isNew }) => (
            <tr key={key}>
              <th scope="row" className="py-4">
                {isNew ? (
                  <span className="text-sm font-normal text-ink-soft">{t('print.newName')}</span>
                ) : name === '' ? (
                  t('page.nameless')
                ) : (
                  <Written>{name}</Written>
                )}
              </th>
              {columns.map((column) => (
                <td key={column} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-ink-soft">{t('print.note')}</p>
    </div>
  );
}
