import { dayInAmsterdam, toDateColumn } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { isSignedIn, type Actor, type SignedIn } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { keepsActionsOf, readsActionsOf, writesAs } from '../policy.ts';
import type { WorkAction, WorkLine } from '../views.ts';
import { lineColumns, lineOf, originOf, pageColumns, updatesOf } from './action-rows.server.ts';

const workColumns = { ...lineColumns, id: true, bodyId: true } as const;
const order = [{ dueOn: { sort: 'asc', nulls: 'last' } }, { number: 'asc' }] as const;

const workLine = (row: Parameters<typeof lineOf>[0] & { id: string }, now: Instant): WorkLine => ({
  ...lineOf(row, now),
  id: row.id,
  isPublic: row.publishedAt !== null,
});

/** What somebody does, open first: for their own page. */
export async function ownActions(database: Database, actor: SignedIn, now: Instant) {
  const mine = { ownerPersonId: actor.person.id };
  const [open, closed] = await Promise.all([
    database.action.findMany({
      where: { ...mine, state: 'open' },
      orderBy: [...order],
      take: 200,
      select: workColumns,
    }),
    database.action.findMany({
      where: { ...mine, state: { not: 'open' } },
      orderBy: { closedAt: 'desc' },
      take: 20,
      select: workColumns,
    }),
  ]);
  return { open: open.map((row) => workLine(row, now)), closed: closed.map((row) => workLine(row, now)) };
}

/** A body whose list the actor may read, with its actions: late first. */
export type BodyActions = {
  body: { id: string; slug: string; name: string };
  mayKeep: boolean;
  open: WorkLine[];
  closed: WorkLine[];
};

/** The lists of the bodies whose work the actor may read. */
export async function actionWork(database: Database, actor: Actor, now: Instant): Promise<BodyActions[]> {
  const bodies = await database.body.findMany({
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
    select: { id: true, slug: true, name: true },
  });
  const readable = bodies.filter(({ id }) => readsActionsOf(actor, id));
  const ids = readable.map(({ id }) => id);
  const [open, closed] = await Promise.all([
    database.action.findMany({
      where: { bodyId: { in: ids }, state: 'open' },
      orderBy: [...order],
      take: 500,
      select: workColumns,
    }),
    database.action.findMany({
      where: { bodyId: { in: ids }, state: { not: 'open' } },
      orderBy: { closedAt: 'desc' },
      take: 50,
      select: workColumns,
    }),
  ]);
  const own = new Set(actor.roles.map(({ bodyId }) => bodyId));
  return readable
    .map((body) => ({
      body,
      mayKeep: keepsActionsOf(actor, body.id).ok,
      open: open.filter(({ bodyId }) => bodyId === body.id).map((row) => workLine(row, now)),
      closed: closed.filter(({ bodyId }) => bodyId === body.id).map((row) => workLine(row, now)),
    }))
    .filter(({ body, open: some, closed: others }) => some.length + others.length > 0 || own.has(body.id));
}

/** One action for who works on it: its owner, or who may read the list of its body. Null for anybody else. */
export async function workAction(
  database: Database,
  actor: Actor,
  id: string,
  now: Instant,
): Promise<WorkAction | null> {
  if (!isId(id) || !isSignedIn(actor)) return null;
  const row = await database.action.findUnique({
    where: { id },
    select: {
      ...pageColumns,
      ...{ bodyId: true, revision: true, ownerPersonId: true },
      ownerPerson: { select: { name: true, deletedAt: true } },
    },
  });
  if (row === null) return null;
  const isOwner = row.ownerPersonId === actor.person.id;
  const reads = readsActionsOf(actor, row.bodyId);
  if (!isOwner && !reads) return null;
  return {
    ...lineOf(row, now),
    id: row.id,
    bodyId: row.bodyId,
    revision: row.revision,
    explanation: row.explanation,
    isPublic: row.publishedAt !== null,
    ownerName: row.ownerPerson === null || row.ownerPerson.deletedAt !== null ? null : row.ownerPerson.name,
    ownerPersonId: row.ownerPersonId,
    origin: originOf(row),
    // the owner of an action reads what was said about it; what colleagues wrote before it was public stays with them
    updates: updatesOf(row, !reads && row.publishedAt !== null),
    mayKeep: keepsActionsOf(actor, row.bodyId).ok,
    writesAs: writesAs(actor, row),
  };
}

export type Choice = { value: string; label: string };

/** Bodies whose list the actor keeps, for making an action. */
export async function bodiesToKeep(database: Database, actor: Actor): Promise<(Choice & { slug: string })[]> {
  const bodies = await database.body.findMany({
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
    select: { id: true, slug: true, name: true },
  });
  return bodies
    .filter(({ id }) => keepsActionsOf(actor, id).ok)
    .map(({ id, slug, name }) => ({ value: id, label: name, slug }));
}

/** Who can own an action of a body: its people of today, by name for colleagues, and every organisation. */
export async function ownerChoices(
  database: Database,
  bodyId: string,
  now: Instant,
): Promise<{ people: Choice[]; organisations: Choice[]; bodies: Choice[] }> {
  const day = toDateColumn(dayInAmsterdam(now));
  const [people, organisations, bodies] = await Promise.all([
    database.person.findMany({
      where: {
        deletedAt: null,
        name: { not: '' },
        memberships: {
          some: { bodyId, beginsOn: { lte: day }, OR: [{ endsOn: null }, { endsOn: { gte: day } }] },
        },
      },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true },
    }),
    database.organisation.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } }),
    database.body.findMany({
      where: { id: { not: bodyId } },
      orderBy: [{ position: 'asc' }, { name: 'asc' }],
      select: { id: true, name: true },
    }),
  ]);
  return {
    people: people.map(({ id, name }) => ({ value: id, label: name })),
    organisations: organisations.map(({ id, name }) => ({ value: id, label: name })),
    bodies: bodies.map(({ id, name }) => ({ value: id, label: name })),
  };
}

/** Address of the work page of an action for its owner and who reads its body's list; null for anybody else. */
export async function workHrefOf(database: Database, actor: Actor, number: number): Promise<string | null> {
  if (!isSignedIn(actor)) return null;
  const row = await database.action.findUnique({
    where: { number },
    select: { id: true, bodyId: true, ownerPersonId: true },
  });
  if (row === null) return null;
  const mayOpen = row.ownerPersonId === actor.person.id || readsActionsOf(actor, row.bodyId);
  return mayOpen ? `/actiewerk/${row.id}` : null;
}
