import { localeFrom } from '#app/i18n/locale.ts';
import { toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Role } from '#app/modules/people/role.ts';
import { programmeOffice } from '#app/modules/people/role.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { Recipient } from './step-mail.ts';

const address = { id: true, email: true, name: true, locale: true } as const;

export type PersonToMail = Recipient & { id: string };

/** Who gets mails about work: holders of the role in a body today, without those who want none or are gone. */
async function workersOf(
  database: Database,
  body: { id: string } | { slug: string },
  roles: readonly Role[],
  today: CalendarDate,
): Promise<PersonToMail[]> {
  const day = toDateColumn(today);
  const people = await database.person.findMany({
    where: {
      deletedAt: null,
      mailOnWork: true,
      memberships: {
        some: {
          body,
          role: { in: [...roles] },
          beginsOn: { lte: day },
          OR: [{ endsOn: null }, { endsOn: { gte: day } }],
        },
      },
    },
    select: address,
    orderBy: { id: 'asc' },
  });
  return people.map(recipient);
}

/** Who waits for work of a body: its own people, or those of the programme office where it has none in that role. */
export async function workersFor(
  database: Database,
  bodyId: string | null,
  roles: readonly Role[],
  today: CalendarDate,
): Promise<PersonToMail[]> {
  const own = bodyId === null ? [] : await workersOf(database, { id: bodyId }, roles, today);
  return own.length > 0 ? own : workersOf(database, { slug: programmeOffice }, roles, today);
}

/**
 * Who can take a step with a plan: as `workersFor`, without who has an interest in it. Where that leaves a body nobody,
 * the programme office does the work.
 */
export async function freeWorkersFor(
  database: Database,
  work: { bodyId: string | null; initiativeId: string; roles: readonly Role[] },
  today: CalendarDate,
): Promise<PersonToMail[]> {
  const interestedOf = async (ids: readonly string[]) => {
    const rows = await database.$queryRaw<{ id: string }[]>`
      select id::text as id from person
        where id = any(${[...ids]}::uuid[]) and interest_of(id, ${work.initiativeId}::uuid) is not null`;
    return new Set(rows.map(({ id }) => id));
  };
  return workersWithout(database, work, interestedOf, today);
}

/**
 * As `freeWorkersFor`, for work that is about more than a plan, and without who took the step before (rule 1).
 * @param interestedOf of these people, those whom an interest keeps out
 */
export async function workersWithout(
  database: Database,
  work: { bodyId: string | null; roles: readonly Role[]; notId?: string | null },
  interestedOf: (personIds: readonly string[]) => Promise<ReadonlySet<string>>,
  today: CalendarDate,
): Promise<PersonToMail[]> {
  const free = async (bodyId: string | null) => {
    const workers = await workersFor(database, bodyId, work.roles, today);
    const keptOut = await interestedOf(workers.map(({ id }) => id));
    return workers.filter(({ id }) => id !== work.notId && !keptOut.has(id));
  };
  const own = await free(work.bodyId);
  return own.length > 0 ? own : free(null);
}

/** A person who wants mails of this sort and is still there; null otherwise. */
export async function personToMail(
  database: Database,
  personId: string | null,
  wants: 'mailOnSteps' | 'mailOnWork',
): Promise<PersonToMail | null> {
  if (personId === null) return null;
  const person = await database.person.findFirst({
    where: { id: personId, deletedAt: null, [wants]: true },
    select: address,
  });
  return person === null ? null : recipient(person);
}

function recipient({ locale, ...person }: { id: string; email: string; name: string; locale: string }): PersonToMail {
  return { ...person, locale: localeFrom(locale) };
}
