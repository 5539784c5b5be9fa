import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { ChangeKind } from '../change.ts';
import { offeredKinds, officeKinds, type NewChangeChoices } from '../new-change.ts';
import { mayProposeChange } from '../policy.ts';
import { correctableEntries, openPromises } from './choices-of-entries.server.ts';
import { linesOf, sourceChoices } from './choices-of-lines.server.ts';
import { officeOf } from './office.server.ts';

/** The bodies for which the actor may propose. */
async function bodiesOf(database: Database, actor: Actor): Promise<{ ids: string[]; isOffice: boolean }> {
  const bodies = await database.body.findMany({ select: { id: true } });
  const office = await officeOf(database);
  return {
    ids: bodies.map(({ id }) => id).filter((id) => mayProposeChange(actor, id).ok),
    isOffice: office.id !== '' && mayProposeChange(actor, office.id).ok,
  };
}

/** What the actor can choose for a change of this kind, as things stand now; none: there is nothing to propose. */
export async function newChangeChoices(database: Database, actor: Actor, kind: ChangeKind): Promise<NewChangeChoices> {
  const { ids, isOffice } = await bodiesOf(database, actor);
  const personId = actor.person?.id ?? '';
  const only = (subjects: NewChangeChoices['subjects']) => ({ subjects, targets: [] });
  switch (kind) {
    case 'pledge':
    case 'pledge-lowered':
    case 'overprogramming':
      return only(isOffice ? await sourceChoices(database, kind) : []);
    case 'budget': {
      const lines = await linesOf(database, { bodyId: { in: ids } });
      return only(
        lines
          .filter(({ unallocated }) => unallocated > 0)
          .map(({ unallocated, choice }) => ({ ...choice, most: unallocated })),
      );
    }
    case 'return':
    case 'move': {
      const lines = await linesOf(database, { bodyId: { in: ids } });
      const subjects = lines.flatMap(({ available, choice }) =>
        available > 0 ? [{ ...choice, now: available, most: available }] : [],
      );
      if (kind === 'return') return only(subjects);
      const sources = [...new Set(subjects.flatMap(({ sourceId }) => (sourceId === null ? [] : [sourceId])))];
      const targets = await linesOf(database, { moneySourceId: { in: sources } });
      // a line can only give to another of its source
      const movable = subjects.filter((one) =>
        targets.some(({ choice }) => choice.sourceId === one.sourceId && choice.id !== one.id),
      );
      // where there is one line to take from, that one is no choice to give to
      const taken = movable.length === 1 ? movable[0]?.id : undefined;
      return {
        subjects: movable,
        targets: movable.length === 0 ? [] : targets.map(({ choice }) => choice).filter(({ id }) => id !== taken),
      };
    }
    case 'release':
    case 'payment':
      return only(await openPromises(database, ids, personId));
    case 'correction':
      return only(await correctableEntries(database, ids, isOffice, personId));
  }
}

/** The kinds that the actor can propose: only those with something to choose. */
export async function proposableKinds(database: Database, actor: Actor): Promise<ChangeKind[]> {
  const { isOffice } = await bodiesOf(database, actor);
  const kinds: ChangeKind[] = [];
  for (const kind of offeredKinds) {
    if (!isOffice && (officeKinds as readonly ChangeKind[]).includes(kind)) continue;
    if ((await newChangeChoices(database, actor, kind)).subjects.length > 0) kinds.push(kind);
  }
  return kinds;
}
