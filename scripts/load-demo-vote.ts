import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { cents } from '#app/kernel/money.ts';
import { demoEmail } from '#app/modules/people/demo-account.ts';
import { demoCards, demoCode } from '#app/modules/voting/code.server.ts';
import { castBallot } from '#app/modules/voting/commands/cast-ballot.server.ts';
import { countVote } from '#app/modules/voting/commands/count-vote.server.ts';
import { enterPaper } from '#app/modules/voting/commands/enter-paper.server.ts';
import { keepTime } from '#app/modules/voting/commands/keep-time.server.ts';
import { makeCodes } from '#app/modules/voting/commands/make-codes.server.ts';
import { makePapers } from '#app/modules/voting/commands/make-papers.server.ts';
import { noteSignal } from '#app/modules/voting/commands/note-signal.server.ts';
import { prepareVote } from '#app/modules/voting/commands/prepare-vote.server.ts';
import { checkProject, putUpProjects } from '#app/modules/voting/commands/put-up-projects.server.ts';
import { announceVote } from '#app/modules/voting/commands/run-vote.server.ts';
import { fillCategories, setCategories } from '#app/modules/voting/commands/set-categories.server.ts';
import { appointTableVolunteer } from '#app/modules/voting/commands/staff-table.server.ts';
import type { PaperContent } from '#app/modules/voting/paper.ts';
import type { SignalKind } from '#app/modules/voting/signal.ts';
import type { VoteContent } from '#app/modules/voting/vote.ts';
import { expectAccepted, type DemoWorld } from './demo-world.ts';
import { demoAlliance } from './load-demo-alliances.ts';

const day = 24 * 60;

/** Who staffs the tables of the demo. */
const atTable = ['wijkgenoot', 'coordinator-2'] as const;

const choose = (...choices: number[]): PaperContent => ({ is: 'choices', choices });

type PreparedVote = {
  /** Only one in so many of what a plan asks stands on the ballot. */
  part?: number;
  content: Partial<VoteContent> & Pick<VoteContent, 'title' | 'question' | 'amount'>;
  preparedDaysAgo: number;
  /** Below zero when it is still to open. */
  opensDaysAgo: number;
  days: number;
  titles: readonly string[];
  excluded: Readonly<Record<string, string>>;
};

type DemoVote = PreparedVote & {
  cards: { count: number; draw?: (index: number) => string };
  /** How many papers were printed, and what stood on those that came back; of one more only the first volunteer did theirs. */
  papers: { count: number; returned: readonly PaperContent[]; halfway: number };
  /** Which plans, by place in `titles`, and how many voters chose them. */
  ballots: readonly (readonly [voters: number, places: readonly number[]])[];
  /** What stood out while people voted. */
  signal?: { kind: SignalKind; amount: number };
};

/**
 * Votes of the wijkalliantie of the demo: one that was counted and whose winners wait, one that is open, with cards that anybody may use, and one
 * that is being prepared, with money for each theme apart.
 */
export async function loadDemoVote(world: DemoWorld, secret: string): Promise<void> {
  await loadVote(world, secret, {
    content: {
      title: 'Waar mag iets moois komen?',
      question: 'De buurt koos hier zelf. Zo ging dat. (Voorbeeld)',
      amount: cents(450_00),
      ballot: 'at-most',
      atMost: 2,
    },
    // a first part of each plan: what the winners cost stays apart until the body decides
    part: 10,
    preparedDaysAgo: 8,
    opensDaysAgo: 6,
    days: 3,
    titles: ['Verhalentafel voor ouderen', 'Moestuin achter de flat', 'Schone pleinen met kinderen'],
    excluded: {},
    cards: { count: 100 },
    papers: {
      ...{ count: 10, halfway: 0 },
      returned: [choose(3), choose(1, 2), { is: 'invalid', reason: 'too-many' }],
    },
    // by most votes first only the dearest would have won
    ballots: [
      [36, [2]],
      [20, [0, 1]],
      [12, [0]],
      [12, [1]],
    ],
    signal: { kind: 'sheet', amount: 40 },
  });
  await loadVote(world, secret, {
    content: {
      title: 'Wat doen we met het geld van de wijk?',
      question:
        'Er is geld voor plannen in de buurt. Kies wat jij goed vindt: jouw stem telt even zwaar als elke andere. (Voorbeeld)',
      amount: cents(4_500_00),
    },
    preparedDaysAgo: 5,
    opensDaysAgo: 2,
    days: 30,
    titles: [
      'Verhalentafel voor ouderen',
      'Moestuin achter de flat',
      'Schone pleinen met kinderen',
      'Jong schoonteam Wildeman',
    ],
    excluded: {
      'Jong schoonteam Wildeman':
        'Dit plan kost meer dan het hele bedrag. Het staat in de winterronde van het opgaveteam.',
    },
    cards: { count: demoCards, draw: (index) => demoCode(secret, index) },
    papers: {
      ...{ count: 40, halfway: 2 },
      returned: [choose(1, 3), choose(2), { is: 'invalid', reason: 'recognisable' }],
    },
    ballots: [
      [14, [0, 1]],
      [9, [2]],
      [6, [1]],
      [5, [0, 2]],
    ],
  });
  const prepared = await loadPrepared(world, {
    content: {
      title: 'Samen de zomer door',
      question: 'Wat doen we met het geld voor de zomer? Elk thema heeft een deel. (Voorbeeld)',
      amount: cents(900_00),
    },
    part: 10,
    preparedDaysAgo: 1,
    opensDaysAgo: -30,
    days: 21,
    titles: [
      'Verhalentafel voor ouderen',
      'Moestuin achter de flat',
      'Schone pleinen met kinderen',
      'Jong schoonteam Wildeman',
    ],
    excluded: {},
  });
  const { voteId, revision } = prepared;
  const byTheme = { voteId, revision: await revision(), kind: 'theme', equally: false } as const;
  expectAccepted(await fillCategories(byTheme, await world.as('budgethouder', 1)));
  const categories = await world.database.voteCategory.findMany({
    where: { voteId },
    select: { number: true, name: true },
    orderBy: { number: 'asc' },
  });
  // one of the two dear plans fits in theirs, not both
  const ceilingOf = (name: string) => cents(name === 'Leefomgeving' ? 750_00 : 250_00);
  const withCeilings = categories.map((category) => ({ ...category, ceiling: ceilingOf(category.name) }));
  const told = { voteId, revision: await revision(), categories: withCeilings };
  expectAccepted(await setCategories(told, await world.as('budgethouder', 1)));
}

