import { useTranslation } from 'react-i18next';
import type { DoorLine } from '#app/modules/gatherings/views.ts';
import { Written } from '../content/written.tsx';

const emptyRows = 12;

/** A list to print: a box to tick, the code and the name, and room for who did not register. */
export function DoorPaper({ lines }: { lines: readonly DoorLine[] }) {
  const { t } = useTranslation('gatheringWork');
  return (
    <table className="w-full">
      <thead>
        <tr className="border-b text-left">
          <th scope="col" className="w-20 py-2">
            {t('print.here')}
          </th>
          <th scope="col" className="w-24 py-2">
            {t('print.code')}
          </th>
          <th scope="col" className="py-2">
            {t('print.name')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, name, doorCode }) => (
          <tr key={id} className="border-b">
            <td className="py-2 text-2xl">☐</td>
            <td className="tabular py-2">{doorCode}</td>
            <th scope="row" className="py-2 text-left font-normal">
              <Written>{name}</Written>
            </th>
          </tr>
        ))}
        <tr>
          <th scope="colgroup" colSpan={3} className="pt-6 text-left">
            {t('print.walkIns')}
          </th>
        </tr>
        {Array.from({ length: emptyRows }, (_, row) => (
          <tr key={row} className="h-12 border-b">
            <td colSpan={3} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
