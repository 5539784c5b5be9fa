import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { canonicalJson, type Json } from '#app/kernel/canonical-json.ts';
import { decisionNumber } from './number.ts';
import { publicationOf, type DecisionDossier, type DossierParticipant } from './publication.ts';
import { readPublished, type PublishedDecision } from './published.ts';
import { receiptOf } from './receipt.server.ts';
import { recompute } from './recompute.ts';

const participant = (organisation: string | null, vote: DossierParticipant['vote'] = null): DossierParticipant => ({
  organisation,
  part: 'took-part',
  vote,
  recusal: null,
});

const scale = ['Niet', 'Weinig', 'Voldoende', 'Goed', 'Zeer goed'];
const criterion = (slug: string, weight: number, minimumHundredths: number | null = null, maximum = 4) => ({
  slug,
  title: slug,
  titleEn: slug,
  explanation: '',
  explanationEn: '',
  scale: [...scale, ...scale, ...scale].slice(0, maximum + 1),
  scaleEn: [],
  weight,
  minimumHundredths,
  motivation: 'Omdat.',
});

const dossier: DecisionDossier = {
  origin: 'product',
  takenOn: calendarDate('2026-11-20'),
  body: { slug: 'team', name: 'Team' },
  title: 'Buurttuin',
  subject: { kind: 'initiative', slug: 'buurttuin', title: 'Buurttuin', version: 1, requested: cents(1000_00) },
  outcome: 'grant',
  amount: cents(1000_00),
  amountNote: '',
  instrument: 'subsidy',
  recipient: null,
  fund: { slug: 'fonds', name: 'Fonds', year: 2026 },
  conditions: '',
  referredTo: null,
  method: 'vote',
  participants: [
    participant(null, 'for'),
    participant('Ymere', 'for'),
    participant('De Key', 'against'),
    participant('Ymere', 'abstain'),
  ],
  objections: [],
  motivation: 'Goed plan.',
  criteria: {
    slug: 'criteria',
    title: 'Criteria',
    version: 1,
    criteria: [criterion('een', 2), criterion('twee', 1, 150)],
  },
  scores: {
    round: { slug: 'ronde', name: 'Ronde' },
    recusals: [],
    reviews: [
      {
        reviewer: '1',
        scores: [
          { criterion: 'een', points: 4, reason: 'Ja' },
          { criterion: 'twee', points: null, reason: 'Weet niet' },
        ],
      },
      {
        reviewer: '2',
        scores: [
          { criterion: 'een', points: 3, reason: 'Ja' },
          { criterion: 'twee', points: 2, reason: 'Kan' },
        ],
      },
    ],
  },
  standing: null,
  vote: null,
  documents: [],
  interestStatement: 'Geen.',
  replaces: null,
  source: null,
};

const given = { number: decisionNumber(2026, 1), publishedOn: calendarDate('2026-11-21') };
const publish = (changes: Partial<DecisionDossier> = {}): PublishedDecision =>
  publicationOf({ ...dossier, ...changes }, given);

describe('a publication', () => {
  it('counts votes and participants by organisation, residents last', () => {
    const { participants, votes } = publish();
    expect(participants).toEqual([
      { organisation: 'De Key', count: 1 },
      { organisation: 'Ymere', count: 2 },
      { organisation: null, count: 1 },
    ]);
    expect(votes).toEqual({ for: 2, against: 1, abstain: 1 });
  });

  it('is what its schema says, and survives the database', () => {
    const published = publish();
    const stored = JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(published).reverse()))) as Json;
    expect(readPublished(stored)).toEqual(published);
    expect(receiptOf(stored)).toBe(receiptOf(published));
  });

  it('does not depend on the order in which people stand in the database', () => {
    expect(receiptOf(publish({ participants: [...dossier.participants].reverse() }))).toBe(receiptOf(publish()));
  });

  it('holds no field that its schema does not name', () => {
    expect(() => readPublished({ ...publish(), proposer: 'somebody' })).toThrow();
  });

  it('has a receipt that anybody can take again', async () => {
    const published = publish();
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(published)));
    expect(receiptOf(published)).toBe(Buffer.from(digest).toString('hex'));
  });
});

