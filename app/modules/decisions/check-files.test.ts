import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { canonicalJson, type Json } from '#app/kernel/canonical-json.ts';
import { cents } from '#app/kernel/money.ts';
import { rankEntries } from '#app/modules/scoring/ranking.ts';
import { at, numbersIn, put } from '#tests/support/json-path.ts';
import { checkFiles, readReceipts } from './check-files.ts';
import type { Finding, NamedText } from './check-report.ts';
import { decisionNumber } from './number.ts';
import { objectionDays } from './objection-term.ts';
import { publicationOf, type DecisionDossier } from './publication.ts';
import type { PublishedDecision } from './published.ts';
import { countedReviews, scoredCriteria } from './recompute.ts';

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

const criterion = (slug: string, weight: number, minimumHundredths: number | null = null) => ({
  slug,
  title: slug,
  titleEn: slug,
  explanation: '',
  explanationEn: '',
  scale: ['0', '1', '2', '3', '4'],
  scaleEn: [],
  weight,
  minimumHundredths,
  motivation: 'Omdat.',
});
const criteria = { slug: 'set', title: 'Set', version: 2, criteria: [criterion('een', 2, 100), criterion('twee', 1)] };
const plans = [
  { slug: 'tuin', requested: 4000_00, points: [4, 3, 4, 2] },
  { slug: 'keuken', requested: 9000_00, points: [3, 3, null, 4] },
  { slug: 'bank', requested: 2000_00, points: [2, 1, 2, 3] },
] as const;
const available = cents(7000_00);

const reviewsOf = ([a, b, c, d]: (typeof plans)[number]['points']) => [
  { reviewer: '1', scores: [score('een', a), score('twee', b)] },
  { reviewer: '2', scores: [score('een', c), score('twee', d)] },
];
const score = (slug: string, points: number | null) => ({ criterion: slug, points, reason: 'Daarom.' });

const ranking = rankEntries(
  scoredCriteria(criteria),
  plans.map(({ slug, requested, points }, index) => ({
    id: slug,
    reviews: countedReviews(reviewsOf(points)),
    requested: cents(requested),
    submittedAt: `2026-09-0${String(index + 1)}T10:00:00.000Z`,
  })),
  available,
);

function decide({ slug, requested, points }: (typeof plans)[number], index: number): PublishedDecision {
  const ranked = ranking.entries.find(({ id }) => id === slug);
  const state = ranked?.money?.state ?? 'not-scored';
  const dossier: DecisionDossier = {
    origin: 'product',
    takenOn: calendarDate('2026-11-02'),
    body: { slug: 'team', name: 'Team' },
    title: slug,
    subject: { kind: 'initiative', slug, title: slug, version: 1, requested: cents(requested) },
    outcome: 'grant',
    amount: cents(requested),
    amountNote: '',
    instrument: 'subsidy',
    recipient: null,
    fund: { slug: 'fonds', name: 'Fonds', year: 2026 },
    conditions: '',
    referredTo: null,
    method: 'vote',
    participants: [
      { organisation: 'Ymere', part: 'took-part', vote: 'for', recusal: null },
      { organisation: null, part: 'took-part', vote: 'for', recusal: null },
      { organisation: null, part: 'recused', vote: null, recusal: { interest: 'board', note: '' } },
    ],
    objections: [],
    motivation: 'Goed.',
    criteria,
    scores: { round: { slug: 'ronde', name: 'Ronde' }, recusals: [], reviews: reviewsOf(points) },
    standing: {
      entries: plans.length,
      rank: ranked?.rank ?? null,
      isTied: false,
      submittedAt: `2026-09-0${String(index + 1)}T10:00:00.000Z`,
      money: { availableCents: available, state },
    },
    vote: null,
    documents: [],
    interestStatement: 'Geen.',
    replaces: null,
    source: null,
  };
  const publishedOn = calendarDate('2026-11-03');
  return publicationOf(dossier, {
    number: decisionNumber(2026, index + 1),
    publishedOn,
    decidedBy: {
      prepared: { role: 'chair', body: { slug: 'team', name: 'Team' } },
      confirmed: { role: 'budget_holder', body: { slug: 'team', name: 'Team' } },
    },
    remedy: {
      which: 'subsidy',
      objection: { weeks: 6, ...objectionDays(publishedOn, 6) },
      how: 'Schrijf.',
      howEn: 'Write.',
      source: 'Awb 6:7',
      isToConfirm: true,
    },
  });
}

