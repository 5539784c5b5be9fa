import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import type { ChangeKind } from '../change.ts';
import type { ChangeFacts, MoneyPlace } from '../change-view.ts';
import { groundAddress } from '../ground-address.ts';

const source = { select: { slug: true, name: true, nameEn: true } } as const;
const fund = {
  select: { slug: true, name: true, body: { select: { id: true, slug: true, name: true } }, moneySource: source },
} as const;
const subject = { kind: true, moneySource: source, fromFund: fund, toFund: fund } as const;

/** What `factsOf` needs of a row. */
export const factsSelect = {
  ...subject,
  amountCents: true,
  reason: true,
  occurredOn: true,
  decision: { select: { number: true, title: true } },
  spending: {
    select: { number: true, what: true, body: { select: { slug: true } }, fund: { select: { year: true } } },
  },
  corrects: { select: { change: { select: { ...subject, number: true } } } },
} as const;

type SourceRow = { slug: string; name: string; nameEn: string };
type BodyRow = { id: string; slug: string; name: string };
type FundRow = { slug: string; name: string; body: BodyRow; moneySource: SourceRow };
type SubjectRow = { kind: string; moneySource: SourceRow | null; fromFund: FundRow | null; toFund: FundRow | null };

export type FactsRow = SubjectRow & {
  amountCents: bigint;
  reason: string;
  occurredOn: Date;
  decision: { number: string | null; title: string } | null;
  spending: { number: string | null; what: string; body: { slug: string }; fund: { year: number } } | null;
  corrects: { change: (SubjectRow & { number: string | null }) | null } | null;
};

export const theSource = (row: SourceRow): MoneyPlace => ({ ...row, kind: 'source' });
export const theLine = ({ slug, name }: { slug: string; name: string }): MoneyPlace => ({
  kind: 'line',
  slug,
  name,
  nameEn: name,
});

/** Where the money of a change comes from and goes to, as people would say it. */
function way({ kind, moneySource, fromFund, toFund }: SubjectRow): [MoneyPlace | null, MoneyPlace | null] {
  const from = fromFund === null ? null : theLine(fromFund);
  const to = toFund === null ? null : theLine(toFund);
  const about = moneySource === null ? null : theSource(moneySource);
  switch (kind as ChangeKind) {
    case 'pledge':
    case 'overprogramming':
      return [null, about];
    case 'pledge-lowered':
      return [about, null];
    case 'budget':
      return [toFund === null ? null : theSource(toFund.moneySource), to];
    case 'return':
      return [from, fromFund === null ? null : theSource(fromFund.moneySource)];
    case 'release':
      return [null, from];
    default:
      return [from, to];
  }
}

/**
 * A change built field by field, without persons.
 * @param office the programme office, whose business sources are
 */
export function factsOf(row: FactsRow, office: { slug: string; name: string }): ChangeFacts {
  const undone = row.corrects?.change ?? null;
  const about = undone ?? row;
  const [from, to] = way(about);
  const body = about.fromFund?.body ?? about.toFund?.body ?? office;
  return {
    kind: row.kind as ChangeKind,
    undoes: undone === null ? null : (undone.kind as ChangeKind),
    amount: cents(row.amountCents),
    reason: row.reason,
    occurredOn: fromDateColumn(row.occurredOn),
    from: undone === null ? from : to,
    to: undone === null ? to : from,
    decision: row.decision?.number == null ? null : { number: row.decision.number, title: row.decision.title },
    spending: spendingOf(row),
    corrects: undone?.number ?? null,
    body: { slug: body.slug, name: body.name },
  };
}

function spendingOf({ spending }: FactsRow): ChangeFacts['spending'] {
  if (spending?.number == null) return null;
  const { number, what, body, fund } = spending;
  return { number, title: what, page: groundAddress({ ground: 'spending', number, body, fund }) };
}

/** The body whose roles count; null: the programme office. */
export function bodyIdOf(row: FactsRow): string | null {
  const about = row.corrects?.change ?? row;
  return (about.fromFund ?? about.toFund)?.body.id ?? null;
}
