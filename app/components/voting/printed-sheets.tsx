import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '#app/kernel/instant.ts';
import { DataTable } from '../content/data-table.tsx';
import { DateText } from '../content/date-text.tsx';
import { useFormats } from '../content/use-formats.ts';
import { SubmitButton } from '../forms/buttons.tsx';
import { LabelledField } from '../forms/labelled-field.tsx';
import { useNewSheets } from './use-new-sheets.ts';

export type PrintedSheet = { id: string; areaName: string; many: number; madeAt: Instant; madeBy: string };

type PrintedSheetsProps = {
  /** Who may print now posts here; null: nobody does. */
  action: string | null;
  /** By chance for this form: posting it again makes no others. */
  formKey: string;
  areas: readonly { code: string; name: string }[];
  /** How many can be made at once: the field, and what stands in it. */
  many: { name: string; most: number; start: number };
  /** What was printed before. */
  sheets: readonly PrintedSheet[];
  texts: Readonly<Record<'area' | 'many' | 'make' | 'made' | 'none' | 'count' | 'when' | 'who', string>>;
  /** Where the file of a sheet is got, as often as one wants; without it the file comes back once, when it is made. */
  files?: { header: string; of: (sheet: PrintedSheet) => ReactNode };
};

/** Sheets of a vote (cards, papers) to print for an area, and those that were printed. */
export function PrintedSheets({ action, formKey, areas, many, sheets, texts, files }: PrintedSheetsProps) {
  const { figure } = useFormats();
  const { t } = useTranslation('votingWork');
  const lookForNew = useNewSheets(sheets.length);
  return (
    <>
      {action === null ? null : (
        <form
          method="post"
          action={action}
          className="mb-6 flex flex-wrap items-end gap-4"
          onSubmit={files === undefined ? lookForNew : undefined}
        >
          <input type="hidden" name="formKey" value={formKey} />
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
          {files === undefined ? (
            // a file comes back and the page stays: the button must work again
            <button type="submit" className="button button-quiet">
              {texts.make}
            </button>
          ) : (
            <SubmitButton tone="quiet">{texts.make}</SubmitButton>
          )}
        </form>
      )}
      {files === undefined && action !== null ? (
        <noscript>
          <p className="mb-4">{t('codes.afterDownload')}</p>
        </noscript>
      ) : null}
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
            ...(files === undefined ? [] : [{ key: 'file', header: files.header, cell: files.of }]),
          ]}
          rows={sheets}
          rowKey={({ id }) => id}
        />
      )}
    </>
  );
}
