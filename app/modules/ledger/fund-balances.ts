import { addCents, cents, subtractCents, type Cents } from '#app/kernel/money.ts';

/** What a fund holds, promised, paid and has left, in cents. */
export type FundMoney = {
  /** `available` + `committed` + `paid`. */
  budget: Cents;
  /** Promised and not paid yet, and what volunteers get of it: a payment to them can be of fewer people than may be told. */
  committed: Cents;
  paid: Cents;
  available: Cents;
};

/** What of an account of a fund can be promised: what votes of residents set apart is theirs. */
export function freeOf({ balanceCents, reservedCents }: { balanceCents: bigint; reservedCents: bigint }): Cents {
  return subtractCents(cents(balanceCents), cents(reservedCents));
}

/** The columns that `freeOf` needs. */
export const freeSelect = { select: { balanceCents: true, reservedCents: true } } as const;

const balance = { select: { balanceCents: true } } as const;

/** The accounts that `fundMoney` needs of a fund. */
export const balancesSelect = {
  available: balance,
  committed: balance,
  paid: balance,
  payable: balance,
  settled: balance,
} as const;

export type FundBalances = Record<keyof typeof balancesSelect, { balanceCents: bigint }>;

export function fundMoney({ available, committed, paid, payable, settled }: FundBalances): FundMoney {
  const sum = (...accounts: { balanceCents: bigint }[]) =>
    addCents(...accounts.map(({ balanceCents }) => cents(balanceCents)));
  return {
    budget: sum(available, committed, payable, settled, paid),
    committed: sum(committed, payable, settled),
    paid: sum(paid),
    available: sum(available),
  };
}
