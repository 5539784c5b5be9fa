import { useTranslation } from 'react-i18next';
import { mostPapers } from '#app/modules/voting/paper.ts';
import type { PaperWorkView } from '#app/modules/voting/views.ts';
import { LabelledField } from '../forms/labelled-field.tsx';
import { Section } from '../page/section.tsx';
import { PrintedSheets } from './printed-sheets.tsx';

/** Papers to print for an area, and those that were printed. */
export function PrintPapers({ vote }: { vote: PaperWorkView }) {
  const { t } = useTranslation('votingPaper');
  const isPrinted = vote.mayRun && ['announced', 'open'].includes(vote.state);
  return (
    <Section title={t('work.print')}>
      <p className="mb-4 max-w-prose">{t('work.printText')}</p>
      <PrintedSheets
        action={isPrinted ? `/stemwerk/${vote.id}/biljetten` : null}
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
      >
        <LabelledField id="letters" label={t('work.letters')} isInRow>
          <select id="letters" name="letters" className="input">
            <option value="normal">{t('work.normal')}</option>
            <option value="large">{t('work.large')}</option>
          </select>
        </LabelledField>
      </PrintedSheets>
    </Section>
  );
}
