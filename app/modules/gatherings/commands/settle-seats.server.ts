import type { Instant } from '#app/kernel/instant.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mailRegistration, type RegistrationNews } from '../jobs.server.ts';
import { offeredUntil, seatStates, type RegistrationContent } from '../registration.ts';

/** Tells somebody who registered. @param once what tells this news apart from an earlier one of the same sort */
export async function tellRegistered(
  tx: Transaction,
  registrationId: string,
  news: RegistrationNews,
  once: string | number,
): Promise<void> {
  await enqueue(tx, mailRegistration, { registrationId, news }, `gathering-mail:${registrationId}:${news}:${once}`);
}

type Held = { id: string; capacity: number; startsAt: Date; state: string };

/** Places that are nobody's. The caller holds the gathering. */
export async function freeSeats(tx: Transaction, { id, capacity }: Held): Promise<number> {
  const taken = await tx.gatheringRegistration.count({
    where: { gatheringId: id, state: { in: [...seatStates] } },
  });
  return capacity - taken;
}

/**
 * Brings places up to date: what was held or offered too long is free again, and who waits longest is offered what is free.
 * The caller holds the gathering.
 */
export async function settleSeats(tx: Transaction, gathering: Held, now: Instant): Promise<void> {
  const past = await tx.gatheringRegistration.findMany({
    where: { gatheringId: gathering.id, state: { in: ['held', 'offered'] }, keptUntil: { lte: now } },
    select: { id: true, state: true, queueNumber: true },
  });
  for (const { id, state, queueNumber } of past) {
    await tx.gatheringRegistration.update({ where: { id }, data: { state: 'lapsed', keptUntil: null } });
    if (state === 'offered') await tellRegistered(tx, id, 'offer-lapsed', queueNumber ?? 0);
  }
  // after the beginning somebody at the door is there sooner than an answer
  if (gathering.state !== 'announced' || gathering.startsAt <= now) return;
  const free = await freeSeats(tx, gathering);
  if (free <= 0) return;
  const next = await tx.gatheringRegistration.findMany({
    where: { gatheringId: gathering.id, state: 'waiting' },
    orderBy: { queueNumber: 'asc' },
    take: free,
    select: { id: true, queueNumber: true },
  });
  for (const { id, queueNumber } of next) {
    const keptUntil = offeredUntil(now, gathering.startsAt);
    await tx.gatheringRegistration.update({ where: { id }, data: { state: 'offered', keptUntil } });
    await tellRegistered(tx, id, 'offered', queueNumber ?? 0);
  }
}

/** The state in which somebody comes or waits whose address is known to be theirs. The caller holds the gathering and settled it. */
export async function placeFor(
  tx: Transaction,
  gathering: Held,
): Promise<{ state: 'confirmed' } | { state: 'waiting'; queueNumber: number }> {
  const waits = await tx.gatheringRegistration.count({ where: { gatheringId: gathering.id, state: 'waiting' } });
  if (waits === 0 && (await freeSeats(tx, gathering)) > 0) return { state: 'confirmed' };
  const last = await tx.gatheringRegistration.aggregate({
    where: { gatheringId: gathering.id },
    _max: { queueNumber: true },
  });
  return { state: 'waiting', queueNumber: (last._max.queueNumber ?? 0) + 1 };
}

/** Themes and portfolios of a registration, in the place of those before. What is not there (any more) is left out. */
export async function writeChoices(
  tx: Transaction,
  registrationId: string,
  personId: string | null,
  { themes, comesFor, wantsToMeet }: Pick<RegistrationContent, 'themes' | 'comesFor' | 'wantsToMeet'>,
): Promise<void> {
  await tx.gatheringInterest.deleteMany({ where: { registrationId } });
  await tx.gatheringRegistrationPortfolio.deleteMany({ where: { registrationId } });
  const known = await tx.theme.findMany({ where: { slug: { in: themes } }, select: { slug: true } });
  await tx.gatheringInterest.createMany({ data: known.map(({ slug }) => ({ registrationId, themeSlug: slug })) });
  // for whom one comes is for who keeps it to say
  const kept =
    personId === null || comesFor.length === 0
      ? []
      : await tx.$queryRaw<{ id: string }[]>`
          select distinct portfolio_id as id from portfolio_keeps
            where person_id = ${personId}::uuid and portfolio_id = any(${comesFor}::uuid[])`;
  const shared = await tx.$queryRaw<
    { id: string }[]
  >`select id from portfolio_face where id = any(${wantsToMeet}::uuid[])`;
  await tx.gatheringRegistrationPortfolio.createMany({
    data: [
      ...kept.map(({ id }) => ({ registrationId, portfolioId: id, why: 'comes-for' })),
      ...shared
        .filter(({ id }) => !kept.some((one) => one.id === id))
        .map(({ id }) => ({ registrationId, portfolioId: id, why: 'wants-to-meet' })),
    ],
  });
}

/** The columns of what somebody says of themselves. */
export function contentColumns(content: RegistrationContent) {
  const { name, comesAs, comesFrom, areaCode, languages, children, accessWish, meetWish } = content;
  return { name, comesAs, comesFrom, areaCode, languages, children, accessWish, meetWish };
}
