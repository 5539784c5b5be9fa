import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { publicationOf, type DecisionDossier } from '#app/modules/decisions/publication.ts';
import type { PublishedDonutApplication } from '#app/modules/decisions/published.ts';
import { recompute } from '#app/modules/decisions/recompute.ts';
import { meetsRules, splitEqually } from './rules.ts';

const money = fc.integer({ min: 0, max: 100_000_00 });

/** A publication of an application, with the reward that the rules of this module give it. */
function published(given: {
  value: number;
  costs: number;
  minimum: number;
  bps: number;
  available: number;
  others: number;
  setAsideReason?: string;
}) {
  const figures = { value: cents(given.value), costs: cents(given.costs) };
  const rules = {
    version: 1,
    validFrom: calendarDate('2026-01-01'),
    minimumValue: cents(given.minimum),
    minimumReturnBps: given.bps,
    evidenceDays: 365,
  };
  const meets = meetsRules(figures, rules);
  const { setAsideReason = '' } = given;
  const isRewarded = meets && setAsideReason === '';
  const split = splitEqually(cents(given.available), given.others + (isRewarded ? 1 : 0));
  const subject: PublishedDonutApplication = {
    kind: 'donut-application',
    slug: 'tuin',
    title: 'Donutfonds 2026',
    year: 2026,
    valueCents: given.value,
    costsCents: given.costs,
    evidence: 'MAEX',
    evidenceOn: '2026-03-01',
    rules: { version: 1, minimumValueCents: given.minimum, minimumReturnBps: given.bps },
    meetsRules: meets,
    setAsideReason,
    split: {
      availableCents: given.available,
      recipients: split.recipients,
      shareCents: split.share,
      remainderCents: split.remainder,
    },
  };
  const dossier: DecisionDossier = {
    origin: 'product',
    takenOn: calendarDate('2026-11-20'),
    body: { slug: 'team', name: 'Team' },
    title: 'Donutfonds 2026: Tuin',
    subject,
    outcome: isRewarded ? 'grant' : 'decline',
    amount: isRewarded ? split.share : null,
    amountNote: '',
    instrument: 'award',
    recipient: { slug: 'tuin', name: 'Tuin' },
    fund: null,
    conditions: '',
    referredTo: null,
    method: 'consent',
    participants: [],
    objections: [],
    motivation: 'Volgens de regels.',
    criteria: null,
    scores: null,
    standing: null,
    vote: null,
    documents: [],
    interestStatement: '',
    replaces: null,
    source: null,
  };
  return publicationOf(dossier, { number: '', publishedOn: calendarDate('2026-11-20') });
}

const atTheEdge = {
  value: 10_000_00,
  costs: 5_000_00,
  minimum: 10_000_00,
  bps: 20_000,
  available: 5_000_00,
  others: 2,
};

test('a published reward can always be computed again from what is published', () => {
  fc.assert(
    fc.property(
      fc.record({
        value: money,
        costs: money,
        minimum: money,
        bps: fc.integer({ min: 0, max: 50_000 }),
        available: money,
        others: fc.nat({ max: 20 }),
        setAsideReason: fc.constantFrom('', 'Het bewijs klopt niet.'),
      }),
      (given) => {
        // the parts of the split are at least a cent (`donut_split_share`)
        fc.pre(given.available > given.others);
        expect(recompute(published(given)).matches).toBe(true);
      },
    ),
  );
});

test.each([
  ['a value that was changed', { valueCents: 9_999_99 }],
  ['costs that were changed', { costsCents: 5_000_01 }],
  ['a verdict that does not follow', { meetsRules: false }],
  ['a reason that should have kept it out', { setAsideReason: 'Toch niet.' }],
])('%s is found out', (_what, change) => {
  const publication = published(atTheEdge);
  expect(recompute(publication)).toMatchObject({ matches: true, lines: [{}, {}, {}, {}] });
  const subject = { ...publication.subject, ...change } as PublishedDonutApplication;
  if (publication.version !== 3) throw new Error('an older publication');
  expect(recompute({ ...publication, subject }).matches).toBe(false);
  expect(recompute({ ...publication, amountCents: 1_666_67 }).matches).toBe(false);
});
