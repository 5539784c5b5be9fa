import { cents, type Cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';
import { balancesSelect, fundMoney, type FundBalances, type FundMoney } from '../fund-balances.ts';

/** A fund for the public. */
export type FundView = FundMoney & {
  slug: string;
  name: string;
  description: string;
  year: number;
  body: { slug: string; name: string };
  /** Of what is available: set apart for votes of residents. */
  reserved: Cents;
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
  available: { select: { balanceCents: true, reservedCents: true } },
} as const;

type FundRow = Omit<FundView, keyof FundMoney | 'reserved'> & FundBalances & { available: { reservedCents: bigint } };

export function fundView({ available, committed, paid, payable, settled, ...row }: FundRow): FundView {
  return {
    ...row,
    reserved: cents(available.reservedCents),
    ...fundMoney({ available, committed, paid, payable, settled }),
  };
}

/** Every fund, the newest year first, then in the order of the bodies. */
export async function fundList(database: Database): Promise<FundView[]> {
  const rows = await database.fund.findMany({
    orderBy: [{ year: 'desc' }, { body: { position: 'asc' } }, { name: 'asc' }],
    select: fundSelect,
  });
  return rows.map(fundView);
}
