import { beforeEach, describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { dismissSuggestion } from '#app/modules/matching/commands/dismiss-suggestion.server.ts';
import { wantToMeet } from '#app/modules/matching/commands/want-to-meet.server.ts';
import { suggestionsFor } from '#app/modules/matching/queries/suggestions.query.server.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { beginConversation } from '#app/modules/portfolios/commands/begin-conversation.server.ts';
import { blockOtherSide } from '#app/modules/portfolios/commands/block-portfolio.server.ts';
import { chooseSupport } from '#app/modules/portfolios/commands/choose-support.server.ts';
import { makeMatch } from '#app/modules/portfolios/commands/make-match.server.ts';
import { openRound } from '#app/modules/portfolios/commands/open-round.server.ts';
import { answerReport, reportConversation } from '#app/modules/portfolios/commands/report-conversation.server.ts';
import { sendMessage } from '#app/modules/portfolios/commands/send-message.server.ts';
import { conversationView } from '#app/modules/portfolios/queries/conversation.query.server.ts';
import { exerciseView, roundOfToday } from '#app/modules/portfolios/queries/exercise.query.server.ts';
import { findPortfolios, shortlistFor } from '#app/modules/portfolios/queries/shortlist.query.server.ts';
import type { Context } from '#app/platform/database.server.ts';
import { makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { acting, another, group, joins, officer, wrote, type Group } from './scene.ts';

const own = useTestDatabase();
const today = calendarDate('2026-11-21');

beforeEach(async () => {
  await own.database.$executeRaw`delete from support_choice`;
  await own.database.$executeRaw`delete from support_round`;
});

const round = async () => {
  const days = { opensOn: calendarDate('2026-11-15'), closesOn: calendarDate('2026-11-30') };
  await openRound({ formKey: newId(), name: 'Najaar', ...days }, await officer(own.database, 'programme_manager'));
};

/** @param from a portfolio; null: as a person */
const begins = async (by: Context<SignedIn>, from: Group | null, to: Group, formKey = newId()) =>
  beginConversation({ formKey, to: to.slug, from: from?.slug ?? '', subject: 'Hoi', text: 'Hoi' }, by);

const answers = async (by: Context<SignedIn>, conversationId: string) =>
  sendMessage({ conversationId, formKey: newId(), text: 'Hoi' }, by);

const blocks = async (by: Context<SignedIn>, conversationId: string, isBlocked = true) =>
  blockOtherSide({ conversationId, isBlocked }, by);

const chooses = async (by: Group, chosen: Group, reason = 'Omdat het past') =>
  chooseSupport({ slug: by.slug, answers: [{ direction: 'supports-us', chosenId: chosen.id, reason }] }, by.keeper);

const namedUs = async (of: Group) => {
  const { state: _, ...running } = (await roundOfToday(own.database, today))!;
  return (await exerciseView(own.database, of.keeper.actor, { round: running, portfolioId: of.id, today })).namedUs;
};

const meets = async (by: Group, other: Group) =>
  wantToMeet({ mine: by.slug, other: other.slug, wants: true }, by.keeper);

const suggested = async (of: Group) => {
  const when = { today, locale: 'nl' } as const;
  return (await suggestionsFor(own.database, of.keeper.actor, of.id, when)).suggestions.map(({ id }) => id);
};

/** Two, of whom the second blocked the first. */
const blocked = async () => {
  const [pest, victim] = [await group(own.database), await group(own.database)];
  const conversation = await wrote(pest, victim);
  expect(await blocks(victim.keeper, conversation)).toMatchObject({ ok: true });
  return { pest, victim, conversation };
};

describe('who is blocked', () => {
  test('does not write through another group that they keep, nor go on in its conversation', async () => {
    const [pest, victim] = [await group(own.database), await group(own.database)];
    const second = await another(pest);
    const older = await wrote(second, victim);
    await blocks(victim.keeper, await wrote(pest, victim));
    expect(await begins(pest.keeper, second, victim)).toMatchObject({ reason: 'blocked' });
    expect(await answers(pest.keeper, older)).toMatchObject({ reason: 'blocked' });
    expect((await conversationView(own.database, pest.keeper.actor, older, testNow))?.noAnswer).not.toBeNull();
    // somebody else of that group is another person
    const colleague = await joins(own.database, second);
    expect(await begins(colleague, second, victim)).toMatchObject({ ok: true });
  });

  test('as a person does not go on as a portfolio, made before or after', async () => {
    const victim = await group(own.database);
    const before = await group(own.database);
    const begun = newId();
    expect(await begins(before.keeper, null, victim, begun)).toMatchObject({ ok: true });
    await blocks(victim.keeper, begun);
    const after = await another(before);
    for (const from of [before, after, null])
      expect(await begins(before.keeper, from, victim)).toMatchObject({ reason: 'blocked' });
  });

  test('is not looked for by a group of others, which did nothing', async () => {
    const { pest, victim } = await blocked();
    const neighbours = await group(own.database);
    expect(await begins(neighbours.keeper, neighbours, victim)).toMatchObject({ ok: true });
    expect(await begins(pest.keeper, pest, neighbours)).toMatchObject({ ok: true });
  });

  test('does not want to meet, is not suggested and is not introduced', async () => {
    const { pest, victim } = await blocked();
    const second = await another(pest);
    expect(await meets(second, victim)).toMatchObject({ reason: 'blocked' });
    expect(await meets(victim, second)).toMatchObject({ reason: 'blocked' });
    const wish = { portfolioId: second.id, otherId: victim.id, byId: pest.keeperId, at: testNow };
    await expect(own.database.suggestionInterest.create({ data: wish })).rejects.toThrow(/interest_not_blocked/);
    await own.database.matchSuggestion.createMany({
      data: [
        { portfolioId: victim.id, otherId: second.id, score: 1, reasons: [], computedAt: testNow },
        { portfolioId: second.id, otherId: victim.id, score: 1, reasons: [], computedAt: testNow },
      ],
    });
    expect(await suggested(victim)).not.toContain(second.id);
    expect(await suggested(second)).not.toContain(victim.id);
    const pair = { oneId: second.id, otherId: victim.id, origin: 'gathering' } as const;
    await own.database.$transaction((tx) => makeMatch(tx, pair, testNow));
    expect(
      await own.database.conversation.count({
        where: { origin: 'match', OR: [{ askerId: victim.id }, { answererId: victim.id }] },
      }),
    ).toBe(0);
  });

  test('said it wants to meet before: that is not shown any more, nor is not wanting it refused', async () => {
    const [pest, victim] = [await group(own.database), await group(own.database)];
    const second = await another(pest);
    await joins(own.database, second);
    expect(await meets(second, victim)).toMatchObject({ ok: true });
    expect(await suggested(victim)).toContain(second.id);
    await blocks(victim.keeper, await wrote(pest, victim));
    expect(await suggested(victim)).not.toContain(second.id);
    const pair = { mine: victim.slug, other: second.slug };
    expect(await dismissSuggestion({ ...pair, isDismissed: true }, victim.keeper)).toMatchObject({ ok: true });
  });
});

describe('the exercise is no way round a block', () => {
  beforeEach(round);

  test('neither by a new choice nor by another reason with an old one', async () => {
    const [pest, victim] = [await group(own.database), await group(own.database)];
    const second = await another(pest);
    expect(await chooses(pest, victim, 'Gezellig')).toMatchObject({ ok: true });
    expect(await namedUs(victim)).toHaveLength(1);
    await blocks(victim.keeper, await wrote(pest, victim));
    expect(await namedUs(victim)).toEqual([]);
    expect(await chooses(pest, victim, 'Lees dit dan!')).toMatchObject({ reason: 'blocked' });
    expect(await chooses(second, victim)).toMatchObject({ reason: 'blocked' });
    const reworded = own.database.supportChoice.updateMany({
      where: { chosenId: victim.id },
      data: { reason: 'En dit?' },
    });
    await expect(reworded).rejects.toThrow(/support_choice_not_blocked/);
  });

  test('nor is who is blocked proposed or found', async () => {
    const line = { resource: 'permits', text: 'Een vergunning', until: null } as const;
    const pest = await group(own.database, { name: 'Pestkwartier' });
    const victim = await group(own.database, { lines: [{ ...line, direction: 'need' }] });
    const lines = [{ ...line, direction: 'offer' }] as const;
    const second = await another(pest, { name: 'Pestkwartier twee', lines });
    const found = async () =>
      (
        await findPortfolios(own.database, victim.keeper.actor, { words: 'pestkwartier', exceptId: victim.id }, today)
      ).map(({ id }) => id);
    const proposed = async () =>
      (
        await shortlistFor(
          own.database,
          victim.keeper.actor,
          { portfolioId: victim.id, direction: 'supports-us' },
          today,
        )
      ).map(({ id }) => id);
    expect((await found()).sort()).toEqual([pest.id, second.id].sort());
    expect(await proposed()).toContain(second.id);
    await blocks(victim.keeper, await wrote(pest, victim));
    expect(await found()).toEqual([]);
    expect(await proposed()).not.toContain(second.id);
  });

  test('nor does it make a match of two choices with a block in between', async () => {
    const [pest, victim] = [await group(own.database), await group(own.database)];
    expect(await chooses(pest, victim)).toMatchObject({ ok: true });
    await blocks(victim.keeper, await wrote(pest, victim));
    const back = [{ direction: 'we-support', chosenId: pest.id, reason: '' }] as const;
    expect(await chooseSupport({ slug: victim.slug, answers: back }, victim.keeper)).toMatchObject({
      reason: 'blocked',
    });
    expect(
      await own.database.portfolioMatch.count({ where: { OR: [{ lowId: victim.id }, { highId: victim.id }] } }),
    ).toBe(0);
  });
});

describe('what the office hid after a report', () => {
  const hidden = async () => {
    const [pest, victim] = [await group(own.database), await group(own.database)];
    const second = await another(pest);
    const reportId = newId();
    const order = { conversationId: await wrote(pest, victim), formKey: reportId, reason: 'Dit is reclame' };
    expect(await reportConversation(order, victim.keeper)).toMatchObject({ ok: true });
    const answer = { reportId, answer: 'hidden', reason: 'Geen reclame' } as const;
    expect(await answerReport(answer, await officer(own.database, 'editor'))).toMatchObject({ ok: true });
    return { pest, victim, second };
  };

  test('does not come back to who reported it through another group, or as a person', async () => {
    const { pest, victim, second } = await hidden();
    for (const from of [second, null])
      expect(await begins(pest.keeper, from, victim)).toMatchObject({ reason: 'blocked' });
    expect(await meets(second, victim)).toMatchObject({ reason: 'blocked' });
  });

  test('is not kept from others', async () => {
    const { pest, second } = await hidden();
    expect(await begins(pest.keeper, second, await group(own.database))).toMatchObject({ ok: true });
  });
});

describe('a resident without a portfolio', () => {
  test('blocks who writes to them, also the others of the same people, and takes it back', async () => {
    const resident = await acting(own.database, await makePerson(own.database));
    const pest = await group(own.database);
    const second = await another(pest);
    const [begun, other] = [newId(), newId()];
    await begins(resident, null, pest, begun);
    await begins(resident, null, second, other);
    const view = async () => conversationView(own.database, resident.actor, begun, testNow);
    expect((await view())?.canBlock).toBe(true);
    expect(await blocks(resident, begun)).toMatchObject({ ok: true });
    expect(await blocks(resident, begun)).toMatchObject({ ok: true });
    expect((await view())?.noAnswer).toBe('blocked-by-us');
    expect(await answers(pest.keeper, begun)).toMatchObject({ reason: 'blocked' });
    expect(await answers(pest.keeper, other)).toMatchObject({ reason: 'blocked' });
    expect(await blocks(resident, begun, false)).toMatchObject({ ok: true });
    expect(await answers(pest.keeper, begun)).toMatchObject({ ok: true });
  });

  test('who makes a group later, has blocked for that group too', async () => {
    const resident = await acting(own.database, await makePerson(own.database));
    const pest = await group(own.database);
    const begun = newId();
    await begins(resident, null, pest, begun);
    await blocks(resident, begun);
    const later = await another({ keeper: resident });
    expect(await begins(pest.keeper, pest, later)).toMatchObject({ reason: 'blocked' });
  });
});
