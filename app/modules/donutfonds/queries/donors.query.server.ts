import { cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { DonorDisplay, DonorKind } from '../call.ts';
import type { DonorChoices, DonorWorkView } from '../views.ts';

/** Donors with everything that is known of them, and what a form about them chooses from. For who writes them down only. */
export async function donorsWork(database: Database): Promise<DonorChoices & { donors: DonorWorkView[] }> {
  const [donors, pledges, organisations] = await Promise.all([
    database.donor.findMany({
      orderBy: [{ writtenAt: 'desc' }, { id: 'desc' }],
      include: {
        organisation: { select: { id: true, name: true } },
        pledge: { select: { id: true, number: true, moneySource: { select: { name: true } } } },
      },
    }),
    database.budgetChange.findMany({
      where: { kind: 'pledge', state: 'approved', moneySource: { kind: 'donation' } },
      orderBy: { number: 'desc' },
      select: {
        id: true,
        number: true,
        amountCents: true,
        moneySource: { select: { name: true } },
        donors: { select: { amountCents: true } },
      },
    }),
    database.organisation.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } }),
  ]);
  return {
    donors: donors.map((row) => ({
      id: row.id,
      revision: row.revision,
      pledge: {
        id: row.pledge.id,
        number: row.pledge.number ?? '',
        sourceName: row.pledge.moneySource?.name ?? '',
      },
      kind: row.kind as DonorKind,
      display: row.display as DonorDisplay,
      name: row.name,
      organisation: row.organisation,
      amount: cents(row.amountCents),
      showAmount: row.showAmount,
    })),
    pledges: pledges.map((row) => ({
      id: row.id,
      number: row.number ?? '',
      sourceName: row.moneySource?.name ?? '',
      amount: cents(row.amountCents),
      left: cents(row.amountCents - row.donors.reduce((sum, { amountCents }) => sum + amountCents, 0n)),
    })),
    organisations,
  };
}
