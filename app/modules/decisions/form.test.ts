import { parseWithZod } from '@conform-to/zod/v4';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { confirmForm, longest, proposalForm, typedProposal } from './form.ts';
import type { ProposalFacts } from './proposal.ts';

const facts: ProposalFacts = {
  outcomes: ['grant', 'decline', 'park', 'refer'],
  requested: cents(1000_00),
  instruments: ['subsidy', 'assignment'],
  isOrganisation: true,
  today: calendarDate('2026-11-21'),
  criterionIds: ['c1', 'c2'],
  fundIds: ['f1'],
  serviceKindIds: ['soort'],
  costFlags: [],
  referToBodyIds: ['b2'],
  replaceableIds: [],
  earlier: { open: cents(0), paid: cents(0) },
  mustReplace: false,
  members: [
    { personId: 'anna', interest: null },
    { personId: 'bilal', interest: null },
    { personId: 'cem', interest: null },
  ],
  meetsMinima: null,
  assignment: null,
};

/** As a browser posts it: every field, the empty ones too. */
const filled: Record<string, string> = {
  outcome: 'grant',
  amount: '€ 1.000,00',
  amountNote: '',
  instrument: 'subsidy',
  fundId: 'f1',
  conditions: 'Regel een.\r\nRegel twee.',
  referToBodyId: 'b2',
  method: 'consent',
  takenOn: '20-11-2026',
  motivation: '  Een goed plan.  ',
  interestStatement: 'Geen belang.',
  replacesId: '',
  'criteria[0].criterionId': 'c1',
  'criteria[0].motivation': 'Ja.',
  'criteria[1].criterionId': 'c2',
  'criteria[1].motivation': 'Ook.',
  'attendance[0].personId': 'anna',
  'attendance[0].part': 'took-part',
  'attendance[0].vote': 'for',
  'attendance[0].interest': '',
  'attendance[1].personId': 'bilal',
  'attendance[1].part': '',
  'attendance[1].vote': '',
  'attendance[1].interest': '',
  'attendance[2].personId': 'cem',
  'attendance[2].part': 'took-part',
  'attendance[2].vote': '',
  'attendance[2].interest': 'own',
  'objections[0].objection': '',
  'objections[0].answer': '',
  'objections[1].objection': 'Te duur.',
  'objections[1].answer': 'Goedkoper gemaakt.',
};

function post(changes: Record<string, string> = {}, known: Partial<ProposalFacts> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...filled, ...changes })) form.append(name, value);
  return parseWithZod(form, { schema: proposalForm({ ...facts, ...known }) });
}