describe('recomputing', () => {
  it('finds the published totals', () => {
    const { matches, lines, result } = recompute(publish());
    expect(matches).toBe(true);
    // (2 × 3.5/4 + 1 × 2/4) / 3 = 75 %
    expect(result?.totalHundredths).toBe(7500);
    expect(lines.find(({ what }) => what === 'total')).toMatchObject({ published: 7500, computed: 7500 });
  });

  it.each<[string, (published: PublishedDecision) => void]>([
    ['a score', ({ scores }) => Object.assign(scores!.reviews[0]!.scores[0]!, { points: 3 })],
    ['an abstention', ({ scores }) => Object.assign(scores!.reviews[0]!.scores[1]!, { points: 0 })],
    ['a weight', ({ criteria }) => Object.assign(criteria!.criteria[0]!, { weight: 3 })],
    ['a minimum', ({ criteria }) => Object.assign(criteria!.criteria[1]!, { minimumHundredths: 300 })],
    ['the total', ({ scores }) => Object.assign(scores!.result, { totalHundredths: 9000 })],
    ['an average', ({ scores }) => Object.assign(scores!.result.criteria[0]!, { averageHundredths: 400 })],
    ['a review left out', ({ scores }) => void scores!.reviews.pop()],
    ['a criterion left out of the result', ({ scores }) => void scores!.result.criteria.pop()],
    ['a vote', ({ votes }) => Object.assign(votes!, { for: 3 })],
    ['the vote turned', ({ votes }) => Object.assign(votes!, { for: 1, against: 2 })],
    ['a participant', ({ participants }) => void participants.pop()],
    ['a motivation left out', ({ criteria }) => Object.assign(criteria!.criteria[0]!, { motivation: '' })],
  ])('tells when %s was changed', (_name, change) => {
    const published = structuredClone(publish());
    change(published);
    expect(recompute(published).matches).toBe(false);
  });

  it('agrees with every publication that the product can make', () => {
    const filled = fc
      .array(
        fc.record({
          weight: fc.integer({ min: 1, max: 100 }),
          minimum: fc.option(fc.integer({ min: 0, max: 400 })),
          maximum: fc.integer({ min: 1, max: 10 }),
        }),
        { minLength: 1, maxLength: 7 },
      )
      .chain((list) =>
        fc.record({
          criteria: fc.constant(
            list.map(({ weight, minimum, maximum }, index) => criterion(`c${index}`, weight, minimum, maximum)),
          ),
          reviews: fc.array(fc.tuple(...list.map(({ maximum }) => fc.option(fc.integer({ min: 0, max: maximum })))), {
            maxLength: 5,
          }),
        }),
      );
    fc.assert(
      fc.property(filled, ({ criteria, reviews }) => {
        const published = publish({
          criteria: { slug: 'criteria', title: 'Criteria', version: 1, criteria },
          scores: {
            round: { slug: 'ronde', name: 'Ronde' },
            recusals: [],
            reviews: reviews.map((points, index) => ({
              reviewer: String(index + 1),
              scores: criteria.map(({ slug }, place) => ({
                criterion: slug,
                points: points[place] ?? null,
                reason: 'Omdat.',
              })),
            })),
          },
        });
        expect(
          recompute(readPublished(JSON.parse(canonicalJson(published)))).lines.filter(({ matches }) => !matches),
        ).toEqual([]);
      }),
    );
  });

  it('has nothing to compute where nothing was scored or voted', () => {
    expect(
      recompute(publish({ scores: null, criteria: null, method: 'consent', outcome: 'park', amount: null })),
    ).toEqual({
      matches: true,
      lines: [],
      result: null,
    });
  });
});
