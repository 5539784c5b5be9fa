import { newId } from '#app/kernel/ids.ts';
import { createAction } from '#app/modules/actions/commands/create-action.server.ts';
import { makeBody, makePerson } from '#tests/factories/index.ts';
import { backdate, eachGoesAfterItsPeriod, longAgo, two, useAgingDatabase, type PairsOf } from './aging.ts';

const own = useAgingDatabase();

const pairs: PairsOf<'actions'> = {
  'action-people': async () => {
    const { database } = own;
    const ids: string[] = [];
    const bodyId = await makeBody(database);
    await two(async () => {
      const [id, personId] = [newId(), await makePerson(database)];
      ids.push(id);
      const by = { personId, role: 'owner' } as const;
      await database.$transaction(async (tx) => {
        const owner = { personId, organisationId: null, words: 'bewonersgroep' };
        const words = { title: 'Stoep vegen', explanation: '', owner, due: { kind: 'ongoing' } as const };
        await createAction(tx, { id, bodyId, source: { kind: 'by-hand' }, isPublic: true, ...words }, by, new Date());
        await tx.action.update({ where: { id }, data: { state: 'done', closedAt: new Date(), revision: 2 } });
        const update = { actionId: id, revision: 2, kind: 'done', byRole: 'owner', byPersonId: personId };
        await tx.actionUpdate.create({ data: { ...update, happenedAt: new Date() } });
      });
    });
    return {
      old: async () => backdate(database, `update action set closed_at = ${longAgo} where id = '${ids[0] ?? ''}'`),
      left: async () => {
        const told = await database.actionUpdate.findMany({ where: { byPersonId: { not: null } } });
        const owned = await database.action.count({ where: { ownerPersonId: { not: null } } });
        // what is left of one is left of both
        return new Set(told.map(({ actionId }) => actionId)).size === owned ? owned : -1;
      },
    };
  },
};

eachGoesAfterItsPeriod(own, 'actions', pairs, async () => Promise.resolve());
