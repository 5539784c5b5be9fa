import { describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { answerClaim, claimPortfolio } from '#app/modules/portfolios/commands/claim-portfolio.server.ts';
import { claimable, claimsToAnswer } from '#app/modules/portfolios/queries/claims.query.server.ts';
import { ownPortfolios } from '#app/modules/portfolios/queries/own-portfolios.query.server.ts';
import { makeInitiative, makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { acting, group, officer, waiting } from './scene.ts';

const own = useTestDatabase();

/** A plan of the papers: nobody submitted it here. */
const paper = async () => {
  const initiativeId = newId();
  await own.database.initiative.create({
    data: {
      id: initiativeId,
      slug: `van-papier-${initiativeId}`,
      stage: 'accepted',
      title: 'Moestuin van papier',
      summary: 'Een tuin uit de stukken.',
      requestedCents: 0n,
      createdAt: testNow,
    },
  });
  return own.database.portfolio.findUniqueOrThrow({ where: { initiativeId } });
};

const resident = async () => acting(own.database, await makePerson(own.database));

describe('a plan that nobody keeps', () => {
  test('is taken up by who belongs to it, after the office confirmed that', async () => {
    const [plan, person, editor] = [await paper(), await resident(), await officer(own.database, 'editor')];
    const order = { slug: plan.slug, formKey: newId(), note: 'Ik begon deze tuin.' };
    for (let time = 0; time < 2; time += 1) expect(await claimPortfolio(order, person)).toMatchObject({ ok: true });
    expect(await claimPortfolio({ ...order, formKey: newId() }, person)).toMatchObject({ reason: 'claim-waits' });
    expect(await ownPortfolios(own.database, person.actor)).toEqual([]);
    expect(await waiting(own.database, 'mail-portfolio-claim')).toContainEqual({
      claimId: order.formKey,
      personId: editor.actor.person.id,
    });
    expect(await claimsToAnswer(own.database, editor.actor)).toMatchObject([{ note: 'Ik begon deze tuin.' }]);
    const answer = { claimId: order.formKey, confirms: true, reason: '' };
    for (const role of ['controlegroep', 'loket', 'programme_manager'] as const)
      expect(await answerClaim(answer, await officer(own.database, role))).toMatchObject({ reason: 'role-needed' });
    for (let time = 0; time < 2; time += 1) expect(await answerClaim(answer, editor)).toMatchObject({ ok: true });
    expect((await ownPortfolios(own.database, person.actor)).map(({ id }) => id)).toEqual([plan.id]);
    expect(await claimable(own.database, person.actor, plan.slug)).toMatchObject({ isOwn: true });
  });

  test('is not taken up by oneself, without the office, or after a no', async () => {
    const [plan, editor] = [await paper(), await officer(own.database, 'editor')];
    const order = { slug: plan.slug, formKey: newId(), note: 'Van mij' };
    expect(await claimPortfolio(order, editor)).toMatchObject({ ok: true });
    expect(await answerClaim({ claimId: order.formKey, confirms: true, reason: '' }, editor)).toMatchObject({
      reason: 'own-claim',
    });
    const personId = editor.actor.person.id;
    const keeper = { id: newId(), portfolioId: plan.id, personId, addedAt: new Date() };
    await expect(own.database.portfolioKeeper.create({ data: keeper })).rejects.toThrow(/portfolio_keeper_said_yes/);
    const selfMade = { answer: 'confirmed', answeredById: personId, answeredAt: new Date() };
    await expect(own.database.portfolioClaim.update({ where: { id: order.formKey }, data: selfMade })).rejects.toThrow(
      /portfolio_claim_by_another/,
    );
    const no = { claimId: order.formKey, confirms: false, reason: 'We kennen je niet' };
    const other = await officer(own.database, 'editor');
    expect(await answerClaim(no, other)).toMatchObject({ ok: true });
    expect(await answerClaim({ ...no, confirms: true }, other)).toMatchObject({ reason: 'already-answered' });
    expect(await ownPortfolios(own.database, editor.actor)).toEqual([]);
  });

  test('is no plan of a resident, no group and no organisation', async () => {
    const person = await resident();
    const initiativeId = await makeInitiative(own.database);
    const plan = await own.database.portfolio.findUniqueOrThrow({ where: { initiativeId } });
    for (const slug of [plan.slug, (await group(own.database)).slug])
      expect(await claimPortfolio({ slug, formKey: newId(), note: 'Van mij' }, person)).toMatchObject({
        reason: 'not-to-claim',
      });
    expect(await claimPortfolio({ slug: 'bestaat-niet', formKey: newId(), note: 'Van mij' }, person)).toMatchObject({
      reason: 'portfolio-unknown',
    });
    expect(await claimable(own.database, person.actor, plan.slug)).toBeNull();
  });
});
