import type { Database } from '#app/platform/database.server.ts';
import { balancesSelect, fundMoney, type FundBalances, type FundMoney } from '../fund-balances.ts';

/** A fund for the public. */
export type FundView = FundMoney & {
  slug: string;
  name: string;
  description: string;
  year: number;
  body: { slug: string; name: string };
  /** The amount is an example, because the papers give none. */
  isExample: boolean;
};

export const fundSelect = {
  slug: true,
  name: true,
  description: true,
  year: true,
  isExample: true,
  body: { select: { slug: true, name: true } },
  ...balancesSelect,
} as const;

type FundRow = Omit<FundView, keyof FundMoney> & FundBalances;

export function fundView({ available, committed, paid, payable, settled, ...row }: FundRow): FundView {
  return { ...row, ...fundMoney({ available, committed, paid, payable, settled }) };
}

/** Every fund, the newest year first, then in the order of the bodies. */
export async function fundList(database: Database): Promise<FundView[]> {
  const rows = await database.fund.findMany({
    orderBy: [{ year: 'desc' }, { body: { position: 'asc' } }, { name: 'asc' }],
    select: fundSelect,
  });
  return rows.map(fundView);
}
