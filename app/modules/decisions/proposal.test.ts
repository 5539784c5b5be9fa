import { describe, expect, it } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { possibleOutcomes } from './outcome.ts';
import { hasUnmetObjection, problemsOf, type Attendance, type Proposal, type ProposalFacts } from './proposal.ts';

const facts: ProposalFacts = {
  outcomes: ['grant', 'decline', 'park', 'refer'],
  requested: cents(1000_00),
  instruments: ['subsidy', 'assignment'],
  isOrganisation: false,
  today: calendarDate('2026-11-21'),
  criterionIds: ['c1', 'c2'],
  fundIds: ['f1'],
  serviceKindIds: ['soort'],
  costFlags: [],
  referToBodyIds: ['b2'],
  replaceableIds: ['d1'],
  earlier: { open: cents(0), paid: cents(0) },
  mustReplace: false,
  members: [
    { personId: 'anna', interest: null },
    { personId: 'bilal', interest: null },
    { personId: 'cem', interest: 'shared-organisation' },
  ],
  meetsMinima: true,
  assignment: null,
};

const tookPart = (personId: string, vote: Attendance['vote'] = null): Attendance => ({
  personId,
  part: 'took-part',
  vote,
  interest: null,
});

const proposal: Proposal = {
  outcome: 'grant',
  amount: cents(1000_00),
  amountNote: '',
  instrument: 'subsidy',
  serviceKindId: null,
  costAnswers: [],
  fundId: 'f1',
  conditions: '',
  referToBodyId: null,
  method: 'consent',
  takenOn: calendarDate('2026-11-20'),
  motivation: 'Een goed plan.',
  interestStatement: 'Niemand met een belang deed mee.',
  criteria: [
    { criterionId: 'c1', motivation: 'Ja.' },
    { criterionId: 'c2', motivation: 'Ook.' },
  ],
  attendance: [
    tookPart('anna'),
    tookPart('bilal'),
    { personId: 'cem', part: 'recused', vote: null, interest: 'shared-organisation' },
  ],
  objections: [],
  replacesId: null,
  assignment: null,
};

const found = (changes: Partial<Proposal>, known: Partial<ProposalFacts> = {}) =>
  problemsOf({ ...proposal, ...changes }, { ...facts, ...known }).map(({ code, path }) => `${code} ${path.join('.')}`);

describe('a complete proposal', () => {
  it.each<[string, Partial<Proposal>, Partial<ProposalFacts>]>([
    ['a grant', {}, {}],
    ['less than was asked, explained', { amount: cents(1), amountNote: 'Er is minder.' }, {}],
    [
      'an assignment to an organisation',
      { instrument: 'assignment', serviceKindId: 'soort' },
      { isOrganisation: true },
    ],
    [
      'a cost that looks like another, explained',
      { costAnswers: [{ flag: 'decision:1', answer: 'Een andere zaal.' }] },
      { costFlags: ['decision:1'] },
    ],
    ['no money where none was asked', { amount: null, fundId: null }, { requested: cents(0) }],
    ['declined', { outcome: 'decline', amount: null, fundId: null }, {}],
    [
      'kept, without a word per criterion',
      { outcome: 'park', criteria: proposal.criteria.map((one) => ({ ...one, motivation: '' })) },
      {},
    ],
    ['sent to another body', { outcome: 'refer', referToBodyId: 'b2' }, {}],
    ['a body without criteria', { criteria: [] }, { criterionIds: [] }],
    ['not scored', {}, { meetsMinima: null }],
    ['declining what misses a minimum', { outcome: 'decline' }, { meetsMinima: false }],
    ['an objection that waits for an answer', { objections: [{ objection: 'Te duur.', answer: '' }] }, {}],
    [
      'a vote that carries',
      { method: 'vote', attendance: [tookPart('anna', 'for'), tookPart('bilal', 'abstain')] },
      {},
    ],
    [
      'the rest of a grant that was released',
      { replacesId: 'd1', amount: cents(600_00), amountNote: 'De rest.' },
      { outcomes: possibleOutcomes('granted'), mustReplace: true, earlier: { open: cents(0), paid: cents(400_00) } },
    ],
    ['coming back on a decline', { replacesId: 'd1' }, { outcomes: possibleOutcomes('declined'), mustReplace: true }],
  ])('%s', (_name, changes, known) => {
    expect(found(changes, known)).toEqual([]);
  });
});

