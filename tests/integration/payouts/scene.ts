import { randomBytes } from 'node:crypto';
import { composeIBAN } from 'ibantools';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { saveAccount } from '#app/modules/bank/commands/save-account.server.ts';
import type { Rail } from '#app/modules/payouts/batch.ts';
import { approveBatch } from '#app/modules/payouts/commands/approve-batch.server.ts';
import { composeBatch } from '#app/modules/payouts/commands/compose-batch.server.ts';
import { sendBatch } from '#app/modules/payouts/commands/send-batch.server.ts';
import type { Context, Database } from '#app/platform/database.server.ts';
import type { SealingKeys } from '#app/platform/sealing.server.ts';
import { programmeOffice } from '#app/modules/people/role.ts';
import { makeBody, makeMembership, makePerson, testNow } from '#tests/factories/index.ts';
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
export type PayoutScene = AllowanceScene & { treasurerId: string; otherTreasurerId: string; officeId: string };

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
  const officeId = await office(database);
  for (const personId of [treasurerId, otherTreasurerId])
    for (const bodyId of [scene.team.bodyId, officeId])
      await makeMembership(database, { personId, bodyId, role: 'treasurer' });
  await payFrom(database, anIban('1'));
  await withAccount(database, scene, scene.volunteerId);
  await worked(database, scene);
  return { ...scene, treasurerId, otherTreasurerId, officeId };
}

/** The body whose people work for every body. */
async function office(database: Database): Promise<string> {
  const known = await database.body.findUnique({ where: { slug: programmeOffice }, select: { id: true } });
  return known?.id ?? makeBody(database, { slug: programmeOffice, kind: 'programme' });
}

/** An administrator proposes an account to pay from, and a treasurer of the office confirms it. */
export async function payFrom(database: Database, iban: string, holder = 'Stichting Voorbeeld Nieuw-West') {
  const last = await database.payerAccount.findFirst({ orderBy: { sequence: 'desc' } });
  if (last?.iban === iban && last.holder === holder) return;
  const bodyId = await office(database);
  const [proposedById, answeredById] = [await makePerson(database), await makePerson(database)];
  await makeMembership(database, { personId: proposedById, bodyId, role: 'administrator' });
  await makeMembership(database, { personId: answeredById, bodyId, role: 'treasurer' });
  const proposalId = newId();
  const said = { holder, iban };
  await database.payerAccountProposal.create({ data: { id: proposalId, ...said, proposedById, proposedAt: testNow } });
  await database.payerAccountProposal.update({
    where: { id: proposalId },
    data: { state: 'confirmed', answeredById, answeredAt: testNow },
  });
  await database.payerAccount.create({
    data: { id: newId(), ...said, addedById: proposedById, addedAt: testNow, proposalId },
  });
}

/** The same two people, as treasurers of the programme office. */
export const officeTreasurer = (
  database: Database,
  scene: PayoutScene,
  which: 'first' | 'other' = 'first',
  now = testNow,
) => asOffice(treasurer(database, scene, which, now), scene.officeId);

export function asOffice<Acting extends ReturnType<typeof acting>>(context: Acting, bodyId: string): Acting {
  const roles = context.actor.roles.map((held) => ({ ...held, bodyId, bodySlug: programmeOffice }));
  return { ...context, actor: { ...context.actor, roles } };
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