const round = plans.map(decide);
const fileOf = (publication: PublishedDecision): NamedText => ({
  name: `besluit-${publication.number}.json`,
  text: canonicalJson(publication),
});
const list = round.map((one) => `${digest(canonicalJson(one))}  besluit-${one.number}.json\n`).join('');
const listed = readReceipts(list);

/** What is found when one of the three files says something else. */
function tampered(change: (publication: PublishedDecision) => void, codes = listed): Finding[] {
  const [first, ...others] = round.map((one) => structuredClone(one));
  if (first === undefined) throw new Error('no decision');
  change(first);
  return checkFiles([first, ...others].map(fileOf), codes, digest).findings;
}
const linesOf = (findings: readonly Finding[]) =>
  findings.flatMap((one) => (one.kind === 'line' ? [one.line.what] : [one.kind]));

describe('checkFiles', () => {
  it('has nothing to say of files as they were published', () => {
    expect(checkFiles(round.map(fileOf), listed, digest)).toMatchObject({ findings: [], notes: [] });
  });

  it('ranks a whole round: the money passes the dear plan over', () => {
    expect(round.map((one) => (one.version === 3 ? [one.standing?.rank, one.standing?.money?.state] : null))).toEqual([
      [1, 'reached'],
      [2, 'too-little-left'],
      [3, 'reached'],
    ]);
  });

  type Changed = [string, (publication: PublishedDecision) => void, string];
  const standing = (publication: PublishedDecision) =>
    publication.version === 3 && publication.standing !== null ? publication.standing : undefined;
  it.each<Changed>([
    ['a score', ({ scores }) => Object.assign(scores!.reviews[0]!.scores[0]!, { points: 2 }), 'average'],
    ['an abstention', ({ scores }) => Object.assign(scores!.reviews[0]!.scores[0]!, { points: null }), 'abstentions'],
    ['a spread', ({ scores }) => Object.assign(scores!.result.criteria[0]!, { spread: 3 }), 'spread'],
    ['a weight', ({ criteria: set }) => Object.assign(set!.criteria[0]!, { weight: 9 }), 'total'],
    [
      'a weight, against the round',
      ({ criteria: set }) => Object.assign(set!.criteria[0]!, { weight: 9 }),
      'round-differs',
    ],
    ['a minimum', ({ criteria: set }) => Object.assign(set!.criteria[0]!, { minimumHundredths: 399 }), 'round-differs'],
    ['the total', ({ scores }) => Object.assign(scores!.result, { totalHundredths: 1 }), 'total'],
    ['an average', ({ scores }) => Object.assign(scores!.result.criteria[1]!, { averageHundredths: 1 }), 'average'],
    ['the rank', (one) => Object.assign(standing(one)!, { rank: 2 }), 'round-rank'],
    ['a rank that cannot be', (one) => Object.assign(standing(one)!, { rank: 4 }), 'standing-rank'],
    [
      'what the money reached',
      (one) => Object.assign(standing(one)!.money!, { state: 'too-little-left' }),
      'round-money',
    ],
    ['what was in the fund', (one) => Object.assign(standing(one)!.money!, { availableCents: 1 }), 'standing-money'],
    ['the amount', (one) => Object.assign(one, { amountCents: 1_00 }), 'amount'],
    ['more than was asked', (one) => Object.assign(one, { amountCents: 5000_00, amountNote: 'Ja' }), 'amount-within'],
    ['a vote', ({ votes }) => Object.assign(votes!, { for: 9 }), 'voters'],
    ['the vote turned', ({ votes }) => Object.assign(votes!, { for: 0, against: 2 }), 'carried'],
    [
      'a motivation left out',
      ({ criteria: set }) => Object.assign(set!.criteria[0]!, { motivation: ' ' }),
      'motivated',
    ],
    ['a review left out', ({ scores }) => void scores!.reviews.pop(), 'review-count'],
    ['points off the scale', ({ scores }) => Object.assign(scores!.reviews[0]!.scores[0]!, { points: 7 }), 'cannot-be'],
    [
      'the last day to object',
      (one) => one.version === 3 && Object.assign(one.remedy!.objection!, { lastDay: '2026-12-01' }),
      'objection-ends',
    ],
    ['the day of publication', (one) => Object.assign(one, { publishedOn: '2026-11-01' }), 'published-before-taken'],
    ['the number', (one) => Object.assign(one, { number: '2025-0001' }), 'number-of-other-year'],
    ['a number that is there already', (one) => Object.assign(one, { number: '2026-0002' }), 'twice'],
    ['a field that is no field', (one) => Object.assign(one, { proposer: 'somebody' }), 'not-a-decision'],
    ['a word', (one) => Object.assign(one, { motivation: 'Slecht.' }), 'receipt'],
    ['who stayed out', ({ recusals }) => void recusals.pop(), 'receipt'],
    [
      'in which role it was confirmed',
      (one) => one.version === 3 && Object.assign(one.decidedBy.confirmed!, { role: 'member' }),
      'receipt',
    ],
    [
      'an objection that nobody met',
      (one) => Object.assign(one, { method: 'consent', votes: null, objections: [{ objection: 'Duur', answer: '' }] }),
      'objection-unmet',
    ],
    ['its predecessor', (one) => Object.assign(one, { replaces: '2026-0003' }), 'receipt'],
  ])('names it when somebody changed %s', (_name, change, kind) => {
    expect(linesOf(tampered(change))).toContain(kind);
  });

  it('finds any number that was changed, anywhere in the file', () => {
    const [first] = round;
    if (first === undefined) throw new Error('no decision');
    const places = numbersIn(first);
    expect(places.length).toBeGreaterThan(30);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.integer({ min: -5, max: 100_000_00 }), (path, value) => {
        fc.pre(at(first, path) !== value);
        expect(tampered((one) => put(one as unknown as Json, path, value)).length).toBeGreaterThan(0);
      }),
    );
  });

  it('finds any number of the computation without a list of receipts', () => {
    const [first] = round;
    if (first === undefined) throw new Error('no decision');
    // its own version, that of the criteria and of the plan, and the year of the fund are no part of a computation
    const computed = numbersIn(first as unknown as Json).filter(
      (path) => !/^(version|criteria\.version|subject\.version|fund\.year)$/.test(path.join('.')),
    );
    fc.assert(
      fc.property(fc.constantFrom(...computed), fc.integer({ min: -5, max: 100_000_00 }), (path, value) => {
        const before = at(first, path);
        fc.pre(before !== value);
        const found = tampered((one) => put(one, path, value), null);
        // weights count by their proportion, and asking another amount need not change who is reached
        expect(found.length, `${path.join('.')}: ${JSON.stringify(before)} became ${value}`).toBeGreaterThan(0);
      }),
    );
  });

  it('tells that it saw a part of the round, and checks their order', () => {
    const some = round.slice(0, 2).map((one) => structuredClone(one));
    expect(checkFiles(some.map(fileOf), listed, digest)).toMatchObject({
      findings: [],
      notes: [
        { kind: 'round-incomplete', here: 2, entries: 3 },
        { kind: 'not-here', numbers: '2026-0003' },
      ],
    });
    const [first, second] = some;
    if (first?.version !== 3 || second?.version !== 3) throw new Error('an older publication');
    Object.assign(first.standing!, { rank: 2 });
    Object.assign(second.standing!, { rank: 1 });
    expect(checkFiles(some.map(fileOf), null, digest).findings).toMatchObject([
      { kind: 'round-order', other: '2026-0002' },
    ]);
  });

  it('sees that only the layout differs', () => {
    const files = round.map((one) => ({ name: `${one.number}.json`, text: JSON.stringify(one, null, 2) }));
    const { findings, notes } = checkFiles(files, listed, digest);
    expect(findings).toEqual([]);
    expect(notes.map(({ kind }) => kind)).toEqual(['other-layout', 'other-layout', 'other-layout']);
  });

  it('tells of a decision that took the place of another', () => {
    const [first] = structuredClone(round);
    const next = {
      ...structuredClone(round[1]!),
      number: '2026-0009',
      replaces: '2026-0001',
      standing: null,
      scores: null,
    };
    const { findings, notes } = checkFiles([first!, next].map(fileOf), null, digest);
    expect(findings).toEqual([]);
    expect(notes).toContainEqual({
      file: 'besluit-2026-0001.json',
      number: '2026-0001',
      kind: 'replaced',
      by: '2026-0009',
    });
  });

  it.each(['', '[]', '{"format":"wijkbeurs.decision"}', 'no json', 'null', '{"number":7}'])(
    'reads %j without falling over',
    (text) => {
      expect(checkFiles([{ name: 'x.json', text }], listed, digest).findings).toHaveLength(1);
    },
  );
});

describe('readReceipts', () => {
  it('reads what sha256sum writes, and nothing else', () => {
    expect(listed?.size).toBe(3);
    expect(readReceipts(`${'a'.repeat(64)} *map/besluit-2026-0001.json\r\n`)?.get('2026-0001')).toBe('a'.repeat(64));
    expect(readReceipts('<html>')).toBeNull();
  });
});
