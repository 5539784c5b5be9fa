import { useTranslation } from 'react-i18next';
import { mostPapers } from '#app/modules/voting/paper.ts';
import type { PaperWorkView } from '#app/modules/voting/views.ts';
import { SubmitButton } from '../forms/buttons.tsx';
import { DataTable } from '../content/data-table.tsx';
import { DateText } from '../content/date-text.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Section } from '../page/section.tsx';

/** Papers to print for an area, and those that were printed. */
export function PrintPapers({ vote, formKey }: { vote: PaperWorkView; formKey: string }) {
  const { t } = useTranslation('votingPaper');
  const { figure } = useFormats();
  const isPrinted = vote.mayRun && ['announced', 'open'].includes(vote.state);
  return (
    <Section title={t('work.print')} id="biljetten">
      <p className="mb-4 max-w-prose">{t('work.printText')}</p>
      {isPrinted ? (
        <form method="post" action={`/stemwerk/${vote.id}/biljetten`} className="mb-6 flex flex-wrap items-end gap-4">
          <input type="hidden" name="formKey" value={formKey} />
          <div className="flex flex-col gap-1.5">
            <label htmlFor="gebied" className="font-semibold">
              {t('work.area')}
            </label>
            <select id="gebied" name="areaCode" className="input">
              {vote.areas.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div className="flex flex-col gap-1.5">
            <label htmlFor="aantal" className="font-semibold">
              {t('work.papers')}
            </label>
            <input
              id="aantal"
              name="papers"
              type="number"
              min={1}
              max={mostPapers}
              defaultValue={50}
              className="input"
            />
          </div>
          <SubmitButton tone="quiet">{t('work.make')}</SubmitButton>
        </form>
      ) : null}
      {vote.sheets.length === 0 ? (
        <p>{t('work.none')}</p>
      ) : (
        <DataTable
          caption={t('work.made')}
          columns={[
            { key: 'area', header: t('work.area'), cell: ({ areaName }) => areaName },
            { key: 'papers', header: t('work.count'), numeric: true, cell: ({ papers }) => figure(papers) },
            { key: 'when', header: t('work.when'), cell: ({ madeAt }) => <DateText value={madeAt} format="short" /> },
            { key: 'who', header: t('work.who'), cell: ({ madeBy }) => madeBy },
            ...(isPrinted
              ? [
                  {
                    key: 'file',
                    header: t('work.file'),
                    cell: (sheet: Sheet) => <SheetFiles sheet={sheet} voteId={vote.id} />,
                  },
                ]
              : []),
          ]}
          rows={vote.sheets}
          rowKey={({ id }) => id}
        />
      )}
    </Section>
  );
}

type Sheet = PaperWorkView['sheets'][number];

/** The same papers in both sizes of letters: one of them is printed, once. */
function SheetFiles({ sheet: { id, areaName, papers }, voteId }: { sheet: Sheet; voteId: string }) {
  const { t } = useTranslation('votingPaper');
  const { figure } = useFormats();
  return (
    <span className="flex flex-wrap gap-x-4">
      {(['normal', 'large'] as const).map((letters) => {
        const query = new URLSearchParams({ reeks: id, ...(letters === 'large' ? { letters: 'groot' } : {}) });
        return (
          <a
            key={letters}
            href={`/stemwerk/${voteId}/biljetten?${query.toString()}`}
            aria-label={t(`work.fileOf.${letters}`, { papers: figure(papers), area: areaName })}
          >
            {t(`work.${letters}`)}
          </a>
        );
      })}
    </span>
  );
}
