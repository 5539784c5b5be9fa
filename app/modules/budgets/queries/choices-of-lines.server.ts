import { cents, subtractCents, type Cents } from '#app/kernel/money.ts';
import { balancesSelect, fundMoney } from '#app/modules/ledger/fund-balances.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { ChangeKind } from '../change.ts';
import type { ChangeChoice } from '../new-change.ts';

type LineChoice = { choice: ChangeChoice; available: Cents; unallocated: Cents };

/** Lines of the plan as choices, each with its budget now, in the order of years and bodies. */
export async function linesOf(
  database: Database,
  where: { bodyId: { in: string[] } } | { moneySourceId: { in: string[] } },
): Promise<LineChoice[]> {
  const balance = { select: { balanceCents: true } } as const;
  const rows = await database.fund.findMany({
    where,
    orderBy: [{ year: 'desc' }, { body: { position: 'asc' } }, { name: 'asc' }],
    select: {
      id: true,
      slug: true,
      name: true,
      moneySourceId: true,
      ...balancesSelect,
      body: { select: { name: true } },
      moneySource: { select: { name: true, nameEn: true, unallocated: balance } },
    },
  });
  return rows.map((row) => {
    const { available, budget } = fundMoney(row);
    return {
      available,
      unallocated: cents(row.moneySource.unallocated.balanceCents),
      choice: {
        id: row.id,
        slug: row.slug,
        name: row.name,
        nameEn: row.name,
        place: row.body.name,
        sourceId: row.moneySourceId,
        sourceName: row.moneySource.name,
        sourceNameEn: row.moneySource.nameEn,
        ground: null,
        fundId: null,
        now: budget,
        most: null,
        notBefore: null,
        byStripe: false,
        undoes: null,
      },
    };
  });
}

/** Sources as choices, each with what it pledged; for overprogramming and lowering only where there is room. */
export async function sourceChoices(
  database: Database,
  kind: Extract<ChangeKind, 'pledge' | 'pledge-lowered' | 'overprogramming'>,
): Promise<ChangeChoice[]> {
  const balance = { select: { balanceCents: true } } as const;
  const rows = await database.moneySource.findMany({
    orderBy: [{ beginsOn: 'desc' }, { name: 'asc' }],
    select: {
      id: true,
      slug: true,
      name: true,
      nameEn: true,
      overprogrammingBps: true,
      origin: balance,
      overprogrammed: balance,
      unallocated: balance,
    },
  });
  return rows.flatMap((row) => {
    const pledged = cents(-row.origin.balanceCents);
    const over = cents(-row.overprogrammed.balanceCents);
    // whole cents: what the database allows too
    const room = subtractCents(cents((BigInt(pledged) * BigInt(row.overprogrammingBps)) / 10_000n), over);
    const most = kind === 'pledge' ? null : kind === 'overprogramming' ? room : cents(row.unallocated.balanceCents);
    if (most !== null && most <= 0) return [];
    return [
      {
        id: row.id,
        slug: row.slug,
        name: row.name,
        nameEn: row.nameEn,
        place: '',
        sourceId: row.id,
        sourceName: row.name,
        sourceNameEn: row.nameEn,
        ground: null,
        fundId: null,
        now: pledged,
        most,
        notBefore: null,
        byStripe: false,
        undoes: null,
      },
    ];
  });
}
