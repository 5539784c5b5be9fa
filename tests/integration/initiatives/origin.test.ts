import { expect, test } from 'vitest';
import { makeInitiative, makeOrganisation, makePerson } from '#tests/factories/index.ts';
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

test('the organisation of a submitted plan changes only with a version that names it', async () => {
  const { database } = own;
  const id = await makeInitiative(database, { stage: 'accepted' });
  const [organisationId, other] = [await makeOrganisation(database), await makeOrganisation(database)];
  const { currentVersion } = await database.initiative.findUniqueOrThrow({ where: { id } });
  const version = currentVersion + 1;
  const change = (data: object) => database.initiative.update({ where: { id }, data });
  await expect(change({ organisationId })).rejects.toThrow(/initiative_origin_fixed/);
  await expect(change({ organisationId, currentVersion: version })).rejects.toThrow(/initiative_origin_fixed/);
  await database.initiativeVersion.create({
    data: { initiativeId: id, version, content: { organisationId }, createdAt: new Date() },
  });
  await expect(change({ organisationId: other, currentVersion: version })).rejects.toThrow(/initiative_origin_fixed/);
  await change({ organisationId, currentVersion: version });
  await expect(change({ organisationId: null })).rejects.toThrow(/initiative_origin_fixed/);
});
