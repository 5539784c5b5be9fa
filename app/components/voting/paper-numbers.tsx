import { useTranslation } from 'react-i18next';
import type { PaperNumbers } from '#app/modules/voting/views.ts';
import { useFormats } from '../content/use-formats.ts';
import { Section } from '../page/section.tsx';

/** What became of the papers of a vote. */
export function PaperNumbersTable({ numbers }: { numbers: PaperNumbers }) {
  const { t } = useTranslation('votingPaper');
  const { figure } = useFormats();
  const { printed, counted, invalid, waiting, unused, reasons } = numbers;
  const rows = [
    { key: 'printed', name: t('numbers.printed'), papers: printed },
    { key: 'counted', name: t('numbers.counted'), papers: counted.length },
    { key: 'invalid', name: t('numbers.invalid'), papers: invalid.length },
    ...reasons.map(({ reason, papers }) => ({ key: reason, name: `– ${t(`reason.${reason}`)}`, papers })),
    ...(waiting.length === 0 ? [] : [{ key: 'waiting', name: t('numbers.waiting'), papers: waiting.length }]),
    { key: 'unused', name: t('numbers.unused'), papers: unused },
  ];
  return (
    <>
      <dl className="max-w-form">
        {rows.map(({ key, name, papers }) => (
          <div key={key} className="flex justify-between gap-4 border-b border-line py-2">
            <dt>{name}</dt>
            <dd className="tabular font-semibold">{figure(papers)}</dd>
          </div>
        ))}
      </dl>
      {waiting.length === 0 ? null : (
        <p className="tabular mt-4 max-w-prose">
          <span className="font-semibold">{t('numbers.waitingList')}</span>: {waiting.join(', ')}
        </p>
      )}
    </>
  );
}

/** The same for voters: also which numbers were counted. */
export function PaperControl({ numbers }: { numbers: PaperNumbers }) {
  const { t } = useTranslation('votingPaper');
  return (
    <Section title={t('numbers.title')} id="papier">
      <p className="mb-4 max-w-prose">{t('numbers.text')}</p>
      <PaperNumbersTable numbers={numbers} />
      <dl className="tabular mt-4 flex max-w-prose flex-col gap-3">
        {numbers.counted.length === 0 ? null : (
          <div>
            <dt className="font-semibold">{t('numbers.countedList')}</dt>
            <dd>{numbers.counted.join(', ')}</dd>
          </div>
        )}
        {numbers.invalid.length === 0 ? null : (
          <div>
            <dt className="font-semibold">{t('numbers.invalidList')}</dt>
            <dd>{numbers.invalid.join(', ')}</dd>
          </div>
        )}
      </dl>
    </Section>
  );
}
