import type { Instant } from '#app/kernel/instant.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import type { DonorDisplay, DonorKind } from '../call.ts';

export type ListDonor = {
  /** Of the gift; the same donor is listed once. */
  id: string;
  /** The approved pledge in which the gift is counted. */
  pledgeId: string;
  kind: DonorKind;
  display: DonorDisplay;
  name: string;
  amount: Cents;
  showAmount: boolean;
  /** Who proposed the pledge, and saw the gifts that it counts. */
  writtenById: string;
  at: Instant;
};

/**
 * Lists who gave online, as they chose themselves when they gave, within the caller's transaction. A donor who is listed already
 * stays as they are: the office may have changed how they are shown.
 * @throws RuleBroken `donor_of_pledge`, `donor_within_pledge`
 */
export async function listDonor(tx: Transaction, { amount, at, ...donor }: ListDonor): Promise<void> {
  await tx.donor.createMany({
    data: [{ ...donor, amountCents: BigInt(amount), writtenAt: at }],
    skipDuplicates: true,
  });
}

/** Makes a listed donor anonymous, within the caller's transaction; nothing when there is none. */
export async function hideDonor(tx: Transaction, id: string): Promise<void> {
  await tx.donor.updateMany({
    where: { id, display: 'name' },
    data: { display: 'anonymous', name: '', organisationId: null, revision: { increment: 1 } },
  });
}

/** Takes a donor off the list whose gift went back as a whole, within the caller's transaction. */
export async function unlistDonor(tx: Transaction, id: string): Promise<void> {
  await tx.donor.deleteMany({ where: { id } });
}
