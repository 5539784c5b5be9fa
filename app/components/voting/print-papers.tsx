import { useTranslation } from 'react-i18next';
import { mostPapers } from '#app/modules/voting/paper.ts';
import type { PaperWorkView } from '#app/modules/voting/views.ts';
import { useFormats } from '../content/use-formats.ts';
import { Section } from '../page/section.tsx';
import { PrintedSheets, type PrintedSheet } from './printed-sheets.tsx';

/** Papers to print for an area, and those that were printed. */
export function PrintPapers({ vote, formKey }: { vote: PaperWorkView; formKey: string }) {
  const { t } = useTranslation('votingPaper');
  const isPrinted = vote.mayRun && ['announced', 'open'].includes(vote.state);
  return (
    <Section title={t('work.print')} id="biljetten">
      <p className="mb-4 max-w-prose">{t('work.printText')}</p>
      <PrintedSheets
        action={isPrinted ? `/stemwerk/${vote.id}/biljetten` : null}
        formKey={formKey}
        areas={vote.areas}
        many={{ name: 'papers', most: mostPapers, start: 50 }}
        sheets={vote.sheets.map(({ papers, ...sheet }) => ({ ...sheet, many: papers }))}
        texts={{
          area: t('work.area'),
          many: t('work.papers'),
          make: t('work.make'),
          made: t('work.made'),
          none: t('work.none'),
          count: t('work.count'),
          when: t('work.when'),
          who: t('work.who'),
        }}
        {...(isPrinted
          ? { files: { header: t('work.file'), of: (sheet) => <SheetFiles sheet={sheet} voteId={vote.id} /> } }
          : {})}
      />
    </Section>
  );
}

/** The same papers in both sizes of letters: one of them is printed, once. */
function SheetFiles({ sheet: { id, areaName, many: papers }, voteId }: { sheet: PrintedSheet; voteId: string }) {
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