describe('what is wrong with it', () => {
  it('names amount and fund at once where nobody asked for an amount', () => {
    expect(found({ amount: null, fundId: null }, { requested: null })).toEqual([
      'amount-missing amount',
      'fund-missing fundId',
    ]);
    expect(found({ amount: cents(1) }, { requested: null })).toEqual([]);
  });

  it.each<[string, Partial<Proposal>, Partial<ProposalFacts>, string]>([
    ['no outcome', { outcome: null }, {}, 'outcome-missing outcome'],
    ['too early', {}, { outcomes: possibleOutcomes('scoring') }, 'outcome-impossible outcome'],
    ['kept twice', { outcome: 'park' }, { outcomes: possibleOutcomes('parked') }, 'outcome-impossible outcome'],
    ['misses a minimum', {}, { meetsMinima: false }, 'below-minimum outcome'],
    ['no amount', { amount: null }, {}, 'amount-missing amount'],
    ['no amount where nobody asked for one', { amount: null }, { requested: null }, 'amount-missing amount'],
    ['more than was asked', { amount: cents(1000_01), amountNote: 'Meer.' }, {}, 'amount-above-requested amount'],
    ['more than was asked, without words', { amount: cents(1000_01) }, {}, 'amount-above-requested amount'],
    ['less, not explained', { amount: cents(999_99) }, {}, 'amount-note-missing amountNote'],
    ['no instrument', { instrument: null }, {}, 'instrument-missing instrument'],
    ['an award for a plan', { instrument: 'award' }, {}, 'instrument-missing instrument'],
    [
      'an assignment without kind',
      { instrument: 'assignment' },
      { isOrganisation: true },
      'service-kind-missing serviceKindId',
    ],
    [
      'an assignment of a kind that is not there',
      { instrument: 'assignment', serviceKindId: 'anders' },
      { isOrganisation: true },
      'service-kind-missing serviceKindId',
    ],
    [
      'a cost that looks like another, not explained',
      { costAnswers: [{ flag: 'decision:1', answer: ' ' }] },
      { costFlags: ['decision:1'] },
      'cost-answer-missing costAnswers.0.answer',
    ],
    ['an assignment to residents', { instrument: 'assignment' }, {}, 'assignment-to-residents instrument'],
    ['no fund', { fundId: null }, {}, 'fund-missing fundId'],
    ['a fund of another body', { fundId: 'f9' }, {}, 'fund-missing fundId'],
    ['sent to nobody', { outcome: 'refer' }, {}, 'refer-to-missing referToBodyId'],
    ['sent to an unknown body', { outcome: 'refer', referToBodyId: 'b9' }, {}, 'refer-to-missing referToBodyId'],
    ['no method', { method: null }, {}, 'method-missing method'],
    ['no day', { takenOn: null }, {}, 'date-missing takenOn'],
    ['a day to come', { takenOn: calendarDate('2026-11-22') }, {}, 'date-in-future takenOn'],
    ['no motivation', { motivation: ' ' }, {}, 'motivation-missing motivation'],
    ['no word on interests', { interestStatement: '' }, {}, 'interest-statement-missing interestStatement'],
    [
      'a criterion left open',
      { criteria: [proposal.criteria[0]!, { criterionId: 'c2', motivation: '' }] },
      {},
      'criterion-motivation-missing criteria.1.motivation',
    ],
    ['other criteria', { criteria: [{ criterionId: 'c1', motivation: 'Ja.' }] }, {}, 'criteria-changed criteria'],
    ['one alone', { attendance: [tookPart('anna')] }, {}, 'too-few-participants attendance'],
    [
      'a stranger',
      { attendance: [tookPart('anna'), tookPart('bilal'), tookPart('eve')] },
      {},
      'participant-unknown attendance.2.part',
    ],
    [
      'somebody twice',
      { attendance: [tookPart('anna'), tookPart('bilal'), tookPart('anna')] },
      {},
      'participant-unknown attendance.2.part',
    ],
    [
      'somebody with an interest',
      { attendance: [tookPart('anna'), tookPart('bilal'), tookPart('cem')] },
      {},
      'participant-interest attendance.2.part',
    ],
    [
      'stayed out, not why',
      {
        attendance: [
          tookPart('anna'),
          tookPart('bilal'),
          { personId: 'cem', part: 'recused', vote: null, interest: null },
        ],
      },
      {},
      'recusal-interest-missing attendance.2.interest',
    ],
    [
      'no vote',
      { method: 'vote', attendance: [tookPart('anna', 'for'), tookPart('bilal')] },
      {},
      'vote-missing attendance.1.vote',
    ],
    [
      'a tie',
      { method: 'vote', attendance: [tookPart('anna', 'for'), tookPart('bilal', 'against')] },
      {},
      'vote-not-carried method',
    ],
    [
      'an answer to nothing',
      { objections: [{ objection: '', answer: 'Opgelost.' }] },
      {},
      'objection-missing objections.0.objection',
    ],
    ['replaces what does not stand', { replacesId: 'd9' }, {}, 'replaces-unknown replacesId'],
    [
      'comes back without saying so',
      {},
      { outcomes: possibleOutcomes('declined'), mustReplace: true },
      'replaces-missing replacesId',
    ],
    [
      'takes no place of the grant before',
      {},
      { outcomes: possibleOutcomes('granted'), mustReplace: true },
      'replaces-missing replacesId',
    ],
    [
      'takes the place of what is promised still',
      { replacesId: 'd1' },
      { outcomes: possibleOutcomes('granted'), mustReplace: true, earlier: { open: cents(1), paid: cents(0) } },
      'replaces-open replacesId',
    ],
    [
      'is more than what is left beside what was paid',
      { replacesId: 'd1', amount: cents(600_01), amountNote: 'De rest.' },
      { outcomes: possibleOutcomes('granted'), mustReplace: true, earlier: { open: cents(0), paid: cents(400_00) } },
      'amount-above-rest amount',
    ],
  ])('%s', (_name, changes, known, problem) => {
    expect(found(changes, known)).toEqual([problem]);
  });

  it('names everything at once', () => {
    expect(found({ outcome: null, motivation: '', attendance: [] })).toHaveLength(3);
  });
});

describe('objections', () => {
  it.each([
    ['consent', ['Opgelost.'], false],
    ['consent', ['Opgelost.', ' '], true],
    ['vote', [''], false],
    ['consent', [], false],
  ])('%s with answers %j is unmet: %s', (method, answers, unmet) => {
    expect(hasUnmetObjection({ method, objections: answers.map((answer) => ({ answer })) })).toBe(unmet);
  });
});
