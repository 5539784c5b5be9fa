import { toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { LimitKind } from '#app/modules/procurement/limit.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import type { LockedDecision } from './decision.store.server.ts';
import type { Lawfulness, Said } from './lawfulness.ts';
import { lawfulnessOf } from './queries/lawfulness.server.ts';

/** What is looked at, with the party and kind held until the transaction ends: no other assignment comes in between. */
export async function holdLawfulness(
  tx: Transaction,
  decision: LockedDecision,
  day: CalendarDate,
): Promise<Lawfulness> {
  const { recipientOrganisationId: party, serviceKindId: kind } = decision;
  if (decision.instrument === 'assignment' && party !== null && kind !== null)
    await tx.$queryRaw`select hold_party_and_kind(${party}::uuid, ${kind}::uuid)::text`;
  return lawfulnessOf(tx, decision.id, day);
}

/** Keeps what was added up and what the confirmer said of it; `assignment_is_lawful` adds up again and compares. */
export async function recordAddedUp(
  tx: Transaction,
  decisionId: string,
  { addedUp }: Lawfulness,
  said: Said,
): Promise<void> {
  if (addedUp === null) return;
  const limit = (isWanted: (which: LimitKind) => boolean) =>
    column(addedUp.limits.find(({ which }) => isWanted(which))?.limit ?? null);
  await tx.decisionProcurement.create({
    data: {
      decisionId,
      onDay: toDateColumn(addedUp.on),
      windowMonths: addedUp.months,
      nearPercent: addedUp.nearPercent,
      windowBeginsOn: toDateColumn(addedUp.windowBeginsOn),
      earlierCents: BigInt(addedUp.earlier),
      totalCents: BigInt(addedUp.total),
      euCents: limit((which) => which !== 'one-to-one'),
      oneToOneCents: limit((which) => which === 'one-to-one'),
      state: addedUp.state,
      note: addedUp.state === 'over' ? said.note : '',
      isRead: addedUp.state === 'near' && said.isRead,
    },
  });
}

function column(amount: Cents | null): bigint | null {
  return amount === null ? null : BigInt(amount);
}
