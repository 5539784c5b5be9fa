import { expect, test } from 'vitest';
import { makeInitiative, makePerson } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();

/** Whose interest keeps them out follows from these, so they cannot be rewritten under a decision. */
test('who submitted a plan and when it began stays, once it was submitted', async () => {
  const id = await makeInitiative(own.database, { stage: 'accepted' });
  const submitterId = await makePerson(own.database);
  for (const data of [{ submitterId }, { submitterId: null }, { createdAt: new Date('2030-01-01') }]) {
    await expect(own.database.initiative.update({ where: { id }, data })).rejects.toThrow(/initiative_origin_fixed/);
  }
});
