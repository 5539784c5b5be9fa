import { isId } from '#app/kernel/ids.ts';
import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Locale } from '#app/modules/people/actor.ts';
import { requesterHash } from '#app/modules/people/code.server.ts';
import { inTransaction, type Database, type Transaction } from '#app/platform/database.server.ts';
import { lockGathering } from '../gathering.store.server.ts';
import { registrationRefusals } from '../refusals.ts';
import {
  contentColumns,
  freeSeats,
  placeFor,
  settleSeats,
  tellRegistered,
  writeChoices,
} from './settle-seats.server.ts';
import {
  heldMinutes,
  linkPauseMinutes,
  registrationsPerEmail,
  runningStates,
  unconfirmedPerRequester,
  type RegistrationContent,
} from '../registration.ts';
import { newDoorCode, tokenHashOf, tokenOf } from '../token.server.ts';

export type Register = {
  gatheringId: string;
  /** Becomes the id, so that a double post registers once. */
  formKey: string;
  /** Somebody with an account, or an address that must be confirmed first. */
  who: { personId: string; email: string } | { email: string };
  locale: Locale;
  /** Network address of who asks. */
  requester: string;
  content: RegistrationContent;
};

export type RegisterRefusal =
  | 'gathering-unknown'
  | 'gathering-not-open'
  | 'form-key-invalid'
  | 'too-many-here'
  | 'too-many-for-address'
  | 'area-unknown'
  | (typeof registrationRefusals)[keyof typeof registrationRefusals];

/** `token`: of the personal page, for an account; null: it went by mail. */
export type Registered = { token: string | null };

/**
 * Somebody wants to come. With an account they have a place or are on the waiting list at once. Without account a place is held for
 * half an hour until the address is confirmed; the answer is the same for an address that is registered already, which gets its
 * link again. Somebody with an account who is registered is refused, so that what they typed comes back.
 */
export async function register(
  input: Register,
  context: { database: Database; now: Instant; secret: string },
): Promise<Outcome<Registered, RegisterRefusal>> {
  const { now, secret } = context;
  const { gatheringId, formKey: id, who, content } = input;
  if (!isId(id)) return refused('form-key-invalid');
  if (!isId(gatheringId)) return refused('gathering-unknown');
  const personId = 'personId' in who ? who.personId : null;
  const answer = (registrationId: string) =>
    accepted({ token: personId === null ? null : tokenOf(secret, registrationId) });
  return inTransaction<Registered, RegisterRefusal, RegisterRefusal>(
    context,
    async (tx) => {
      const gathering = await lockGathering(tx, gatheringId);
      if (gathering === null) return refused('gathering-unknown');
      const posted = await tx.gatheringRegistration.findUnique({ where: { id } });
      if (posted !== null)
        return posted.gatheringId === gatheringId && posted.personId === personId
          ? answer(id)
          : refused('form-key-invalid');
      if (gathering.state !== 'announced' || gathering.startsAt <= now) return refused('gathering-not-open');
      if (content.areaCode !== null && (await tx.area.count({ where: { code: content.areaCode } })) === 0)
        return refused('area-unknown');
      await settleSeats(tx, gathering, now);
      const before = await runningOf(tx, gatheringId, personId, who.email);
      if (before !== null) {
        // with an account they know of it already, and what they typed this time is not thrown away without a word
        if (personId !== null) return refused('already-registered');
        await sendLinkAgain(tx, before, now);
        return answer(before.id);
      }
      const requester = personId === null ? requesterHash(secret, input.requester) : '';
      if (personId === null) {
        const flood = await floods(tx, who.email, requester, now);
        if (flood !== null) return refused(flood);
      }
      const place = personId === null ? await heldPlace(tx, gathering, now) : await placeFor(tx, gathering);
      await tx.gatheringRegistration.create({
        data: {
          ...contentColumns(content),
          ...place,
          id,
          gatheringId,
          personId,
          email: personId === null ? who.email : '',
          locale: input.locale,
          registeredAt: now,
          confirmedAt: personId === null ? null : now,
          tokenHash: tokenHashOf(secret, id),
          doorCode: newDoorCode(await doorCodes(tx, gatheringId)),
          requesterHash: requester,
        },
      });
      await writeChoices(tx, id, personId, content);
      const news = personId === null ? 'confirm' : place.state === 'confirmed' ? 'registered' : 'waiting';
      await tellRegistered(tx, id, news, 1);
      return answer(id);
    },
    { refusals: registrationRefusals },
  );
}

export async function doorCodes(tx: Transaction, gatheringId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.gatheringRegistration.findMany({ where: { gatheringId }, select: { doorCode: true } });
  return new Set(rows.map(({ doorCode }) => doorCode));
}

/** The running registration of a person or address, whichever way it was made. */
async function runningOf(tx: Transaction, gatheringId: string, personId: string | null, email: string) {
  return tx.gatheringRegistration.findFirst({
    where: {
      gatheringId,
      state: { in: [...runningStates] },
      OR: [...(personId === null ? [] : [{ personId }]), { email }, { person: { email } }],
    },
    select: { id: true, personId: true, state: true, linkSentAt: true },
  });
}

async function sendLinkAgain(
  tx: Transaction,
  before: { id: string; state: string; linkSentAt: Date | null },
  now: Instant,
): Promise<void> {
  if (before.linkSentAt !== null && before.linkSentAt > addMinutes(now, -linkPauseMinutes)) return;
  await tx.gatheringRegistration.update({ where: { id: before.id }, data: { linkSentAt: now } });
  const isConfirmed = before.state !== 'held' && before.state !== 'asked';
  await tellRegistered(tx, before.id, isConfirmed ? 'again' : 'confirm', now.getTime());
}

async function floods(
  tx: Transaction,
  email: string,
  requester: string,
  now: Instant,
): Promise<'too-many-for-address' | 'too-many-here' | null> {
  const registeredAt = { gt: addMinutes(now, -60) };
  if ((await tx.gatheringRegistration.count({ where: { email, registeredAt } })) >= registrationsPerEmail)
    return 'too-many-for-address';
  const unconfirmed = { requesterHash: requester, registeredAt, confirmedAt: null };
  return (await tx.gatheringRegistration.count({ where: unconfirmed })) >= unconfirmedPerRequester
    ? 'too-many-here'
    : null;
}

type PlaceHeld = { state: 'held'; keptUntil: Date } | { state: 'asked' };

/** Who waits goes first, so a place is only held where nobody does. */
async function heldPlace(
  tx: Transaction,
  gathering: Parameters<typeof freeSeats>[1],
  now: Instant,
): Promise<PlaceHeld> {
  const waits = await tx.gatheringRegistration.count({ where: { gatheringId: gathering.id, state: 'waiting' } });
  if (waits > 0 || (await freeSeats(tx, gathering)) <= 0) return { state: 'asked' };
  return { state: 'held', keptUntil: addMinutes(now, heldMinutes) };
}
