import { addCents, cents, type Cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';

/** A fund for the public: what it holds, promised, paid and has left, in cents. */
export type FundView = {
  slug: string;
  name: string;
  description: string;
  year: number;
  body: { slug: string; name: string };
  /** The amount is an example, because the papers give none. */
  isExample: boolean;
  /** `available` + `committed` + `paid`. */
  budget: Cents;
  /** Promised and not paid yet. */
  committed: Cents;
  paid: Cents;
  available: Cents;
};

export const fundSelect = {
  slug: true,
  name: true,
  description: true,
  year: true,
  isExample: true,
  body: { select: { slug: true, name: true } },
  available: { select: { balanceCents: true } },
  committed: { select: { balanceCents: true } },
  paid: { select: { balanceCents: true } },
} as const;

type FundRow = Omit<FundView, 'budget' | 'committed' | 'paid' | 'available'> & {
  available: { balanceCents: bigint };
  committed: { balanceCents: bigint };
  paid: { balanceCents: bigint };
};

export function fundView({ available, committed, paid, ...row }: FundRow): FundView {
  const left = cents(available.balanceCents);
  const promised = cents(committed.balanceCents);
  const gone = cents(paid.balanceCents);
  return { ...row, budget: addCents(left, promised, gone), committed: promised, paid: gone, available: left };
}

/** Every fund, the newest year first, then in the order of the bodies. */
export async function fundList(database: Database): Promise<FundView[]> {
  const rows = await database.fund.findMany({
    orderBy: [{ year: 'desc' }, { body: { position: 'asc' } }, { name: 'asc' }],
    select: fundSelect,
  });
  return rows.map(fundView);
}
