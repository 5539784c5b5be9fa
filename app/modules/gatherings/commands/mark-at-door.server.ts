import { isId, newId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { accessOf, lockGathering } from '../gathering.store.server.ts';
import { doorOpensAt } from '../gathering.ts';
import type { TypedMark } from '../registration-form.ts';
import { registrationRefusals } from '../refusals.ts';
import { newDoorCode, tokenHashOf } from '../token.server.ts';
import type { ComesAs } from '../registration.ts';
import { doorCodes } from './register.server.ts';

export type DoorRefusal =
  'gathering-unknown' | 'door-closed' | 'door-not-open-yet' | 'gathering-full' | 'form-key-invalid';

/** What became of one mark. unknown: nobody of this gathering. full: came without a place, and the room is full. */
export type MarkResult = { key: string; result: 'in' | 'out' | 'unknown' | 'full' };

/**
 * A helper marks who comes in or goes out again, one or many at once after a while without network. A mark that is sent twice counts
 * once, as do two marks of two helpers. Who comes without a place (cancelled, or on the waiting list) gets one if the room has it.
 */
export async function markAtDoor(
  input: { gatheringId: string; marks: readonly TypedMark[] },
  context: Context<SignedIn>,
): Promise<Outcome<MarkResult[], DoorRefusal>> {
  const opened = await door(input.gatheringId, context);
  if (!opened.ok) return opened;
  const results: MarkResult[] = [];
  // each by itself, so that one that cannot be does not hold up the others
  for (const mark of input.marks) results.push({ key: mark.key, result: await one(input.gatheringId, mark, context) });
  return accepted(results);
}

async function door(
  gatheringId: string,
  { database, actor, now }: Context<SignedIn>,
): Promise<Outcome<void, DoorRefusal>> {
  if (!isId(gatheringId)) return refused('gathering-unknown');
  const gathering = await database.gathering.findUnique({ where: { id: gatheringId } });
  const access = gathering === null ? null : await accessOf(database, actor, gatheringId);
  if (gathering === null || (access !== 'run' && access !== 'door')) return refused('gathering-unknown');
  if (gathering.state === 'concept' || gathering.state === 'cancelled') return refused('door-closed');
  return now < doorOpensAt(gathering.startsAt) ? refused('door-not-open-yet') : accepted();
}

async function one(gatheringId: string, mark: TypedMark, context: Context<SignedIn>): Promise<MarkResult['result']> {
  const { now, actor } = context;
  const outcome = await inTransaction<MarkResult['result'], 'unknown', 'full'>(
    context,
    async (tx) => {
      await lockGathering(tx, gatheringId);
      const who = await tx.gatheringRegistration.findUnique({ where: { id: mark.registrationId } });
      if (who === null || who.gatheringId !== gatheringId || who.erasedAt !== null) return refused('unknown');
      if (who.state !== 'confirmed') {
        if (mark.direction === 'out') return refused('unknown');
        await tx.gatheringRegistration.update({
          where: { id: who.id },
          data: {
            state: 'confirmed',
            isWalkIn: true,
            keptUntil: null,
            cancelledAt: null,
            confirmedAt: who.confirmedAt ?? now,
          },
        });
      }
      await writeMark(tx, mark, { now, personId: actor.person.id });
      return accepted(mark.direction);
    },
    { refusals: { gathering_full: 'full', gathering_not_open: 'full' } },
  );
  return outcome.ok ? outcome.value : outcome.reason;
}

async function writeMark(
  tx: Transaction,
  { key, registrationId, direction, secondsAgo }: TypedMark,
  { now, personId }: { now: Instant; personId: string },
): Promise<void> {
  const markedAt = new Date(now.getTime() - secondsAgo * 1000);
  const data = { id: key, registrationId, direction, markedAt, cameInAt: now, markedById: personId };
  await tx.gatheringMark.createMany({ data: [data], skipDuplicates: true });
}

export type WalkIn = {
  gatheringId: string;
  /** Becomes the id, so that a double post registers once. */
  formKey: string;
  name: string;
  comesAs: ComesAs;
  languages: string[];
};

/** Somebody at the door who did not register: a name is enough. They are in at once. @returns their code, for the name card */
export async function walkIn(
  input: WalkIn,
  context: Context<SignedIn> & { secret: string },
): Promise<Outcome<string, DoorRefusal | (typeof registrationRefusals)[keyof typeof registrationRefusals]>> {
  const { gatheringId, formKey: id, name, comesAs, languages } = input;
  const { actor, now, secret } = context;
  if (!isId(id)) return refused('form-key-invalid');
  const opened = await door(gatheringId, context);
  if (!opened.ok) return opened;
  return inTransaction(
    context,
    async (tx) => {
      await lockGathering(tx, gatheringId);
      const posted = await tx.gatheringRegistration.findUnique({ where: { id } });
      if (posted !== null)
        return posted.gatheringId === gatheringId ? accepted(posted.doorCode) : refused('form-key-invalid');
      const doorCode = newDoorCode(await doorCodes(tx, gatheringId));
      await tx.gatheringRegistration.create({
        data: {
          ...{ id, gatheringId, name, comesAs, languages, doorCode },
          locale: 'nl',
          state: 'confirmed',
          isWalkIn: true,
          registeredAt: now,
          confirmedAt: now,
          tokenHash: tokenHashOf(secret, id),
        },
      });
      const mark: TypedMark = { key: newId(now.getTime()), registrationId: id, direction: 'in', secondsAgo: 0 };
      await writeMark(tx, mark, { now, personId: actor.person.id });
      return accepted(doorCode);
    },
    { refusals: registrationRefusals },
  );
}
