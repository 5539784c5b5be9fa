import { fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Database } from '#app/platform/database.server.ts';
import { sha256 } from '#app/platform/secret.server.ts';
import { promiseState } from '../outcome.ts';
import type { OwnPromise, QuestionLine, QuestionWorkLine, WorkshopView } from '../outcome-views.ts';
import { portfolioLinks } from './gathered.query.server.ts';

/** Id of the registration that a personal link is of; null when it leads nowhere, or to another gathering. */
export async function registrationOfToken(
  database: Database,
  { gatheringId, token }: { gatheringId: string; token: string },
): Promise<string | null> {
  if (!/^[\w-]{40,50}$/.test(token)) return null;
  const row = await database.gatheringRegistration.findUnique({
    where: { tokenHash: sha256(token) },
    select: { id: true, gatheringId: true, state: true, erasedAt: true },
  });
  return row?.gatheringId === gatheringId && row.state === 'confirmed' && row.erasedAt === null ? row.id : null;
}

/** Id of the registration with a place of who is signed in: made with their account, or on their address. */
export async function registrationOfPerson(
  database: Database,
  gatheringId: string,
  { id: personId, email }: { id: string; email: string },
): Promise<string | null> {
  const row = await database.gatheringRegistration.findFirst({
    where: {
      ...{ gatheringId, state: 'confirmed', erasedAt: null },
      OR: [{ personId }, { email, personId: null, confirmedAt: { not: null } }],
    },
    select: { id: true },
  });
  return row?.id ?? null;
}

/** The workshops of a gathering in their turns. */
export async function workshopsOf(database: Database, gatheringId: string): Promise<WorkshopView[]> {
  const rows = await database.gatheringWorkshop.findMany({
    where: { gatheringId },
    orderBy: [{ turn: 'asc' }, { title: 'asc' }, { id: 'asc' }],
    include: { _count: { select: { places: true } } },
  });
  return rows.map(({ id, turn, title, about, room, capacity, _count }) => ({
    ...{ id, turn, title, about, room, capacity },
    placesLeft: Math.max(0, capacity - _count.places),
  }));
}

/** Ids of the workshops in which somebody has a place. */
export async function placesOf(database: Database, registrationId: string): Promise<string[]> {
  const rows = await database.gatheringWorkshopPlace.findMany({
    where: { registrationId },
    select: { workshopId: true },
  });
  return rows.map(({ workshopId }) => workshopId);
}

/** Who has a place in which workshop, for crew: names as they typed them. */
export async function workshopPeople(
  database: Database,
  gatheringId: string,
): Promise<{ workshopId: string; registrationId: string; name: string }[]> {
  const rows = await database.gatheringWorkshopPlace.findMany({
    where: { workshop: { gatheringId } },
    orderBy: [{ takenAt: 'asc' }, { registrationId: 'asc' }],
    select: { workshopId: true, registrationId: true, registration: { select: { name: true } } },
  });
  return rows.map(({ workshopId, registrationId, registration }) => ({
    ...{ workshopId, registrationId },
    name: registration.name,
  }));
}

const questionColumns = {
  id: true,
  text: true,
  writtenAt: true,
  state: true,
  hiddenReason: true,
  revision: true,
  cluster: { select: { name: true } },
  table: { select: { number: true } },
} as const;

/** Design questions that are shown, the newest first. */
export async function questionsOf(database: Database, gatheringId: string): Promise<QuestionLine[]> {
  return (await questionWork(database, gatheringId))
    .filter(({ isHidden }) => !isHidden)
    .map(({ id, text, clusterName, tableNumber, writtenAt }) => ({ id, text, clusterName, tableNumber, writtenAt }));
}

/** All design questions, for who runs it. */
export async function questionWork(database: Database, gatheringId: string): Promise<QuestionWorkLine[]> {
  const rows = await database.gatheringQuestion.findMany({
    where: { gatheringId },
    orderBy: [{ writtenAt: 'desc' }, { id: 'desc' }],
    select: questionColumns,
  });
  return rows.map(({ id, text, writtenAt, state, hiddenReason, revision, cluster, table }) => ({
    ...{ id, text, writtenAt, hiddenReason, revision },
    clusterName: cluster?.name ?? null,
    tableNumber: table?.number ?? null,
    isHidden: state === 'hidden',
  }));
}

/** Themes of a gathering in rounds: the piles of portfolios. */
export async function themesOf(database: Database, gatheringId: string): Promise<{ id: string; name: string }[]> {
  return database.gatheringCluster.findMany({
    where: { gatheringId, holds: 'portfolios' },
    orderBy: { position: 'asc' },
    select: { id: true, name: true },
  });
}

const promiseColumns = {
  id: true,
  what: true,
  dueOn: true,
  state: true,
  isNamed: true,
  promiser: true,
  portfolioId: true,
  answerText: true,
  revision: true,
} as const;

/** Promises of one registration, or all of a gathering for who runs it. */
export async function promisesOf(
  database: Database,
  whose: { registrationId: string } | { gatheringId: string },
): Promise<OwnPromise[]> {
  const rows = await database.gatheringPromise.findMany({
    where: whose,
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    select: promiseColumns,
  });
  const links = await portfolioLinks(
    database,
    rows.map(({ portfolioId }) => portfolioId),
  );
  return rows.map(({ id, what, dueOn, state, isNamed, promiser, portfolioId, answerText, revision }) => ({
    ...{ id, what, isNamed, promiser, answerText, revision },
    dueOn: fromDateColumn(dueOn),
    state: promiseState(state),
    portfolio: links.get(portfolioId ?? '') ?? null,
  }));
}

/** What somebody chose about their name and mails. */
export type OwnChoices = {
  name: string;
  /** Null: not named. */
  shownAs: string | null;
  outcomeMails: boolean;
  wasThere: boolean;
  hasAccount: boolean;
  /** Last day on which the address is kept. */
  keptUntil: CalendarDate;
};

export async function ownChoices(database: Database, registrationId: string): Promise<OwnChoices> {
  const row = await database.gatheringRegistration.findUniqueOrThrow({
    where: { id: registrationId },
    select: {
      name: true,
      personId: true,
      outcomeMails: true,
      arrivedAt: true,
      named: { select: { shownAs: true } },
    },
  });
  const [until] = await database.$queryRaw<{ day: Date }[]>`
    select gathering_registration_until(r.person_id, g.ends_at) as day
      from gathering_registration r join gathering g on g.id = r.gathering_id where r.id = ${registrationId}::uuid`;
  if (until === undefined) throw new Error('a registration is of a gathering');
  return {
    name: row.name,
    shownAs: row.named?.shownAs ?? null,
    outcomeMails: row.outcomeMails,
    wasThere: row.arrivedAt !== null,
    hasAccount: row.personId !== null,
    keptUntil: fromDateColumn(until.day),
  };
}

/** People who are in, for a helper who writes for them. */
export async function whoIsIn(database: Database, gatheringId: string): Promise<{ id: string; name: string }[]> {
  return database.gatheringRegistration.findMany({
    where: { gatheringId, state: 'confirmed', erasedAt: null, name: { not: '' } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  });
}
