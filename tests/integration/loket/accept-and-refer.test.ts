import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { publicEvents } from '#app/modules/initiatives/queries/public-events.server.ts';
import { acceptInitiative } from '#app/modules/loket/commands/accept-initiative.server.ts';
import type { LoketContext } from '#app/modules/loket/commands/initiative-at-loket.server.ts';
import { referInitiative } from '#app/modules/loket/commands/refer-initiative.server.ts';
import { referOutside } from '#app/modules/loket/commands/refer-outside.server.ts';
import type { RuleJudgement } from '#app/modules/loket/eligibility.ts';
import { makeBody, makeInitiative } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { order, signedInAs } from './desk.ts';

const own = useTestDatabase();

const rules = ['in-nieuw-west', 'ander-geld'];
const allMet: RuleJudgement[] = rules.map((ruleSlug) => ({ ruleSlug, met: true, note: '' }));

let teamId: string;
let otherTeamId: string;
let officeId: string;
let desk: LoketContext;

beforeAll(async () => {
  const { database } = own;
  officeId = await makeBody(database, { kind: 'programme', slug: 'programmabureau' });
  teamId = await makeBody(database);
  otherTeamId = await makeBody(database, { kind: 'wijkalliantie', slug: 'de-buurt' });
  await database.eligibilityRule.createMany({
    data: rules.map((slug, position) => ({ slug, position, text: slug, textEn: slug })),
  });
  desk = await signedInAs(database, 'loket', teamId);
});

const stateOf = async (id: string) =>
  own.database.initiative.findUniqueOrThrow({
    where: { id },
    select: { stage: true, revision: true, bodyId: true, dueOn: true, events: true, checks: true },
  });

/** Nothing of a refused action stays behind. */
async function expectUntouched(id: string): Promise<void> {
  expect(await stateOf(id)).toMatchObject({ stage: 'submitted', revision: 1, events: [], checks: [] });
}

describe('accepting', () => {
  const accept = (id: string, judgements: RuleJudgement[]) => acceptInitiative({ ...order(id), judgements }, desk);

  test('tells everybody which rule is not met and why it goes on all the same', async () => {
    const id = await makeInitiative(own.database, { bodyId: teamId });
    const note = 'Het andere geld is al terugbetaald.';
    await accept(id, [
      { ruleSlug: 'in-nieuw-west', met: true, note: '' },
      { ruleSlug: 'ander-geld', met: false, note },
    ]);
    expect(await publicEvents(own.database, id, 'nl')).toMatchObject([
      { kind: 'accepted', exceptions: [{ rule: 'ander-geld', note }] },
    ]);
  });

  test('a second time leaves the first judgement where it was given', async () => {
    const id = await makeInitiative(own.database, { bodyId: teamId });
    const judged = (note: string): RuleJudgement[] => [
      { ruleSlug: 'in-nieuw-west', met: true, note: '' },
      { ruleSlug: 'ander-geld', met: false, note },
    ];
    await accept(id, judged('De eerste keer.'));
    await own.database.initiative.update({ where: { id }, data: { stage: 'submitted', revision: { increment: 1 } } });
    const { id: lastStep } = await own.database.initiativeEvent.findFirstOrThrow({ where: { initiativeId: id } });
    const again = { ...order(id, { lastStep }), judgements: judged('De tweede keer.') };
    expect(await acceptInitiative(again, desk)).toMatchObject({ ok: true });
    expect((await publicEvents(own.database, id, 'nl')).map(({ exceptions }) => exceptions)).toEqual([
      [{ rule: 'ander-geld', note: 'De eerste keer.' }],
      [{ rule: 'ander-geld', note: 'De tweede keer.' }],
    ]);
    await expect(own.database.eligibilityCheck.deleteMany({ where: { initiativeId: id } })).rejects.toThrow(
      /record_append_only/,
    );
  });

  test('keeps how each rule was judged, with the version', async () => {
    const id = await makeInitiative(own.database, { bodyId: teamId });
    const outcome = await accept(id, [
      { ruleSlug: 'in-nieuw-west', met: true, note: '' },
      { ruleSlug: 'ander-geld', met: false, note: 'Vraagt het na de ronde na.' },
    ]);
    expect(outcome.ok).toBe(true);
    const { checks } = await stateOf(id);
    expect(checks).toHaveLength(2);
    expect(checks).toContainEqual(
      expect.objectContaining({
        version: 1,
        ruleSlug: 'ander-geld',
        met: false,
        note: 'Vraagt het na de ronde na.',
        checkedById: desk.actor.person?.id,
      }),
    );
  });

  test.each<[string, RuleJudgement[], string]>([
    ['a rule is not judged', allMet.slice(1), 'rules-not-all-judged'],
    [
      'a rule is not met without a note',
      [...allMet.slice(1), { ruleSlug: 'in-nieuw-west', met: false, note: ' ' }],
      'unmet-rule-needs-note',
    ],
    ['a forged rule comes along', [...allMet, { ruleSlug: 'verzonnen', met: true, note: '' }], 'rules-changed'],
    ['no rule comes along', [], 'rules-not-all-judged'],
  ])('is refused when %s', async (_case, judgements, reason) => {
    const id = await makeInitiative(own.database, { bodyId: teamId });
    expect(await accept(id, judgements)).toMatchObject({ reason });
    await expectUntouched(id);
  });

  test('needs a body that goes on with it', async () => {
    const id = await makeInitiative(own.database);
    const office = await signedInAs(own.database, 'loket', officeId);
    expect(await acceptInitiative({ ...order(id), judgements: allMet }, office)).toMatchObject({
      reason: 'body-needed',
    });
    await expectUntouched(id);
  });
});

