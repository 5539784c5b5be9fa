import { useTranslation } from 'react-i18next';
import type { PublishedDecision } from '#app/modules/decisions/published.ts';
import type { RecomputedLine } from '#app/modules/decisions/recompute.ts';
import { inLocale } from '#app/modules/programme/locale.ts';
import { DataTable } from '../content/data-table.tsx';
import { ButtonLink } from '../forms/buttons.tsx';
import { Icon } from '../icon/icon.tsx';
import { Notice } from '../page/notice.tsx';
import { Section } from '../page/section.tsx';
import { useDecisionWords } from './use-decision-words.ts';

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
          <details className="group mt-4" open={!matches}>
            <summary className="flex min-h-11 items-center gap-2 font-semibold">
              <Icon name="chevron-right" className="size-5 group-open:rotate-90" />
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

const inHundredths: readonly RecomputedLine['what'][] = ['average', 'total'];
const inCents: readonly RecomputedLine['what'][] = ['award-share', 'award-remainder', 'award-amount'];

function RecomputedTable({ publication, lines }: { publication: PublishedDecision; lines: readonly RecomputedLine[] }) {
  const { t } = useTranslation('decisions');
  const { locale, hundredths, amount } = useDecisionWords();
  const titles = new Map(
    (publication.criteria?.criteria ?? []).map((one) => [one.slug, inLocale(locale, one.title, one.titleEn)]),
  );
  const say = (what: RecomputedLine['what'], value: RecomputedLine['published']) => {
    if (value === null) return t('check.nil');
    if (typeof value === 'boolean') return t(value ? 'check.true' : 'check.false');
    if (typeof value === 'number')
      return inCents.includes(what) ? amount(value) : inHundredths.includes(what) ? hundredths(value) : String(value);
    return value === 'none' || value === 'met' || value === 'missed' || value === 'unknown'
      ? t(`check.minimum.${value}`)
      : value;
  };
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
          cell: ({ what, criterion }) =>
            t(`check.what.${what}`, { criterion: criterion === null ? '' : (titles.get(criterion) ?? criterion) }),
        },
        {
          key: 'published',
          header: t('check.column.published'),
          numeric: true,
          cell: ({ what, published }) => say(what, published),
        },
        {
          key: 'computed',
          header: t('check.column.computed'),
          numeric: true,
          cell: ({ what, computed }) => say(what, computed),
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
      <div>
        <ButtonLink href={`/besluiten/${number}.json`} tone="quiet" icon="download" download>
          {t('check.download')}
        </ButtonLink>
      </div>
    </section>
  );
}
