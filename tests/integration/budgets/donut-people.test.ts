import { expect, test } from 'vitest';
import { addDays } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { writeVisit } from '#app/modules/donutfonds/commands/write-visit.server.ts';
import { applicationWork, callWork } from '#app/modules/donutfonds/queries/call-work.query.server.ts';
import { donutWork } from '#app/modules/donutfonds/queries/donut-work.query.server.ts';
import { deleteAccount } from '#app/modules/people/commands/delete-account.server.ts';
import { myData } from '#app/modules/people/queries/my-data.query.server.ts';
import { makeBody, makeMembership } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import {
  afterClosing,
  applied,
  by,
  document,
  makeDonutfonds,
  proposed,
  closed,
  type DonutScene,
} from './donut-scene.ts';
import { testSecret } from '#tests/support/test-secret.ts';

const own = useTestDatabase();

async function visited(scene: DonutScene, applicationId: string): Promise<void> {
  const visit = {
    applicationId,
    formKey: newId(),
    latest: 0,
    visitedOn: scene.opensOn,
    metWith: 'de coördinator',
    seen: 'Een volle zaal.',
    finding: 'holds',
    findingReason: 'De telling klopt.',
  } as const;
  const outcome = await writeVisit(visit, await by(own.database, scene, 'loket'));
  if (!outcome.ok) throw new Error(outcome.reason);
}

const addressOf = async (scene: DonutScene) =>
  (await own.database.organisation.findUniqueOrThrow({ where: { id: scene.organisations.one } })).slug;

test('everybody downloads what they did for the donutfonds, and nothing of others', async () => {
  const scene = await makeDonutfonds(own.database);
  await visited(scene, await applied(own.database, scene, 'one', { story: 'Wij koken elke week.' }));
  await applied(own.database, scene, 'two', { story: 'Andermans verhaal.' });
  await closed(own.database, scene);
  await proposed(own.database, scene);
  const downloaded = async (who: 'one' | 'loket' | 'manager') => {
    const { actor, now } = await by(own.database, scene, who, afterClosing);
    return JSON.stringify(await myData(own.database, actor, now));
  };
  const applicant = await downloaded('one');
  for (const mine of ['Wij koken elke week.', 'maex.webp', '2000000']) expect(applicant).toContain(mine);
  for (const foreign of ['Andermans verhaal.', 'Een volle zaal.', 'Volgens de regels.'])
    expect(applicant).not.toContain(foreign);
  expect(await downloaded('loket')).toContain('Een volle zaal.');
  expect(await downloaded('manager')).toContain('Volgens de regels.');
});

test('a deleted account leaves the application and its visits without a name, and takes documents that waited', async () => {
  const scene = await makeDonutfonds(own.database);
  const id = await applied(own.database, scene, 'one');
  await visited(scene, id);
  const waiting = await document(own.database, scene, 'one');
  const address = { year: scene.year, slug: await addressOf(scene) };
  const asManager = await by(own.database, scene, 'manager');
  const look = async () => applicationWork(own.database, asManager.actor, address, addDays(scene.opensOn, 1));
  expect((await look())?.applicantName).toMatch(/^Persoon/);

  for (const who of ['one', 'loket'] as const)
    expect(
      await deleteAccount(
        { confirmation: 'verwijder' },
        { ...(await by(own.database, scene, who)), secret: testSecret },
      ),
    ).toMatchObject({
      ok: true,
    });
  expect(await look()).toMatchObject({
    id,
    applicantName: '',
    document: { fileName: 'maex.webp' },
    visits: [{ seen: 'Een volle zaal.', authorName: '' }],
  });
  expect(await own.database.donutEvidence.count({ where: { id: waiting } })).toBe(0);
  expect(await own.database.donutEvidenceContent.count({ where: { evidenceId: waiting } })).toBe(0);
});

test('the controlegroep reads every call and application and may do nothing; others see nothing of it', async () => {
  const scene = await makeDonutfonds(own.database);
  await applied(own.database, scene, 'one');
  const otherBody = await makeBody(own.database);
  await makeMembership(own.database, { personId: scene.people.outsider, bodyId: otherBody, role: 'controlegroep' });
  await makeMembership(own.database, { personId: scene.people.two, bodyId: otherBody, role: 'programme_manager' });
  const today = addDays(scene.opensOn, 1);
  const address = { year: scene.year, slug: await addressOf(scene) };
  const { actor: reader } = await by(own.database, scene, 'outsider');
  expect(await callWork(own.database, reader, scene.year, today)).toMatchObject({
    mayManage: false,
    mayConfirm: false,
    lines: [{}],
  });
  expect(await applicationWork(own.database, reader, address, today)).toMatchObject({ mayVisit: false });
  expect(await donutWork(own.database, reader, today)).toMatchObject({ mayOpen: false, mayReadDonors: true });
  const { actor: elsewhere } = await by(own.database, scene, 'two');
  expect(await callWork(own.database, elsewhere, scene.year, today)).toBeNull();
  expect(await applicationWork(own.database, elsewhere, address, today)).toBeNull();
  expect((await donutWork(own.database, elsewhere, today)).calls).toEqual([]);
});
