import { beforeEach, describe, expect, test } from 'vitest';
import { calendarDate, toDateColumn } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { instant } from '#app/kernel/instant.ts';
import { answerOutcome, askOutcomes } from '#app/modules/portfolios/commands/answer-outcome.server.ts';
import { closePortfolio } from '#app/modules/portfolios/commands/change-portfolio.server.ts';
import { chooseSupport, type SupportAnswer } from '#app/modules/portfolios/commands/choose-support.server.ts';
import { makeMatch } from '#app/modules/portfolios/commands/make-match.server.ts';
import { openRound } from '#app/modules/portfolios/commands/open-round.server.ts';
import { exerciseView, roundOfToday } from '#app/modules/portfolios/queries/exercise.query.server.ts';
import { outcomeTally, ownMatches, publicMatches } from '#app/modules/portfolios/queries/matches.query.server.ts';
import { shortlistFor } from '#app/modules/portfolios/queries/shortlist.query.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { someoneWaitsForLock } from '#tests/support/locks.ts';
import { group, officer, waiting, type Group } from './scene.ts';

const own = useTestDatabase();
const today = calendarDate('2026-11-21');

beforeEach(async () => {
  await own.database.$executeRaw`delete from support_choice`;
  await own.database.$executeRaw`delete from support_round`;
});

const round = async (opensOn = '2026-11-15', closesOn = '2026-11-30') => {
  const content = { name: 'Najaar', opensOn: calendarDate(opensOn), closesOn: calendarDate(closesOn) };
  return openRound({ formKey: newId(), ...content }, await officer(own.database, 'programme_manager'));
};

const choose = async (by: Group, direction: SupportAnswer['direction'], chosen: Group | null) =>
  chooseSupport(
    { slug: by.slug, answers: [{ direction, chosenId: chosen?.id ?? null, reason: 'Omdat het past' }] },
    by.keeper,
  );

const matchesOf = async (one: Group) =>
  own.database.portfolioMatch.findMany({ where: { OR: [{ lowId: one.id }, { highId: one.id }] } });

describe('a round', () => {
  test('is opened by organisers of the office, once, and never beside another', async () => {
    expect(await round()).toMatchObject({ ok: true });
    expect(await round('2026-11-30', '2026-12-05')).toMatchObject({ reason: 'rounds-overlap' });
    const content = { name: 'Later', opensOn: calendarDate('2027-05-01'), closesOn: calendarDate('2027-05-20') };
    expect(await openRound({ formKey: newId(), ...content }, (await group(own.database)).keeper)).toMatchObject({
      reason: 'role-needed',
    });
    expect(await openRound({ formKey: newId(), ...content }, await officer(own.database, 'editor'))).toMatchObject({
      ok: true,
    });
    expect(await roundOfToday(own.database, today)).toMatchObject({ name: 'Najaar', state: 'running' });
  });

  test('takes answers on its days only', async () => {
    await round('2026-11-22', '2026-11-30');
    const [one, other] = [await group(own.database), await group(own.database)];
    expect(await choose(one, 'supports-us', other)).toMatchObject({ reason: 'round-over' });
    const { id: roundId } = await own.database.supportRound.findFirstOrThrow();
    const choice = { id: newId(), roundId, portfolioId: one.id, direction: 'we-support', chosenId: other.id };
    await expect(own.database.supportChoice.create({ data: { ...choice, chosenAt: testNow } })).rejects.toThrow(
      /support_choice_in_round/,
    );
  });
});

