import type { Instant } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { inTransaction, type Database, type Transaction } from '#app/platform/database.server.ts';
import { sha256 } from '#app/platform/secret.server.ts';
import { lockGathering } from '../gathering.store.server.ts';
import { registrationRefusals } from '../refusals.ts';
import { contentColumns, placeFor, settleSeats, tellRegistered, writeChoices } from './settle-seats.server.ts';
import type { RegistrationContent, RegistrationState } from '../registration.ts';

export type AnswerRefusal =
  | 'registration-unknown'
  | 'gathering-not-open'
  | 'registration-cancelled'
  | 'changed-meanwhile'
  | 'area-unknown'
  | (typeof registrationRefusals)[keyof typeof registrationRefusals];

type Change =
  { kind: 'come' } | { kind: 'cancel' } | { kind: 'change'; revision: number; content: RegistrationContent };

/**
 * What the holder of a personal link does with their registration: come (confirm the address, or take the place that was offered),
 * cancel, or change what they said. Who is late to confirm gets a place if there is one, and waits otherwise.
 * @param input.token of the personal link
 * @returns the state in which it is now
 */
export async function answerRegistration(
  input: { token: string; change: Change },
  context: { database: Database; now: Instant },
): Promise<Outcome<RegistrationState, AnswerRefusal>> {
  const { now } = context;
  const { change } = input;
  return inTransaction<RegistrationState, AnswerRefusal, AnswerRefusal>(
    context,
    async (tx) => {
      const tokenHash = sha256(input.token);
      const found = await tx.gatheringRegistration.findUnique({ where: { tokenHash }, select: { gatheringId: true } });
      const gathering = found === null ? null : await lockGathering(tx, found.gatheringId);
      if (gathering === null) return refused('registration-unknown');
      await settleSeats(tx, gathering, now);
      const mine = await tx.gatheringRegistration.findUniqueOrThrow({ where: { tokenHash } });
      const isOpen = gathering.state === 'announced' && gathering.startsAt > now;
      switch (change.kind) {
        case 'come':
          return isOpen || mine.state === 'confirmed' ? come(tx, gathering, mine, now) : refused('gathering-not-open');
        case 'cancel':
          return cancel(tx, gathering, mine, now);
        case 'change':
          if (!isOpen) return refused('gathering-not-open');
          if (mine.state === 'cancelled') return refused('registration-cancelled');
          if (mine.revision !== change.revision) return refused('changed-meanwhile');
          return rewrite(tx, mine, change.content);
      }
    },
    { refusals: registrationRefusals },
  );
}

type Gathering = NonNullable<Awaited<ReturnType<typeof lockGathering>>>;
type Mine = {
  id: string;
  personId: string | null;
  state: string;
  confirmedAt: Date | null;
  queueNumber: number | null;
  revision: number;
};

async function come(
  tx: Transaction,
  gathering: Gathering,
  mine: Mine,
  now: Instant,
): Promise<Outcome<RegistrationState, AnswerRefusal>> {
  if (mine.state === 'confirmed' || mine.state === 'waiting') return accepted(mine.state);
  if (mine.state === 'cancelled') return refused('registration-cancelled');
  const hasSeat = mine.state === 'held' || mine.state === 'offered';
  const place = hasSeat ? ({ state: 'confirmed' } as const) : await placeFor(tx, gathering);
  await tx.gatheringRegistration.update({
    where: { id: mine.id },
    data: { ...place, keptUntil: null, confirmedAt: mine.confirmedAt ?? now, requesterHash: '' },
  });
  const news = place.state === 'confirmed' ? 'registered' : 'waiting';
  await tellRegistered(tx, mine.id, news, now.getTime());
  return accepted(place.state);
}

async function cancel(
  tx: Transaction,
  gathering: Gathering,
  mine: Mine,
  now: Instant,
): Promise<Outcome<RegistrationState, AnswerRefusal>> {
  if (mine.state === 'cancelled') return accepted('cancelled');
  // a place that was somebody's on the day itself says who came and who did not
  if (gathering.state === 'closed') return refused('gathering-not-open');
  await tx.gatheringRegistration.update({
    where: { id: mine.id },
    data: { state: 'cancelled', cancelledAt: now, keptUntil: null, requesterHash: '' },
  });
  if (mine.confirmedAt !== null) await tellRegistered(tx, mine.id, 'cancelled', 1);
  await settleSeats(tx, gathering, now);
  return accepted('cancelled');
}

async function rewrite(
  tx: Transaction,
  mine: Mine,
  content: RegistrationContent,
): Promise<Outcome<RegistrationState, AnswerRefusal>> {
  if (content.areaCode !== null && (await tx.area.count({ where: { code: content.areaCode } })) === 0)
    return refused('area-unknown');
  await tx.gatheringRegistration.update({
    where: { id: mine.id },
    data: { ...contentColumns(content), revision: mine.revision + 1 },
  });
  await writeChoices(tx, mine.id, mine.personId, content);
  return accepted(mine.state as RegistrationState);
}
