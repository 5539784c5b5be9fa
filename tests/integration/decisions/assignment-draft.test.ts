import { expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { saveAssignmentDraft } from '#app/modules/decisions/commands/save-assignment-draft.server.ts';
import { typedProposal } from '#app/modules/decisions/form.ts';
import { assignmentPreparation } from '#app/modules/decisions/queries/assignment-preparation.query.server.ts';
import { decisionWork } from '#app/modules/decisions/queries/decision-work.query.server.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { demoEmail } from '#app/modules/people/demo-account.ts';
import * as changing from '#app/routes/besluitvorming.$id.wijzig.tsx';
import * as preparing from '#app/routes/besluitvorming.opdracht.$id.tsx';
import * as demo from '#app/routes/demo._index.tsx';
import { makeOrganisation, testNow } from '#tests/factories/index.ts';
import { Browser } from '#tests/integration/people/visiting.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { preparedAssignment, started, terms } from './assignment-scene.ts';
import { as, kindOf, makeScene, type Scene } from './scene.ts';

const own = useTestDatabase();

/** The whole form of an assignment, as a page that was opened for this organisation sends it. */
function formFor(scene: Scene, organisationId: string): Record<string, string> {
  const { bodyId, fundId, people } = scene;
  return {
    intent: 'prepare',
    revision: '1',
    shownFor: `${bodyId}:${organisationId}`,
    bodyId,
    organisationId,
    title: terms.title,
    task: terms.task,
    recipientReason: terms.recipientReason,
    beginsOn: '2026-12-01',
    endsOn: '2027-03-31',
    outcome: 'grant',
    instrument: 'assignment',
    amount: '2.500',
    fundId,
    method: 'consent',
    takenOn: '2026-11-20',
    motivation: 'Dit helpt de buurt vooruit.',
    interestStatement: 'Niemand met een belang deed mee.',
    'attendance[0].personId': people.chair,
    'attendance[0].part': 'took-part',
    'attendance[1].personId': people.member,
    'attendance[1].part': 'took-part',
  };
}

/** The demo signs in by address. */
async function browserOfChair(scene: Scene): Promise<Browser> {
  const { database } = own;
  await database.person.updateMany({
    where: { email: demoEmail('voorzitter') },
    data: { email: `${newId()}@wijkbeurs.example` },
  });
  await database.person.update({ where: { id: scene.people.chair }, data: { email: demoEmail('voorzitter') } });
  const browser = new Browser(database, 'demo');
  await browser.post(demo.action, '/demo', { account: 'voorzitter' });
  return browser;
}

test.each(['new', 'prepared before'] as const)(
  'an assignment that is %s is not laid for an organisation that another tab chose since',
  async (which) => {
    const { database } = own;
    const scene = await makeScene(database);
    const browser = await browserOfChair(scene);
    const [shown, chosenElsewhere] = [await makeOrganisation(database), await makeOrganisation(database)];
    const isNew = which === 'new';
    const id = await (isNew ? started : preparedAssignment)(database, scene, shown);
    const fields = typedProposal.parse({ bodyId: scene.bodyId, organisationId: chosenElsewhere });
    expect(await saveAssignmentDraft({ id, fields }, as(database, scene, 'chair'))).toMatchObject({ ok: true });

    const address = isNew ? `/besluitvorming/opdracht/${id}` : `/besluitvorming/${id}/wijzig`;
    // nothing is laid on what this page did not show; it opens again for its own organisation, filled in
    const answer = await browser.post(isNew ? preparing.action : changing.action, address, formFor(scene, shown), {
      id,
    });
    expect(answer).toMatchObject({ location: address });
    expect(await database.decision.findFirst({ where: { recipientOrganisationId: chosenElsewhere } })).toBeNull();
    expect(await database.assignmentDraft.findUnique({ where: { id } })).toMatchObject({
      organisationId: shown,
      fields: { title: terms.title },
    });
  },
);

test('an assignment is laid before a confirmer by the button that says so, and by no form that leaves the button out', async () => {
  const { database } = own;
  const scene = await makeScene(database);
  const browser = await browserOfChair(scene);
  const organisationId = await makeOrganisation(database);
  const id = await started(database, scene, organisationId);
  const { intent, ...typed } = formFor(scene, organisationId);
  const fields = { ...typed, serviceKindId: await kindOf(database) };
  const press = async (button: Record<string, string>) =>
    browser.post(preparing.action, `/besluitvorming/opdracht/${id}`, { ...fields, ...button }, { id });
  for (const button of [{}, { intent: '' }, { intent: 'confirm' }] as Record<string, string>[])
    expect((await press(button)).status).toBe(400);
  expect(await database.decision.findMany({ where: { recipientOrganisationId: organisationId } })).toEqual([]);
  expect((await press({ intent: String(intent) })).status).toBe(303);
  expect(await database.decision.findMany({ where: { recipientOrganisationId: organisationId } })).toHaveLength(1);
});

test('a draft is offered again while its body can be prepared for, and not when the role is over', async () => {
  const { database } = own;
  const scene = await makeScene(database);
  const id = await started(database, scene, await makeOrganisation(database));
  const draftsOf = async (actor: Actor) => (await decisionWork(database, actor, testNow)).assignmentDrafts;
  const { actor } = as(database, scene, 'chair');
  expect(await draftsOf(actor)).toMatchObject([{ draftId: id }]);
  const elsewhere = await makeScene(database);
  const moved = { ...as(database, elsewhere, 'chair').actor, person: actor.person };
  expect(await assignmentPreparation(database, moved, id, testNow)).toBeNull();
  expect(await draftsOf(moved)).toEqual([]);
});
