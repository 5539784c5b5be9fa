import { describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { deleteAccount } from '#app/modules/people/commands/delete-account.server.ts';
import { visitor } from '#app/modules/people/actor.ts';
import { myData } from '#app/modules/people/queries/my-data.query.server.ts';
import { addLine, changeLine } from '#app/modules/portfolios/commands/change-lines.server.ts';
import { changePortfolio, closePortfolio } from '#app/modules/portfolios/commands/change-portfolio.server.ts';
import { removeKeeper } from '#app/modules/portfolios/commands/remove-keeper.server.ts';
import { makeGroup } from '#app/modules/portfolios/commands/make-group.server.ts';
import { readMarketFilter } from '#app/modules/portfolios/market-filter.ts';
import { conversationView } from '#app/modules/portfolios/queries/conversation.query.server.ts';
import { market } from '#app/modules/portfolios/queries/market.query.server.ts';
import { editedPortfolio, ownPortfolios } from '#app/modules/portfolios/queries/own-portfolios.query.server.ts';
import { portfolioPage } from '#app/modules/portfolios/queries/portfolio-page.query.server.ts';
import { makeOrganisation, makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { someoneWaitsForLock } from '#tests/support/locks.ts';
import { acting, group, joins, wrote, type Group } from './scene.ts';
import { testSecret } from '#tests/support/test-secret.ts';

const own = useTestDatabase();
const today = calendarDate('2026-11-21');

const line = (text: string, resource: 'space' | 'people' = 'space') =>
  ({ direction: 'need', resource, text, until: null }) as const;

const edited = async (of: Group) => (await editedPortfolio(own.database, of.keeper.actor, of.slug, testNow))!;

const change = async (of: Group, changes: Record<string, unknown> = {}) => {
  const { revision, name, about, place, languages } = await edited(of);
  const words = { revision, name, about, place, languages, themes: [], areas: [], phase: 'running' as const };
  return changePortfolio({ slug: of.slug, ...words, ...changes }, of.keeper);
};

const found = async (address: string) => {
  const view = await market(own.database, readMarketFilter(new URLSearchParams(address)), { today, locale: 'nl' });
  return view.cards.map(({ slug }) => slug);
};

describe('a group', () => {
  test('is made once of one form, and gets an address of its own', async () => {
    const person = await acting(own.database, await makePerson(own.database));
    const order = {
      formKey: newId(),
      name: 'Nieuw!',
      about: 'Wij doen iets',
      phase: 'idea',
      areas: [],
      lines: [],
    } as const;
    const both = await Promise.all([makeGroup(order, person), makeGroup(order, person)]);
    expect(both).toEqual([
      { ok: true, value: 'nieuw-2' },
      { ok: true, value: 'nieuw-2' },
    ]);
    const other = await makeGroup({ ...order, formKey: newId() }, person);
    expect(other).toEqual({ ok: true, value: 'nieuw-2-2' });
    expect(await makeGroup({ ...order, formKey: newId(), areas: ['ZZ'] }, person)).toMatchObject({
      reason: 'area-unknown',
    });
    expect(await ownPortfolios(own.database, person.actor)).toHaveLength(2);
  });

  test('is changed by its keepers only, and not over what another keeper saved', async () => {
    const one = await group(own.database);
    const stranger = await group(own.database);
    expect(await editedPortfolio(own.database, stranger.keeper.actor, one.slug, testNow)).toBeNull();
    expect(
      await changeLine({ slug: one.slug, lineId: newId(), change: { what: 'remove' } }, stranger.keeper),
    ).toMatchObject({
      reason: 'portfolio-unknown',
    });
    const { revision } = await edited(one);
    expect(await change(one, { about: 'Iets anders' })).toMatchObject({ ok: true });
    expect(await change(one, { about: 'Nog iets', revision })).toMatchObject({ reason: 'changed-meanwhile' });
    expect(await change(one, { areas: ['ZZ'] })).toMatchObject({ reason: 'area-unknown' });
    expect((await edited(one)).about).toBe('Iets anders');
  });

  test('keeps a keeper as long as it is open, also when the last two leave at once', async () => {
    const one = await group(own.database);
    const second = await joins(own.database, one);
    const idOf = async (of: Group['keeper']) =>
      (await editedPortfolio(own.database, of.actor, one.slug, testNow))!.keepers.find(({ isMe }) => isMe)!.id;
    const [mine, theirs] = [await idOf(one.keeper), await idOf(second)];
    const left = await Promise.all([
      removeKeeper({ slug: one.slug, keeperId: mine }, one.keeper),
      removeKeeper({ slug: one.slug, keeperId: theirs }, second),
    ]);
    expect(left.map((outcome) => (outcome.ok ? 'left' : outcome.reason)).sort()).toEqual(['last-keeper', 'left']);
    const [stays, keeperId] = left[0].ok ? [second, theirs] : [one.keeper, mine];
    await closePortfolio({ slug: one.slug, close: true }, stays);
    expect(await removeKeeper({ slug: one.slug, keeperId }, stays)).toMatchObject({ ok: true });
    const opening = own.database.portfolio.update({ where: { id: one.id }, data: { state: 'open' } });
    await expect(opening).rejects.toThrow(/portfolio_last_keeper/);
  });
});

test('the database keeps the last of two keepers who leave in two transactions', async () => {
  const one = await group(own.database);
  const secondId = (await joins(own.database, one)).actor.person.id;
  const leave = (tx: Pick<typeof own.database, 'portfolioKeeper'>, personId: string) =>
    tx.portfolioKeeper.updateMany({ where: { portfolioId: one.id, personId }, data: { endedAt: testNow } });
  let second: Promise<string> = Promise.resolve('');
  await own.database.$transaction(async (tx) => {
    await leave(tx, one.keeperId);
    await tx.$executeRaw`set constraints portfolio_keeper_stays immediate`;
    second = leave(own.database, secondId).then(
      () => 'left',
      (error: unknown) => String(error),
    );
    await someoneWaitsForLock(own.database, second);
  });
  expect(await second).toMatch(/portfolio_last_keeper/);
});

describe('what is needed and offered', () => {
  test('is added once, changed, met and taken away', async () => {
    const one = await group(own.database);
    const order = { slug: one.slug, formKey: newId(), ...line('Een zaal') };
    await Promise.all([addLine(order, one.keeper), addLine(order, one.keeper)]);
    expect((await edited(one)).lines).toMatchObject([{ text: 'Een zaal', isDone: false }]);
    const lineId = order.formKey;
    await changeLine({ slug: one.slug, lineId, change: { what: 'done', isDone: true } }, one.keeper);
    expect((await portfolioPage(own.database, visitor(false), one.slug, { today, locale: 'nl' }))?.lines).toEqual([]);
    await changeLine({ slug: one.slug, lineId, change: { what: 'done', isDone: false } }, one.keeper);
    const until = calendarDate('2026-11-20');
    await changeLine(
      { slug: one.slug, lineId, change: { what: 'change', to: { ...line('Zaal'), until } } },
      one.keeper,
    );
    expect((await portfolioPage(own.database, visitor(false), one.slug, { today, locale: 'nl' }))?.lines).toEqual([]);
    for (const time of ['once', 'twice'])
      expect(await changeLine({ slug: one.slug, lineId, change: { what: 'remove' } }, one.keeper), time).toMatchObject({
        ok: true,
      });
  });

  test('of a plan is changed in the plan', async () => {
    const personId = await makePerson(own.database);
    const organisationId = await makeOrganisation(own.database, { members: [personId] });
    const { id: portfolioId, slug } = await own.database.portfolio.findUniqueOrThrow({ where: { organisationId } });
    const lineId = newId();
    await own.database.portfolioLine.create({
      data: { id: lineId, portfolioId, ...line('Uit het plan'), fromVersion: 2, position: 1, addedAt: testNow },
    });
    const member = await acting(own.database, personId);
    expect(await changeLine({ slug, lineId, change: { what: 'remove' } }, member)).toMatchObject({
      reason: 'line-from-version',
    });
    expect(await changeLine({ slug, lineId, change: { what: 'done', isDone: true } }, member)).toMatchObject({
      ok: true,
    });
  });
});

describe('the marketplace', () => {
  test('finds by need, offer, kind and words, in whatever form a word stands', async () => {
    const one = await group(own.database, { name: 'Rollatorclub', lines: [line('Ergens om fietsen te stallen')] });
    for (const address of [
      'zoek=fiets',
      'zoek=Fietsen+stallen',
      'zoek=rollator',
      'nodig=space&soort=group',
      'zoek=de+fietsen',
    ])
      expect(await found(address), address).toContain(one.slug);
    for (const address of [
      'zoek=fiets+zwembad',
      'biedt=space',
      'nodig=money',
      'soort=organisation',
      'thema=x',
      'wijk=FE',
    ])
      expect(await found(address), address).not.toContain(one.slug);
    await closePortfolio({ slug: one.slug, close: true }, one.keeper);
    expect(await found('zoek=fiets')).not.toContain(one.slug);
  });

  test('shows a broken address as a list, and more than a page in pages', async () => {
    for (const address of ["zoek='%25_;--", 'pagina=0', 'pagina=99999', 'nodig=x&wijk=%00', 'zoek=de', 'zoek=%21%21'])
      expect(await found(address), address).toBeInstanceOf(Array);
    await Promise.all(Array.from({ length: 25 }, async () => group(own.database, { name: 'Bladerclub' })));
    const view = async (page: string) =>
      market(own.database, readMarketFilter(new URLSearchParams(`zoek=bladerclub&pagina=${page}`)), {
        today,
        locale: 'nl',
      });
    const [first, second] = [await view('1'), await view('2')];
    expect([first.total, first.pageCount, first.cards.length, second.cards.length]).toEqual([25, 2, 18, 7]);
  });
});

describe('who deletes the account', () => {
  test('leaves what they wrote with the other side without saying who, and closes what nobody keeps', async () => {
    const [asker, answerer] = [await group(own.database), await group(own.database)];
    const id = await wrote(asker, answerer, 'Tot ziens!');
    const data = await myData(own.database, asker.keeper.actor, testNow);
    expect(data.messagesWritten).toMatchObject([{ text: 'Tot ziens!' }]);
    expect(data.portfoliosKept).toHaveLength(1);
    expect(await deleteAccount({ confirmation: 'verwijder' }, { ...asker.keeper, secret: testSecret })).toMatchObject({
      ok: true,
    });
    expect(await own.database.portfolio.findUnique({ where: { id: asker.id } })).toMatchObject({ state: 'closed' });
    const view = await conversationView(own.database, answerer.keeper.actor, id, testNow);
    expect(view?.messages).toMatchObject([{ text: 'Tot ziens!', from: 'theirs' }]);
    const left = await own.database.$queryRaw<{ tables: string }[]>`
      select 'message' as tables from message where author_id = ${asker.keeperId}::uuid
      union all select 'conversation' from conversation where asker_person_id = ${asker.keeperId}::uuid
      union all select 'keeper' from portfolio_keeper where person_id = ${asker.keeperId}::uuid
      union all select 'reading' from conversation_reading where person_id = ${asker.keeperId}::uuid`;
    expect(left).toEqual([]);
  });
});

test('an account that keeps a group is in use, however long ago its person signed in', async () => {
  const one = await group(own.database);
  const idle = await makePerson(own.database);
  const unused = await own.database.$queryRaw<{ key: string }[]>`
    select key::text as key from retention_row
      where kind = 'accounts-unused' and key in (${one.keeperId}::uuid, ${idle}::uuid)`;
  expect(unused).toEqual([{ key: idle }]);
});
