import { addCents, cents, type Cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';

/** A fund for the public: what it holds, promised and has left, in cents. */
export type FundView = {
  slug: string;
  name: string;
  description: string;
  year: number;
  body: { slug: string; name: string };
  /** The amount is an example, because the papers give none. */
  isExample: boolean;
  budget: Cents;
  committed: Cents;
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
} as const;

type FundRow = Omit<FundView, 'budget' | 'committed' | 'available'> & {
  available: { balanceCents: bigint };
  committed: { balanceCents: bigint };
};

export function fundView({ available, committed, ...row }: FundRow): FundView {
  const left = cents(available.balanceCents);
  const promised = cents(committed.balanceCents);
  return { ...row, budget: addCents(left, promised), committed: promised, available: left };
}

/** Every fund, the newest year first, then in the order of the bodies. */
export async function fundList(database: Database): Promise<FundView[]> {
  const rows = await database.fund.findMany({
    orderBy: [{ year: 'desc' }, { body: { position: 'asc' } }, { name: 'asc' }],
    select: fundSelect,
  });
  return rows.map(fundView);
}
