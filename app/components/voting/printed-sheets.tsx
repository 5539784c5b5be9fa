import type { ReactNode } from 'react';
import type { Instant } from '#app/kernel/instant.ts';
import { DataTable } from '../content/data-table.tsx';
import { DateText } from '../content/date-text.tsx';
import { useFormats } from '../content/use-formats.ts';
import { LabelledField } from '../forms/labelled-field.tsx';

type PrintedSheetsProps = {
  /** Who may print now posts here and gets a file; null: nobody does. */
  action: string | null;
  areas: readonly { code: string; name: string }[];
  /** How many can be made at once: the field, and what stands in it. */
  many: { name: string; most: number; start: number };
  /** What was printed before. */
  sheets: readonly { id: string; areaName: string; many: number; madeAt: Instant; madeBy: string }[];
  texts: Readonly<Record<'area' | 'many' | 'make' | 'made' | 'none' | 'count' | 'when' | 'who', string>>;
  /** More fields. */
  children?: ReactNode;
};

/** Sheets of a vote (cards, papers) to print for an area, and those that were printed. */
export function PrintedSheets({ action, areas, many, sheets, texts, children }: PrintedSheetsProps) {
  const { figure } = useFormats();
  return (
    <>
      {action === null ? null : (
        <form method="post" action={action} className="mb-6 flex flex-wrap items-end gap-4">
          <LabelledField id="gebied" label={texts.area} isInRow>
            <select id="gebied" name="areaCode" className="input">
              {areas.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </LabelledField>
          <LabelledField id="aantal" label={texts.many} isInRow>
            <input
              id="aantal"
              name={many.name}
              type="number"
              min={1}
              max={many.most}
              defaultValue={many.start}
              className="input"
            />
          </LabelledField>
          {children}
          {/* a file comes back and the page stays: the button must work again */}
          <button type="submit" className="button button-quiet">
            {texts.make}
          </button>
        </form>
      )}
      {sheets.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <DataTable
          caption={texts.made}
          columns={[
            { key: 'area', header: texts.area, cell: ({ areaName }) => areaName },
            { key: 'many', header: texts.count, numeric: true, cell: (sheet) => figure(sheet.many) },
            { key: 'when', header: texts.when, cell: ({ madeAt }) => <DateText value={madeAt} format="short" /> },
            { key: 'who', header: texts.who, cell: ({ madeBy }) => madeBy },
          ]}
          rows={sheets}
          rowKey={({ id }) => id}
        />
      )}
    </>
  );
}
