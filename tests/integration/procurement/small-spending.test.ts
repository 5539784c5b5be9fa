import { expect, test } from 'vitest';
import { spendingPage } from '#app/modules/alliances/queries/spending-page.query.server.ts';
import type { SpendingContent } from '#app/modules/alliances/spending.ts';
import { makeInitiative, makeOrganisation } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { by, makeAlliance, proposed, type AllianceScene } from '../budgets/alliance-scene.ts';
import { confirmed, makeScene, prepared } from '../decisions/scene.ts';
import { planContent } from './plan-content.ts';

const own = useTestDatabase();

async function flagsOf(alliance: AllianceScene, spendingId: string) {
  const { actor, now } = await by(own.database, alliance, 'first');
  return (await spendingPage(own.database, actor, spendingId, now))?.otherMoney;
}

const toOrganisation = (organisationId: string): SpendingContent['payee'] => ({
  kind: 'organisation',
  organisationId,
});

test('members see before they consent that a grant to the same organisation pays the same', async () => {
  const { database } = own;
  const [scene, alliance] = [await makeScene(database), await makeAlliance(database)];
  const organisationId = await makeOrganisation(database);
  const initiativeId = await makeInitiative(database, {
    bodyId: scene.bodyId,
    stage: 'deciding',
    requestedCents: 1000_00,
    organisationId,
    title: 'Groen plein',
    content: planContent([['Plantenbakken plein', 300]], { organisationId, from: '2026-12-01' }),
  });
  const what = 'Plantenbakken voor het plein';
  const spending = await proposed(database, alliance, { what, payee: toOrganisation(organisationId) });
  const decisionId = await prepared(database, scene, initiativeId, {
    costAnswers: [{ flag: `spending:${spending}`, answer: 'Een ander plein.' }],
  });
  // what waits in another body is not theirs to see
  expect(await flagsOf(alliance, spending)).toEqual([]);
  const number = await confirmed(database, scene, decisionId);
  expect(await flagsOf(alliance, spending)).toMatchObject([
    {
      key: `decision:${decisionId}`,
      isGiven: true,
      number,
      title: 'Groen plein',
      href: `/besluiten/${number}`,
      party: 'organisation',
      lines: [{ own: { description: what, amount: 250_00 }, other: { amount: 300_00 } }],
    },
  ]);
  const elsewhere = await proposed(database, alliance, { what, payee: { kind: 'shop', name: 'Tuincentrum' } });
  expect(await flagsOf(alliance, elsewhere)).toEqual([]);
  const unlike = await proposed(database, alliance, { what: 'Koffie', payee: toOrganisation(organisationId) });
  expect(await flagsOf(alliance, unlike)).toEqual([]);
});

test('the same asked twice of one wijkalliantie is flagged both ways; of another only once it is given', async () => {
  const { database } = own;
  const [alliance, neighbours] = [await makeAlliance(database), await makeAlliance(database)];
  const payee = toOrganisation(await makeOrganisation(database));
  const first = await proposed(database, alliance, { payee });
  const second = await proposed(database, alliance, { payee });
  const there = await proposed(database, neighbours, { payee });
  const link = (id: string) => ({ key: `spending:${id}`, href: `/wijkalliantie-werk/${id}`, isGiven: false });
  expect(await flagsOf(alliance, first)).toMatchObject([link(second)]);
  expect(await flagsOf(alliance, second)).toMatchObject([link(first)]);
  expect(await flagsOf(neighbours, there)).toEqual([]);
});