describe('a match', () => {
  beforeEach(round.bind(null, undefined, undefined));

  test('comes of two that choose each other the other way round, with an introduction and mails', async () => {
    const [one, other] = [await group(own.database), await group(own.database)];
    expect(await choose(one, 'supports-us', other)).toEqual({ ok: true, value: 0 });
    expect(await choose(other, 'supports-us', one)).toEqual({ ok: true, value: 0 });
    expect(await matchesOf(one)).toEqual([]);
    expect(await choose(other, 'we-support', one)).toEqual({ ok: true, value: 1 });
    const [match] = await matchesOf(one);
    expect(match).toMatchObject({ origin: 'exercise' });
    const conversation = await own.database.conversation.findUniqueOrThrow({
      where: { id: match!.conversationId! },
      include: { messages: true },
    });
    expect(conversation).toMatchObject({ origin: 'match', messages: [{ side: 'product', authorId: null }] });
    const mails = await waiting(own.database, 'mail-match');
    for (const personId of [one.keeperId, other.keeperId])
      expect(mails).toContainEqual({ matchId: match!.id, personId });
    // said again, or taken back, nothing more happens
    expect(await choose(other, 'we-support', one)).toEqual({ ok: true, value: 0 });
    expect(await choose(one, 'supports-us', null)).toEqual({ ok: true, value: 0 });
    expect(await matchesOf(one)).toHaveLength(1);
    expect(await own.database.conversation.count({ where: { askerId: { in: [one.id, other.id] } } })).toBe(1);
  });

  test('is made once when both choose at the same instant', async () => {
    for (let round = 0; round < 8; round += 1) {
      const [one, other] = [await group(own.database), await group(own.database)];
      const outcomes = await Promise.all([choose(one, 'supports-us', other), choose(other, 'we-support', one)]);
      expect(outcomes.map((outcome) => (outcome.ok ? outcome.value : outcome.reason)).sort()).toEqual([0, 1]);
      const matches = await matchesOf(one);
      expect(matches).toHaveLength(1);
      expect(matches[0]?.conversationId).not.toBeNull();
    }
  });

  test('is made by the database itself, which lets the second of two choices wait for the first', async () => {
    const [one, other] = [await group(own.database), await group(own.database)];
    const { id: roundId } = await own.database.supportRound.findFirstOrThrow();
    const choice = (by: Group, chosen: Group, direction: SupportAnswer['direction']) => ({
      data: { id: newId(), roundId, portfolioId: by.id, chosenId: chosen.id, direction, chosenAt: testNow },
    });
    let second: Promise<unknown> = Promise.resolve();
    await own.database.$transaction(async (tx) => {
      await tx.supportChoice.create(choice(one, other, 'supports-us'));
      second = own.database.supportChoice.create(choice(other, one, 'we-support')).then((made) => made.id);
      await someoneWaitsForLock(own.database, second, 'advisory');
    });
    await second;
    expect(await matchesOf(one)).toHaveLength(1);
  });

  test('is shown to everybody by the names of two portfolios that can be seen, and to nobody else who chose whom', async () => {
    const [one, other, third] = [await group(own.database), await group(own.database), await group(own.database)];
    await choose(third, 'we-support', one);
    await choose(one, 'supports-us', other);
    await choose(other, 'we-support', one);
    const names = async () => JSON.stringify(await publicMatches(own.database));
    expect(await names()).toContain(one.slug);
    expect(await names()).not.toContain(third.slug);
    const view = async (of: Group) => {
      const { id, slug, name, opensOn, closesOn } = (await roundOfToday(own.database, today))!;
      return exerciseView(own.database, of.keeper.actor, {
        round: { id, slug, name, opensOn, closesOn },
        portfolioId: one.id,
        today,
      });
    };
    expect((await view(one)).namedUs.map(({ slug }) => slug).sort()).toEqual([other.slug, third.slug].sort());
    // another's view of this portfolio holds no choices
    expect(await view(third)).toMatchObject({ mine: [], namedUs: [] });
    await own.database.portfolio.update({
      where: { id: other.id },
      data: { state: 'hidden', hiddenFrom: 'open', hiddenReason: 'x' },
    });
    expect(await names()).not.toContain(one.slug);
  });

  test('of a closed portfolio, of oneself or in the name of others is not made', async () => {
    const [one, other] = [await group(own.database), await group(own.database)];
    expect(await choose(one, 'supports-us', one)).toMatchObject({ reason: 'own-portfolio' });
    expect(await choose({ ...one, keeper: other.keeper }, 'supports-us', other)).toMatchObject({
      reason: 'portfolio-unknown',
    });
    expect(await choose(one, 'supports-us', { ...other, id: newId() })).toMatchObject({ reason: 'chosen-unknown' });
    expect(await choose(one, 'supports-us', { ...other, id: 'x' })).toMatchObject({ reason: 'chosen-unknown' });
    await closePortfolio({ slug: other.slug, close: true }, other.keeper);
    expect(await choose(one, 'supports-us', other)).toMatchObject({ reason: 'chosen-unknown' });
  });
});

