import { useTranslation } from 'react-i18next';
import type { PublishedDecision } from '#app/modules/decisions/published.ts';
import type { RecomputedLine } from '#app/modules/decisions/recomputed-line.ts';
import { recomputedWords, type Say } from '#app/modules/decisions/recomputed-words.ts';
import { useLocale } from '#app/i18n/use-locale.ts';
import { DataTable } from '../content/data-table.tsx';
import { Icon } from '../icon/icon.tsx';
import { Notice } from '../page/notice.tsx';
import { Section } from '../page/section.tsx';

type DecisionCheckProps = {
  publication: PublishedDecision;
  recomputed: { matches: boolean; lines: readonly RecomputedLine[] };
};

/** Every total computed anew beside the published one (rule 5). */
export function DecisionCheck({ publication, recomputed }: DecisionCheckProps) {
  const { t } = useTranslation('decisions');
  const { matches, lines } = recomputed;
  return (
    <Section id="reken-het-na" title={t('check.title')} lead={t('check.lead')}>
      {lines.length === 0 ? (
        <p className="text-ink-soft">{t('check.nothing')}</p>
      ) : (
        <>
          <Notice tone={matches ? 'success' : 'danger'} title={t(matches ? 'check.matches' : 'check.differs')} />
          <details className="mt-4" open={!matches}>
            <summary className="flex min-h-11 items-center gap-2 font-semibold">
              <Icon name="chevron-right" className="size-5 unfolded:rotate-90" />
              {t('check.show')}
            </summary>
            <p className="mt-2 mb-6 max-w-prose">
              {t(publication.subject.kind === 'donut-application' ? 'award.how' : 'check.how')}
            </p>
            <RecomputedTable publication={publication} lines={lines} />
          </details>
        </>
      )}
    </Section>
  );
}

function RecomputedTable({ publication, lines }: { publication: PublishedDecision; lines: readonly RecomputedLine[] }) {
  const { t } = useTranslation(['decisions', 'procurement']);
  const locale = useLocale();
  const words = recomputedWords(publication, t as Say, locale);
  return (
    <DataTable
      caption={t('check.caption')}
      captionHidden
      rows={lines}
      rowKey={({ what, criterion }) => `${what}-${criterion ?? ''}`}
      columns={[
        {
          key: 'what',
          header: t('check.column.what'),
          cell: words.what,
        },
        {
          key: 'published',
          header: t('check.column.published'),
          numeric: true,
          cell: ({ what, published }) => words.value(what, published),
        },
        {
          key: 'computed',
          header: t('check.column.computed'),
          numeric: true,
          cell: ({ what, computed }) => words.value(what, computed),
        },
        {
          key: 'verdict',
          header: t('check.column.verdict'),
          cell: ({ matches }) => (
            <span className={matches ? '' : 'font-semibold text-brick'}>{t(matches ? 'check.yes' : 'check.no')}</span>
          ),
        },
      ]}
    />
  );
}

type ReceiptProps = { number: string; receipt: string; matches: boolean };

/** The receipt, and how anybody checks it without us. */
export function DecisionReceipt({ number, receipt, matches }: ReceiptProps) {
  const { t } = useTranslation('decisions');
  return (
    <section aria-labelledby="controlecode" className="flex flex-col gap-3 rounded bg-tint-sand p-5">
      <h2 id="controlecode" className="text-xl">
        {t('check.receiptTitle')}
      </h2>
      <p className="tabular rounded-sm bg-page px-3 py-2 font-semibold break-all">{receipt}</p>
      <p className={`flex gap-2 font-semibold ${matches ? '' : 'text-brick'}`}>
        <Icon name={matches ? 'check' : 'warning'} className="mt-[0.2em] size-[1.15em]" />
        {t(matches ? 'check.receiptMatches' : 'check.receiptDiffers')}
      </p>
      <p>{t('check.receiptLead')}</p>
      <p className="text-sm">{t('check.receiptHow')}</p>
      <h3 className="mt-2 text-base">{t('receipt.files.title')}</h3>
      <ul className="flex flex-col">
        {[
          { href: `/besluiten/${number}.json`, label: t('receipt.files.json') },
          { href: `/besluiten/${number}.pdf`, label: t('receipt.files.pdf') },
          { href: '/besluiten/controlecodes.txt', label: t('receipt.files.codes') },
          { href: '/controleer-besluit.mjs', label: t('receipt.files.checker') },
        ].map(({ href, label }) => (
          <li key={href}>
            <a href={href} className="inline-flex min-h-11 items-center gap-2 font-semibold" download>
              <Icon name="download" className="size-[1.1em]" />
              {label}
            </a>
          </li>
        ))}
      </ul>
      <p className="text-sm">{t('receipt.files.checkerHow', { number })}</p>
    </section>
  );
}