describe('referring', () => {
  const refer = (id: string, toBodyId: string) => referInitiative({ ...order(id), toBodyId }, desk);

  test('gives it to the other body, with two weeks for its loket', async () => {
    const id = await makeInitiative(own.database, { bodyId: teamId });
    expect((await refer(id, otherTeamId)).ok).toBe(true);
    const state = await stateOf(id);
    expect(state).toMatchObject({ stage: 'submitted', bodyId: otherTeamId, dueOn: new Date('2026-12-05') });
    expect(state.events).toMatchObject([{ bodyId: teamId, detail: { toBodySlug: 'de-buurt' } }]);
  });

  test('refuses a forged body, the same body, and a body that decides on no plans', async () => {
    const board = await makeBody(own.database, { kind: 'alliantiebestuur' });
    const id = await makeInitiative(own.database, { bodyId: teamId });
    for (const forged of [randomUUID(), 'geen-id', '', board, officeId]) {
      expect(await refer(id, forged)).toMatchObject({ reason: 'body-cannot-receive' });
    }
    expect(await refer(id, teamId)).toMatchObject({ reason: 'body-has-it-already' });
    await expectUntouched(id);
  });

  test('outside takes a name, and a link only when it is safe', async () => {
    const outside = (fundName: string, fundLink: string | null, id: string) =>
      referOutside({ ...order(id), fundName, fundLink }, desk);
    const id = await makeInitiative(own.database, { bodyId: teamId });
    expect(await outside(' ', null, id)).toMatchObject({ reason: 'fund-name-needed' });
    expect(await outside('x'.repeat(121), null, id)).toMatchObject({ reason: 'fund-name-needed' });
    for (const link of ['javascript:alert(1)', 'http://fonds.nl', 'fonds.nl', 'https://a:b@fonds.nl']) {
      expect(await outside('Fonds', link, id)).toMatchObject({ reason: 'link-not-safe' });
    }
    await expectUntouched(id);
    expect((await outside('Fonds', null, id)).ok).toBe(true);
    const [event] = (await stateOf(id)).events;
    expect(event?.detail).toEqual({ fund: 'Fonds', version: 1 });
  });
});