describe('half a year later', () => {
  const matched = async (madeAt: string) => {
    const [one, other] = [await group(own.database), await group(own.database)];
    const { matchId } = await own.database.$transaction((tx) =>
      makeMatch(tx, { oneId: one.id, otherId: other.id, origin: 'suggestion' }, instant(madeAt)),
    );
    return { one, other, matchId };
  };

  test('the product asks both, once, and anybody of the two answers', async () => {
    const [old, fresh] = [await matched('2026-05-20T10:00:00Z'), await matched('2026-05-22T10:00:00Z')];
    const early = { matchId: fresh.matchId, outcome: 'met', text: '', seen: '' } as const;
    expect(await answerOutcome(early, fresh.one.keeper)).toMatchObject({ reason: 'not-asked-yet' });
    expect(await outcomeTally(own.database)).toBeNull();
    expect(await askOutcomes(own.database, testNow)).toBe(1);
    expect(await askOutcomes(own.database, testNow)).toBe(0);
    const asked = await waiting(own.database, 'mail-match-outcome');
    expect(asked.map(({ personId }) => personId).sort()).toEqual([old.one.keeperId, old.other.keeperId].sort());
    const told = { matchId: old.matchId, outcome: 'together', text: 'Elke week soep', seen: '' } as const;
    expect(await answerOutcome(told, fresh.one.keeper)).toMatchObject({ reason: 'match-unknown' });
    expect(await answerOutcome(told, old.one.keeper)).toMatchObject({ ok: true });
    expect(await answerOutcome({ ...told, outcome: 'nothing' }, old.other.keeper)).toMatchObject({
      reason: 'changed-meanwhile',
    });
    expect(await outcomeTally(own.database)).toMatchObject({ total: 1, together: 1, untold: 0 });
    expect(JSON.stringify(await outcomeTally(own.database))).not.toContain('soep');
    expect(await ownMatches(own.database, old.other.keeper.actor, old.other.id)).toMatchObject([
      { outcome: 'together', other: { slug: old.one.slug } },
    ]);
    expect(await ownMatches(own.database, fresh.one.keeper.actor, old.other.id)).toEqual([]);
  });

  test('each is asked about once, also when the asking is killed in the middle', async () => {
    await own.database.$executeRaw`update portfolio_match set asked_at = now() where asked_at is null`;
    const made = [];
    for (let count = 0; count < 30; count += 1) made.push((await matched('2026-05-01T10:00:00Z')).matchId);
    await own.database.$executeRaw`delete from graphile_worker._private_jobs`;
    // the twentieth in the order of asking cannot be asked about
    const [unlucky = ''] = [...made].sort().slice(19);
    await own.database.$executeRawUnsafe(`
      create function killed() returns trigger language plpgsql as $$ begin
        if new.id = '${unlucky}' then raise exception 'killed'; end if; return new; end $$`);
    await own.database
      .$executeRaw`create trigger killed before update on portfolio_match for each row execute function killed()`;
    await expect(askOutcomes(own.database, testNow)).rejects.toThrow(/killed/);
    const asked = await own.database.portfolioMatch.count({ where: { id: { in: made }, askedAt: { not: null } } });
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(20);
    expect(await waiting(own.database, 'mail-match-outcome')).toHaveLength(2 * asked);
    await own.database.$executeRaw`drop trigger killed on portfolio_match`;
    expect(await askOutcomes(own.database, testNow)).toBe(30 - asked);
    const mails = await waiting(own.database, 'mail-match-outcome');
    expect(mails).toHaveLength(60);
    expect(new Set(mails.map(({ matchId }) => matchId))).toEqual(new Set(made));
  });

  test('a match that was made stays as it was made', async () => {
    const { matchId } = await matched('2026-11-01T10:00:00Z');
    const change = own.database.portfolioMatch.update({ where: { id: matchId }, data: { madeAt: testNow } });
    await expect(change).rejects.toThrow(/portfolio_match_stays/);
  });
});

test('the shortlist holds first who fits, and nobody without a keeper', async () => {
  const line = { text: 'Een keuken op dinsdag', until: null, resource: 'permits' } as const;
  const seeker = await group(own.database, { lines: [{ ...line, direction: 'need' }] });
  const giver = await group(own.database, { lines: [{ ...line, direction: 'offer' }] });
  await own.database.organisation.create({
    data: { id: newId(), slug: 'van-papier', name: 'Van papier', kind: 'foundation' },
  });
  const list = await shortlistFor(
    own.database,
    seeker.keeper.actor,
    { portfolioId: seeker.id, direction: 'supports-us' },
    today,
  );
  expect(list[0]?.slug).toBe(giver.slug);
  const slugs = list.map(({ slug }) => slug);
  expect(slugs).not.toContain(seeker.slug);
  expect(slugs).not.toContain('van-papier');
  // whom it has found already is not proposed again
  await own.database.$transaction((tx) =>
    makeMatch(tx, { oneId: seeker.id, otherId: list[1]!.id, origin: 'gathering' }, testNow),
  );
  const again = await shortlistFor(
    own.database,
    seeker.keeper.actor,
    { portfolioId: seeker.id, direction: 'supports-us' },
    today,
  );
  expect(again.map(({ id }) => id)).not.toContain(list[1]!.id);
  // past its last day it does not fit any more
  await own.database.portfolioLine.updateMany({
    where: { portfolioId: giver.id },
    data: { until: toDateColumn(calendarDate('2026-11-20')) },
  });
  await own.database.portfolio.update({
    where: { id: giver.id },
    data: { changedAt: instant('2020-01-01T00:00:00Z') },
  });
  expect(
    (
      await shortlistFor(own.database, seeker.keeper.actor, { portfolioId: seeker.id, direction: 'supports-us' }, today)
    )[0]?.slug,
  ).not.toBe(giver.slug);
});
