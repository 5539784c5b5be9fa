import { randomBytes } from 'node:crypto';
import { composeIBAN } from 'ibantools';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { saveAccount } from '#app/modules/bank/commands/save-account.server.ts';
import type { Rail } from '#app/modules/payouts/batch.ts';
import { approveBatch } from '#app/modules/payouts/commands/approve-batch.server.ts';
import { composeBatch } from '#app/modules/payouts/commands/compose-batch.server.ts';
import { sendBatch } from '#app/modules/payouts/commands/send-batch.server.ts';
import { settleLines } from '#app/modules/payouts/commands/settle-lines.server.ts';
import type { Context, Database } from '#app/platform/database.server.ts';
import type { SealingKeys } from '#app/platform/sealing.server.ts';
import { makeMembership, makePerson, testNow } from '#tests/factories/index.ts';
import {
  acting,
  approve,
  claim,
  makeAllowances,
  today,
  volunteer,
  type AllowanceScene,
} from '#tests/integration/allowances/scene.ts';

/** A team with two treasurers, an account to pay from, and a volunteer whose hours of today were approved. */
export type PayoutScene = AllowanceScene & { treasurerId: string; otherTreasurerId: string };

export const testKeys: SealingKeys = [{ id: 'test', key: Buffer.alloc(32, 7) }];

/** A number that checks, of a bank that is not there. */
export function anIban(account = String(randomBytes(5).readUIntBE(0, 5) % 10_000_000_000)): string {
  const iban = composeIBAN({ countryCode: 'NL', bban: `WIJK${account.padStart(10, '0')}` });
  if (iban === null) throw new Error('no number');
  return iban;
}

export async function makePayouts(database: Database): Promise<PayoutScene> {
  const scene = await makeAllowances(database);
  const treasurerId = await makePerson(database);
  const otherTreasurerId = await makePerson(database);
  for (const personId of [treasurerId, otherTreasurerId])
    await makeMembership(database, { personId, bodyId: scene.team.bodyId, role: 'treasurer' });
  await database.payerAccount.create({
    data: {
      id: newId(),
      holder: 'Stichting Voorbeeld Nieuw-West',
      iban: anIban('1'),
      addedById: treasurerId,
      addedAt: testNow,
    },
  });
  await withAccount(database, scene, scene.volunteerId);
  await worked(database, scene);
  return { ...scene, treasurerId, otherTreasurerId };
}

export const treasurer = (database: Database, scene: PayoutScene, which: 'first' | 'other' = 'first', now = testNow) =>
  acting(database, scene, which === 'first' ? scene.treasurerId : scene.otherTreasurerId, 'treasurer', now);

/** Gives somebody a bank account, just after signing in. */
export async function withAccount(
  database: Database,
  scene: AllowanceScene,
  personId: string,
  { iban = anIban(), replaces = null, now = testNow }: { iban?: string; replaces?: string | null; now?: Date } = {},
): Promise<string> {
  const context = acting(database, scene, personId, null, now);
  const saved = await saveAccount(
    { iban, holder: 'J. Voorbeeld', replaces, formKey: newId() },
    { ...context, actor: { ...context.actor, signedInAt: now }, keys: testKeys },
  );
  if (!saved.ok) throw new Error(saved.reason);
  return saved.value.accountId;
}

/** Hours that somebody worked and the other coordinator approved. */
export async function worked(
  database: Database,
  scene: AllowanceScene,
  given: { personId?: string; minutes?: number; day?: CalendarDate; activityId?: string } = {},
): Promise<void> {
  const claimed = await claim(database, scene, given);
  if (!claimed.ok) throw new Error(claimed.reason);
  const approved = await approve(database, { ...scene, activityId: given.activityId ?? scene.activityId }, 'other');
  if (!approved.ok) throw new Error(approved.reason);
}

/** Somebody new with an account and an hour of work that was approved. */
export async function paidVolunteer(database: Database, scene: AllowanceScene, minutes = 60): Promise<string> {
  const personId = await volunteer(database, scene);
  await withAccount(database, scene, personId);
  await worked(database, scene, { personId, minutes });
  return personId;
}

export async function compose(
  context: Context<ReturnType<typeof acting>['actor']>,
  scene: PayoutScene,
  changes: { rail?: Rail; until?: CalendarDate; formKey?: string } = {},
) {
  return composeBatch(
    { bodyId: scene.team.bodyId, rail: 'sepa', until: today, note: '', formKey: newId(), ...changes },
    context,
  );
}

/** A draft of everything that can be paid. */
export async function aDraft(database: Database, scene: PayoutScene) {
  const composed = await compose(treasurer(database, scene), scene);
  if (!composed.ok) throw new Error(composed.reason);
  return database.paymentBatch.findUniqueOrThrow({
    where: { number: composed.value },
    include: { lines: { orderBy: { position: 'asc' } } },
  });
}

/** What the other treasurer approves. */
export async function anApproved(database: Database, scene: PayoutScene) {
  const draft = await aDraft(database, scene);
  const approved = await approveBatch(
    { batchId: draft.id, revision: draft.revision, oddReason: 'Nagekeken' },
    treasurer(database, scene, 'other'),
  );
  if (!approved.ok) throw new Error(approved.reason);
  return draft;
}

/** What went to the bank. */
export async function aSent(database: Database, scene: PayoutScene) {
  const batch = await anApproved(database, scene);
  const sent = await sendBatch({ batchId: batch.id, executeOn: today }, treasurer(database, scene));
  if (!sent.ok) throw new Error(sent.reason);
  return batch;
}

/** Balances of the fund that the scene's decision draws on, in cents. */
export async function balances(database: Database, scene: PayoutScene) {
  const { fund } = await database.decision.findUniqueOrThrow({
    where: { id: scene.decisionId },
    select: {
      fund: { select: { available: true, committed: true, paid: true, payable: true, settled: true } },
    },
  });
  if (fund === null) throw new Error('no fund');
  return Object.fromEntries(Object.entries(fund).map(([name, { balanceCents }]) => [name, Number(balanceCents)]));
}

/** How far a batch is. */
export async function batchState(database: Database, id: string): Promise<string> {
  const { state } = await database.paymentBatch.findUniqueOrThrow({ where: { id }, select: { state: true } });
  return state;
}

/** The bank paid these lines, says some statement. */
export async function settleAll(
  database: Database,
  batch: { id: string; lines: readonly { id: string }[] },
  occasion = 'statement-1',
): Promise<Awaited<ReturnType<typeof settleLines>>> {
  return database.$transaction(async (tx) =>
    settleLines(tx, {
      batchId: batch.id,
      lines: batch.lines.map(({ id }) => ({ lineId: id, settledOn: today, settledBy: occasion })),
      occasion,
      at: testNow,
    }),
  );
}