type Prepared = {
  voteId: string;
  areaCodes: readonly string[];
  opensAt: Date;
  closesAt: Date;
  revision: () => Promise<number>;
};

async function loadPrepared(world: DemoWorld, vote: PreparedVote): Promise<Prepared> {
  const { database, now } = world;
  const body = await database.body.findUniqueOrThrow({
    where: { slug: demoAlliance },
    select: { id: true, areas: true },
  });
  const fund = await database.fund.findFirstOrThrow({ where: { bodyId: body.id }, orderBy: { year: 'desc' } });
  const areaCodes = body.areas.map(({ areaCode }) => areaCode);
  const opensAt = addMinutes(now, -vote.opensDaysAgo * day);
  const closesAt = addMinutes(opensAt, vote.days * day);
  const voteId = newId();
  const prepares = await world.as('budgethouder', vote.preparedDaysAgo);
  const content: VoteContent = {
    ...{ fundId: fund.id, areaCodes, minimumAge: 12, opensAt, closesAt, ballot: 'approval', atMost: null },
    ...{ method: 'equal-shares', completion: 'add1u', minimumVotes: 1, byAccount: true, byIdentity: false },
    ...vote.content,
  };
  expectAccepted(await prepareVote({ bodyId: body.id, content, formKey: voteId }, prepares));
  const revision = async () => (await database.vote.findUniqueOrThrow({ where: { id: voteId } })).revision;
  for (const [at, title] of vote.titles.entries()) {
    const { id, requestedCents } = await database.initiative.findFirstOrThrow({ where: { title } });
    expectAccepted(await putUpProjects({ voteId, revision: await revision(), initiativeIds: [id] }, prepares));
    const reason = vote.excluded[title] ?? '';
    const verdict = reason === '' ? 'included' : 'excluded';
    const check = {
      voteId,
      number: at + 1,
      cost: cents(requestedCents / BigInt(vote.part ?? 1)),
      verdict,
      reason,
    } as const;
    expectAccepted(await checkProject({ ...check, revision: await revision() }, prepares));
  }
  return { voteId, areaCodes, opensAt, closesAt, revision };
}

async function loadVote(world: DemoWorld, secret: string, vote: DemoVote): Promise<void> {
  const { database, now } = world;
  const { voteId, areaCodes, opensAt, closesAt, revision } = await loadPrepared(world, vote);
  const announces = await world.as('voorzitter', vote.preparedDaysAgo);
  expectAccepted(await announceVote({ voteId, revision: await revision() }, announces));
  const areaCode = areaCodes[0] ?? '';
  const cards = { voteId, areaCode, codes: vote.cards.count, formKey: newId() };
  const codes = expectAccepted(await makeCodes(cards, announces, vote.cards.draw));
  await keepTime(database, opensAt);
  await castAll(world, voteId, codes.toReversed(), { vote, at: addMinutes(opensAt, day) });
  await enterPapers(world, { voteId, areaCode, secret }, vote);
  if (vote.signal !== undefined) await noteSignal(database, { voteId, ...vote.signal }, addMinutes(opensAt, day));
  if (closesAt > now) return;
  await keepTime(database, closesAt);
  const counts = await world.as('voorzitter', vote.opensDaysAgo - vote.days);
  expectAccepted(await countVote({ voteId, revision: await revision() }, counts));
}

async function castAll(
  { database, as }: DemoWorld,
  voteId: string,
  codes: readonly string[],
  { vote, at }: { vote: DemoVote; at: Date },
): Promise<void> {
  const { actor } = await as('bewoner', 1);
  const chosen = vote.ballots.flatMap(([voters, places]) => Array.from({ length: voters }, () => places));
  for (const [index, places] of chosen.entries()) {
    const by = { right: 'code', code: codes[index] ?? '' } as const;
    const choices = places.map((place) => place + 1);
    expectAccepted(await castBallot({ voteId, choices, by }, { database, now: at, actor }));
  }
}

async function enterPapers(
  world: DemoWorld,
  { voteId, areaCode, secret }: { voteId: string; areaCode: string; secret: string },
  { opensDaysAgo, papers: { count, returned, halfway } }: DemoVote,
): Promise<void> {
  const runs = await world.as('voorzitter', opensDaysAgo);
  for (const account of atTable)
    expectAccepted(await appointTableVolunteer({ voteId, email: demoEmail(account) }, runs));
  const papers = expectAccepted(await makePapers({ voteId, areaCode, papers: count, formKey: newId() }, runs));
  const [first, second] = atTable;
  for (const [index, paper] of papers.slice(0, returned.length + halfway).entries()) {
    const entry = { voteId, paper, content: returned[index] ?? choose(2) };
    expectAccepted(await enterPaper(entry, await world.as(first, opensDaysAgo - 1), secret));
    if (index < returned.length)
      expectAccepted(await enterPaper(entry, await world.as(second, opensDaysAgo - 1), secret));
  }
}
