import { fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { addCents, cents, noMoney, type Cents } from '#app/kernel/money.ts';
import { balancesSelect, fundMoney, type FundBalances, type FundMoney } from '#app/modules/ledger/fund-balances.ts';

/** A published decision in a list. */
export type DecisionLine = {
  number: string;
  title: string;
  outcome: 'grant' | 'decline' | 'park' | 'refer';
  amount: Cents | null;
  takenOn: CalendarDate;
  bodySlug: string;
  bodyName: string;
  isReplaced: boolean;
};

export const decisionLineSelect = {
  number: true,
  title: true,
  outcome: true,
  amountCents: true,
  takenOn: true,
  body: { select: { slug: true, shortName: true } },
  replacedBy: { select: { state: true } },
} as const;

type DecisionLineRow = {
  number: string | null;
  title: string;
  outcome: string;
  amountCents: bigint | null;
  takenOn: Date;
  body: { slug: string; shortName: string };
  replacedBy: { state: string } | null;
};

export function decisionLine(row: DecisionLineRow): DecisionLine {
  return {
    number: row.number ?? '',
    title: row.title,
    outcome: row.outcome as DecisionLine['outcome'],
    amount: row.amountCents === null ? null : cents(row.amountCents),
    takenOn: fromDateColumn(row.takenOn),
    bodySlug: row.body.slug,
    bodyName: row.body.shortName,
    isReplaced: row.replacedBy?.state === 'confirmed',
  };
}

/** A round that takes or scores initiatives now. */
export type RoundLine = {
  slug: string;
  title: string;
  bodySlug: string;
  bodyName: string;
  opensOn: CalendarDate;
  closesOn: CalendarDate;
  initiativeCount: number;
};

export const roundLineSelect = {
  slug: true,
  title: true,
  opensOn: true,
  closesOn: true,
  body: { select: { slug: true, shortName: true } },
  _count: { select: { entries: true } },
} as const;

type RoundLineRow = {
  slug: string;
  title: string;
  opensOn: Date;
  closesOn: Date;
  body: { slug: string; shortName: string };
  _count: { entries: number };
};

export function roundLine(row: RoundLineRow): RoundLine {
  return {
    slug: row.slug,
    title: row.title,
    bodySlug: row.body.slug,
    bodyName: row.body.shortName,
    opensOn: fromDateColumn(row.opensOn),
    closesOn: fromDateColumn(row.closesOn),
    initiativeCount: row._count.entries,
  };
}

export type FundLine = FundMoney & { slug: string; name: string; year: number; isExample: boolean };

export const fundLineSelect = { slug: true, name: true, year: true, isExample: true, ...balancesSelect } as const;

type FundLineRow = Omit<FundLine, keyof FundMoney> & FundBalances;

export function fundLine({ available, committed, paid, payable, settled, ...fund }: FundLineRow): FundLine {
  return { ...fund, ...fundMoney({ available, committed, paid, payable, settled }) };
}

/** Money of several funds together. */
export function sumFunds(funds: readonly FundMoney[]): FundMoney {
  return {
    budget: addCents(noMoney, ...funds.map(({ budget }) => budget)),
    committed: addCents(noMoney, ...funds.map(({ committed }) => committed)),
    paid: addCents(noMoney, ...funds.map(({ paid }) => paid)),
    available: addCents(noMoney, ...funds.map(({ available }) => available)),
  };
}