describe('the form of a proposal', () => {
  it('reads what a browser posts, without what does not belong to the choice', () => {
    const { status, ...submission } = post();
    expect(status).toBe('success');
    expect('value' in submission ? submission.value : null).toEqual({
      assignment: null,
      outcome: 'grant',
      amount: 1000_00,
      amountNote: '',
      instrument: 'subsidy',
      fundId: 'f1',
      conditions: 'Regel een.\nRegel twee.',
      referToBodyId: null,
      method: 'consent',
      takenOn: '2026-11-20',
      motivation: 'Een goed plan.',
      interestStatement: 'Geen belang.',
      replacesId: null,
      criteria: [
        { criterionId: 'c1', motivation: 'Ja.' },
        { criterionId: 'c2', motivation: 'Ook.' },
      ],
      attendance: [
        { personId: 'anna', part: 'took-part', vote: null, interest: null },
        { personId: 'cem', part: 'took-part', vote: null, interest: null },
      ],
      objections: [{ objection: 'Te duur.', answer: 'Goedkoper gemaakt.' }],
      serviceKindId: null,
      costAnswers: [],
    });
  });

  it.each<[string, Record<string, string>, string, string]>([
    ['no amount', { amount: '' }, 'amount', 'decisions:problem.amount-missing'],
    ['an amount that is none', { amount: 'veel' }, 'amount', 'forms:amount-notation'],
    ['a negative amount', { amount: '-5' }, 'amount', 'forms:amount-negative'],
    ['an amount of nothing', { amount: '0' }, 'amount', 'forms:amount-zero'],
    ['an amount in pounds', { amount: '£5' }, 'amount', 'forms:amount-currency'],
    ['an amount with a third decimal', { amount: '12,345' }, 'amount', 'forms:amount-rounding'],
    ['an amount beyond all budgets', { amount: '999999999999' }, 'amount', 'forms:amount-huge'],
    ['an amount past counting', { amount: '99999999999999' }, 'amount', 'forms:amount-huge'],
    ['a day that does not exist', { takenOn: '31-02-2026' }, 'takenOn', 'forms:date'],
    ['a text that is too long', { motivation: 'a'.repeat(4001) }, 'motivation', 'forms:tooLong?count=4000'],
    ['an outcome that is none', { outcome: 'burn' }, 'outcome', 'decisions:problem.outcome-missing'],
    [
      'a criterion without words',
      { 'criteria[1].motivation': ' ' },
      'criteria[1].motivation',
      'decisions:problem.criterion-motivation-missing',
    ],
    [
      'recused without why',
      { 'attendance[1].part': 'recused' },
      'attendance[1].interest',
      'decisions:problem.recusal-interest-missing',
    ],
    [
      'a vote left out, in the row where it is missing',
      { method: 'vote' },
      'attendance[2].vote',
      'decisions:problem.vote-missing',
    ],
    [
      'an answer to no objection',
      { 'objections[0].answer': 'Opgelost.' },
      'objections[0].objection',
      'decisions:problem.objection-missing',
    ],
  ])('names %s beside its field', (_name, changes, field, message) => {
    const submission = post(changes);
    expect(submission.status).toBe('error');
    expect(submission.reply().error).toMatchObject({ [field]: [message] });
  });

  it('names what cannot be read and what is missing together', () => {
    const { error } = post({
      amount: 'veel',
      method: '',
      'criteria[0].motivation': '',
      motivation: 'a'.repeat(4001),
    }).reply();
    expect(Object.keys(error ?? {}).sort()).toEqual(['amount', 'criteria[0].motivation', 'method', 'motivation']);
  });

  it('keeps all that was typed when it comes back', () => {
    const { initialValue } = post({ amount: 'veel', motivation: 'a'.repeat(4001) }).reply();
    expect(initialValue).toMatchObject({ amount: 'veel', motivation: 'a'.repeat(4001), outcome: 'grant' });
  });

  it('is no worse for an empty or hostile post', () => {
    const empty = parseWithZod(new FormData(), { schema: proposalForm(facts) });
    expect(empty.status).toBe('error');
    const hostile = new FormData();
    for (const name of ['criteria', 'attendance[0]', 'objections[__proto__].x', 'motivation[toString]', 'outcome'])
      hostile.append(name, '<script>');
    expect(parseWithZod(hostile, { schema: proposalForm(facts) }).status).toBe('error');
    expect({}).not.toHaveProperty('x');
  });
});

describe('a draft', () => {
  it('takes anything, and holds nothing that the database cannot', () => {
    const typed = typedProposal.parse({
      motivation: 'a\u0000\ud83d\r\nb',
      attendance: 'onzin',
      criteria: [{ criterionId: 5 }],
      amount: ['x'],
    });
    expect(typed).toMatchObject({
      motivation: 'a\nb',
      attendance: [],
      criteria: [{ criterionId: '', motivation: '' }],
      amount: '',
    });
  });
});

describe('the form that confirms', () => {
  const posted = (note?: string) => {
    const form = new FormData();
    form.set('formKey', '01a1fef1-9012-7fda-b902-e1e08432fba1');
    form.set('revision', '1');
    form.set('seen', 'a'.repeat(64));
    if (note !== undefined) form.set('note', note);
    return parseWithZod(form, { schema: confirmForm }).status;
  };
  it('needs no note in itself, and none too long', () => {
    expect([posted(), posted(''), posted('Aanbesteed.')]).toEqual(['success', 'success', 'success']);
    expect(posted('x'.repeat(longest.motivation + 1))).toBe('error');
  });
});
