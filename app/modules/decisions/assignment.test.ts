import { describe, expect, it } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { assignmentProblems, noTerms, type AssignmentTerms } from './assignment.ts';
import { keptOut, typedProposal } from './form.ts';
import { toKeep } from './typed-proposal.ts';

const terms: AssignmentTerms = {
  title: 'Gesprekken',
  task: 'Tien gesprekken.',
  recipientReason: 'Zij kennen de buurt.',
  actielijnId: null,
  beginsOn: calendarDate('2026-12-01'),
  endsOn: calendarDate('2026-12-01'),
};
const facts = { actielijnIds: ['meedoen', 'wonen'], actielijnOfFund: { 'fonds-wonen': 'wonen' } };
const found = (changes: Partial<AssignmentTerms>, fundId: string | null = 'fonds') =>
  assignmentProblems({ ...terms, ...changes }, fundId, facts).map(({ field, code }) => `${field} ${code}`);

describe('an assignment without a plan', () => {
  it.each<[string, Partial<AssignmentTerms>, string | null]>([
    ['of one day', {}, 'fonds'],
    ['under a line of action', { actielijnId: 'wonen' }, 'fonds-wonen'],
    ['under a line of action, from money for all of them', { actielijnId: 'meedoen' }, 'fonds'],
    ['under none, from money for one', {}, 'fonds-wonen'],
    ['before the fund is chosen', { actielijnId: 'meedoen' }, null],
  ])('is complete: %s', (_what, changes, fundId) => {
    expect(found(changes, fundId)).toEqual([]);
  });

  it.each<[Partial<AssignmentTerms>, string]>([
    [{ title: ' ' }, 'title title-missing'],
    [{ task: '' }, 'task task-missing'],
    [{ recipientReason: '\n' }, 'recipientReason recipient-reason-missing'],
    [{ beginsOn: null }, 'beginsOn begin-missing'],
    [{ endsOn: null }, 'endsOn end-missing'],
    [{ endsOn: calendarDate('2026-11-30') }, 'endsOn end-before-begin'],
    [{ actielijnId: 'elders' }, 'actielijnId actielijn-unknown'],
  ])('is not with %j', (changes, problem) => {
    expect(found(changes)).toEqual([problem]);
  });

  it('is not paid from money for another line of action', () => {
    expect(found({ actielijnId: 'meedoen' }, 'fonds-wonen')).toEqual(['fundId fund-of-other-actielijn']);
  });

  it('names every mistake at once', () => {
    expect(assignmentProblems(noTerms, null, facts)).toHaveLength(5);
  });
});

describe('what a draft keeps', () => {
  const row = (personId: string, part: string) => ({ personId, part, vote: '', interest: '' });
  const typed = (...attendance: ReturnType<typeof row>[]) => typedProposal.parse({ attendance });

  it('is what was typed, not what the product filled in', () => {
    const before = typed(row('anna', 'took-part'), row('bilal', 'took-part'));
    const kept = toKeep(typed(row('anna', keptOut), row('bilal', 'recused'), row('cem', '')), before);
    expect(kept.attendance).toEqual([row('bilal', 'recused'), row('cem', ''), row('anna', 'took-part')]);
  });

  it('is not more than a form can hold', () => {
    const many = (prefix: string) => typed(...Array.from({ length: 100 }, (_, index) => row(`${prefix}${index}`, '')));
    expect(toKeep(many('a'), many('b')).attendance).toHaveLength(120);
  });
});
