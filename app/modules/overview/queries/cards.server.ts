import { fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { addCents, cents, noMoney, type Cents } from '#app/kernel/money.ts';
import type { Stage } from '#app/modules/initiatives/stage.ts';
import { inLocale, type ProgrammeLocale } from '#app/modules/programme/locale.ts';

/** An initiative as the public sees it in a list. */
export type InitiativeCardView = {
  id: string;
  slug: string;
  title: string;
  summary: string;
  stage: Stage;
  theme: string | null;
  area: string | null;
  organisation: string | null;
};

export const initiativeCardSelect = {
  id: true,
  slug: true,
  title: true,
  summary: true,
  stage: true,
  organisation: { select: { name: true } },
  themes: { select: { theme: { select: { name: true, nameEn: true } } }, orderBy: { theme: { position: 'asc' } }, take: 1 },
  areas: { select: { area: { select: { name: true } } }, orderBy: { areaCode: 'asc' }, take: 2 },
} as const;

type InitiativeCardRow = {
  id: string;
  slug: string | null;
  title: string;
  summary: string;
  stage: string;
  organisation: { name: string } | null;
  themes: { theme: { name: string; nameEn: string } }[];
  areas: { area: { name: string } }[];
};

export function initiativeCard(row: InitiativeCardRow, locale: ProgrammeLocale): InitiativeCardView {
  const theme = row.themes[0]?.theme;
  return {
    id: row.id,
    slug: row.slug ?? '',
    title: row.title,
    summary: row.summary,
    stage: row.stage as Stage,
    theme: theme === undefined ? null : inLocale(locale, theme.name, theme.nameEn),
    area: row.areas.length === 0 ? null : row.areas.map(({ area }) => area.name).join(', '),
    organisation: row.organisation?.name ?? null,
  };
}

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

/** Money of a fund, or of several together. */
export type FundMoney = { budget: Cents; committed: Cents; available: Cents };

export type FundLine = FundMoney & { slug: string; name: string; year: number; isExample: boolean };

export const fundLineSelect = {
  slug: true,
  name: true,
  year: true,
  isExample: true,
  available: { select: { balanceCents: true } },
  committed: { select: { balanceCents: true } },
} as const;

type FundLineRow = {
  slug: string;
  name: string;
  year: number;
  isExample: boolean;
  available: { balanceCents: bigint };
  committed: { balanceCents: bigint };
};

export function fundLine({ available, committed, ...fund }: FundLineRow): FundLine {
  const left = cents(available.balanceCents);
  const promised = cents(committed.balanceCents);
  return { ...fund, available: left, committed: promised, budget: addCents(left, promised) };
}

export function sumFunds(funds: readonly FundMoney[]): FundMoney {
  return {
    budget: addCents(noMoney, ...funds.map(({ budget }) => budget)),
    committed: addCents(noMoney, ...funds.map(({ committed }) => committed)),
    available: addCents(noMoney, ...funds.map(({ available }) => available)),
  };
}
