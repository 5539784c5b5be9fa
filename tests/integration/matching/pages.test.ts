import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SuggestionsView } from '#app/modules/matching/views.ts';
import { interestMailHandlers } from '#app/modules/matching/mails/mail-interest.server.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import * as page from '#app/routes/ontmoet._index.tsx';
import { Browser, browserOf } from '#tests/integration/people/visiting.ts';
import { makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { makeGroup, settle } from './marketplace.ts';

const db = useTestDatabase();

/** Words that nobody but their owner may read. */
const secrets = { mail: 'kanarie-mail@wijkbeurs.example', name: 'Kanarie Naam', message: 'kanarie-bericht' };

let seeker: { id: string; slug: string };
let house: { id: string; slug: string };
let keeper: Browser;
let keeperOfHouse: Browser;

const slugOf = async (id: string) => ({
  id,
  slug: (await db.database.portfolio.findUniqueOrThrow({ where: { id } })).slug,
});

beforeAll(async () => {
  const ours = await makePerson(db.database, { email: 'zoekt@wijkbeurs.example', name: 'Zoeker' });
  const theirs = await makePerson(db.database, { email: secrets.mail, name: secrets.name });
  const room = ['offer', 'space', 'Een zaal op zaterdag'] as const;
  seeker = await slugOf(
    await makeGroup(db.database, {
      name: 'Repareercafé',
      keeperId: ours,
      lines: [['need', 'space', 'Een ruimte op zaterdag']],
    }),
  );
  house = await slugOf(await makeGroup(db.database, { name: 'Ru Paré', keeperId: theirs, lines: [room] }));
  keeper = (await browserOf(db.database, 'zoekt@wijkbeurs.example')).browser;
  keeperOfHouse = (await browserOf(db.database, secrets.mail)).browser;
});

beforeEach(async () => {
  await db.database.$executeRaw`delete from graphile_worker._private_jobs`;
  await db.database.suggestionDismissal.deleteMany();
  await db.database.suggestionInterest.deleteMany();
  await db.database.portfolioMatch.deleteMany();
  await db.database.conversation.deleteMany();
  await db.database.portfolioBlock.deleteMany();
  await db.database.portfolio.updateMany({
    where: { id: house.id },
    data: { state: 'open', hiddenFrom: null, hiddenReason: '' },
  });
  await settle(db.database);
});

type Seen = {
  isSignedIn: boolean;
  mine: { own: { slug: string }; list: SuggestionsView; justDismissed: unknown } | null;
};

const look = async (browser: Browser, path = '/ontmoet') => (await browser.get(page.loader, path)).data as Seen;
const names = async (browser: Browser) => (await look(browser)).mine!.list.suggestions.map(({ name }) => name);
const press = async (browser: Browser, intent: string, mine = seeker.slug, other = house.slug) =>
  browser.post(page.action, `/ontmoet?portfolio=${mine}`, { intent, other });

type InterestJob = { key: string; payload: unknown };

const interestJobs = async () => db.database.$queryRaw<InterestJob[]>`
  select j.key, j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'mail-interest'`;

async function runInterest({ key, payload }: InterestJob, into: Mail[]): Promise<void> {
  await interestMailHandlers[0]!.run(payload, {
    database: db.database,
    mailer: { send: async (mail) => Promise.resolve(void into.push(mail)) },
    publicUrl: 'https://wijkbeurs.example',
    secret: 's'.repeat(32),
    now: testNow,
    jobKey: key,
  });
}

describe('the list', () => {
  test('says why in the words of both', async () => {
    const { mine } = await look(keeper);
    expect(mine!.list.suggestions).toMatchObject([
      {
        name: 'Ru Paré',
        isKept: true,
        reasons: [
          {
            kind: 'they-offer',
            need: { resource: 'space', text: 'Een ruimte op zaterdag' },
            offer: { resource: 'space', text: 'Een zaal op zaterdag' },
          },
        ],
      },
    ]);
  });

  test('holds nothing that is not on a page for everybody', async () => {
    await db.database.conversation.create({
      data: {
        id: house.id,
        askerId: seeker.id,
        answererId: house.id,
        subject: secrets.message,
        begunAt: testNow,
        lastMessageAt: testNow,
      },
    });
    await press(keeperOfHouse, 'want', house.slug, seeker.slug);
    const json = JSON.stringify(await look(keeper));
    expect(json).toContain('Ru Paré');
    for (const secret of Object.values(secrets)) expect(json).not.toContain(secret);
    const people = await db.database.person.findMany({ select: { id: true } });
    for (const { id } of people) expect(json).not.toContain(id);
    const kept = JSON.stringify([
      await db.database.matchProfile.findMany({ select: { portfolioId: true, facts: true } }),
      await db.database.matchSuggestion.findMany(),
    ]);
    for (const secret of Object.values(secrets)) expect(kept).not.toContain(secret);
    for (const { id } of people) expect(kept).not.toContain(id);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['closed', async () => db.database.portfolio.update({ where: { id: house.id }, data: { state: 'closed' } })],
    [
      'hidden by an editor',
      async () =>
        db.database.portfolio.update({
          where: { id: house.id },
          data: { state: 'hidden', hiddenFrom: 'open', hiddenReason: 'Reclame' },
        }),
    ],
    [
      'blocked by them',
      async () =>
        db.database.portfolioBlock.create({
          data: { id: house.id, portfolioId: house.id, blockedPortfolioId: seeker.id, madeAt: testNow },
        }),
    ],
    [
      'a match already',
      async () => {
        const [lowId, highId] = [seeker.id, house.id].sort();
        await db.database.portfolioMatch.create({
          data: { id: house.id, lowId: lowId!, highId: highId!, origin: 'exercise', madeAt: testNow },
        });
      },
    ],
  ])('is without who is %s, before any job ran', async (_what, change) => {
    expect(await names(keeper)).toEqual(['Ru Paré']);
    await change();
    expect(await names(keeper)).toEqual([]);
  });

  test('of somebody else is not shown, whatever the address says', async () => {
    const seen = await look(keeper, `/ontmoet?portfolio=${house.slug}`);
    expect(seen.mine!.own.slug).toBe(seeker.slug);
  });

  test('is for who has a portfolio; others read what it is', async () => {
    expect(await look(new Browser(db.database, 'live'))).toMatchObject({ isSignedIn: false, mine: null });
    await makePerson(db.database, { email: 'zonder@wijkbeurs.example' });
    const { browser } = await browserOf(db.database, 'zonder@wijkbeurs.example');
    expect(await look(browser)).toMatchObject({ isSignedIn: true, mine: null });
  });
});

describe('laying aside', () => {
  test('works once and again, and is taken back', async () => {
    for (let time = 0; time < 2; time += 1) {
      const answer = await press(keeper, 'dismiss');
      expect(answer.location).toBe(`/ontmoet?portfolio=${seeker.slug}&weg=${house.slug}#lijst`);
    }
    const { mine } = await look(keeper, `/ontmoet?weg=${house.slug}`);
    expect(mine!.list.suggestions).toEqual([]);
    expect(mine!.justDismissed).toEqual({ slug: house.slug, name: 'Ru Paré' });
    await settle(db.database);
    expect(await names(keeper)).toEqual([]);
    expect(await names(keeperOfHouse)).toEqual(['Repareercafé']);

    expect(await press(keeper, 'restore')).toMatchObject({ status: 303 });
    await settle(db.database);
    expect(await names(keeper)).toEqual(['Ru Paré']);
  });
});

describe('wanting to meet', () => {
  test('is told to them alone, and a match once both said so', async () => {
    expect(await press(keeper, 'want')).toMatchObject({ status: 303, location: `/ontmoet?portfolio=${seeker.slug}` });
    expect((await look(keeper)).mine!.list.suggestions).toMatchObject([{ weWant: true, theyWant: false }]);
    expect((await look(keeperOfHouse)).mine!.list.suggestions).toMatchObject([{ weWant: false, theyWant: true }]);
    expect(await db.database.portfolioMatch.count()).toBe(0);

    expect(await press(keeperOfHouse, 'want', house.slug, seeker.slug)).toMatchObject({ location: '/berichten' });
    const matches = await db.database.portfolioMatch.findMany();
    expect(matches).toMatchObject([{ origin: 'suggestion' }]);
    expect(matches[0]!.conversationId).not.toBeNull();
    expect(await press(keeper, 'want')).toMatchObject({ location: '/berichten' });
    expect(await db.database.portfolioMatch.count()).toBe(1);
  });

  test('is mailed to their keepers once, without a person in it, and not when it was taken back', async () => {
    await press(keeper, 'want');
    await press(keeper, 'want');
    const jobs = await interestJobs();
    expect(jobs).toHaveLength(1);
    const mails: Mail[] = [];
    await runInterest(jobs[0]!, mails);
    expect(mails).toMatchObject([{ to: secrets.mail, subject: 'Repareercafé wil jullie leren kennen' }]);
    expect(mails[0]!.text).toContain(`/ontmoet?portfolio=${house.slug}`);
    expect(mails[0]!.text).not.toContain('Zoeker');
    await press(keeper, 'unwant');
    await runInterest(jobs[0]!, mails);
    expect(mails).toHaveLength(1);
    await db.database.$executeRaw`delete from graphile_worker._private_jobs`;
    await press(keeper, 'want');
    expect(await interestJobs()).toEqual([]);
    expect(await db.database.suggestionInterest.count({ where: { withdrawnAt: null } })).toBe(1);
  });

  test('is one match when both say it at the same instant', async () => {
    await Promise.all([
      press(keeper, 'want'),
      press(keeperOfHouse, 'want', house.slug, seeker.slug),
      press(keeper, 'want'),
    ]);
    expect(await db.database.portfolioMatch.count()).toBe(1);
    expect(await db.database.conversation.count()).toBe(1);
  });

  test('is taken back, and ends by laying aside', async () => {
    for (const back of ['unwant', 'dismiss']) {
      await press(keeper, 'want');
      await press(keeper, back);
      expect(await db.database.suggestionInterest.count({ where: { withdrawnAt: null } })).toBe(0);
      await press(keeper, 'restore');
    }
  });

  test.each<[string, () => Promise<unknown>, number]>([
    ['closed', async () => db.database.portfolio.update({ where: { id: house.id }, data: { state: 'closed' } }), 404],
    [
      'hidden',
      async () =>
        db.database.portfolio.update({
          where: { id: house.id },
          data: { state: 'hidden', hiddenFrom: 'open', hiddenReason: 'Reclame' },
        }),
      404,
    ],
    [
      'blocking us',
      async () =>
        db.database.portfolioBlock.create({
          data: { id: house.id, portfolioId: house.id, blockedPortfolioId: seeker.id, madeAt: testNow },
        }),
      422,
    ],
  ])('is refused with who is %s', async (_what, change, status) => {
    await change();
    expect((await press(keeper, 'want')).status).toBe(status);
    expect(await db.database.suggestionInterest.count({ where: { withdrawnAt: null } })).toBe(0);
  });
});

describe('what is forged', () => {
  test.each([
    ['their portfolio as mine', () => [house.slug, seeker.slug] as const],
    ['mine with mine', () => [seeker.slug, seeker.slug] as const],
    ['one that is not there', () => [seeker.slug, 'bestaat-niet'] as const],
    ['no address', () => [seeker.slug, "' or 1=1"] as const],
    ['nothing', () => ['', ''] as const],
  ])('%s is refused', async (_what, pair) => {
    for (const intent of ['dismiss', 'restore', 'want', 'unwant']) {
      const [mine, other] = pair();
      expect((await press(keeper, intent, mine, other)).status).toBe(404);
    }
    expect(await db.database.suggestionDismissal.count()).toBe(0);
  });

  test('another intent is no request', async () => {
    expect((await press(keeper, 'opeten')).status).toBe(400);
  });

  test('who is not signed in gets the form back', async () => {
    expect((await press(new Browser(db.database, 'live'), 'dismiss')).status).toBe(401);
  });
});
