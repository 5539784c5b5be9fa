import { describe, expect, it } from 'vitest';
import { declareForm, declareLaterForm, openRoundForm } from './form.ts';

const id = '01a1ca27-71b3-7abb-b9a0-dada9f541d2b';
const complete = {
  bodyId: id,
  title: 'Voorjaarsronde',
  criteriaVersionId: id,
  opensOn: '2026-11-21',
  closesOn: '12-12-2026',
  minimumReviews: 3,
  initiativeIds: [id],
  formKey: id,
};

const mistakes = (given: Record<string, unknown>) =>
  openRoundForm
    .safeParse({ ...complete, ...given })
    .error?.issues.map(({ path, message }) => [path.join('.'), message]);

describe('opening a round', () => {
  it('takes days as a date field or as people type them, and needs neither fund nor reviewers', () => {
    expect(openRoundForm.parse(complete)).toMatchObject({ closesOn: '2026-12-12', fundId: null, reviewerIds: [] });
  });

  it.each([
    [{ closesOn: '2026-11-01' }, 'closesOn', 'scoring:mistake.endBeforeStart'],
    [{ closesOn: '31-2-2027' }, 'closesOn', 'forms:date'],
    [{ opensOn: '0027-01-01' }, 'opensOn', 'forms:date'],
    [{ initiativeIds: [] }, 'initiativeIds', 'scoring:mistake.chooseInitiatives'],
    [{ initiativeIds: ['../1'] }, 'initiativeIds.0', 'forms:choose'],
    [{ fundId: 'x' }, 'fundId', 'forms:choose'],
  ])('%j has one mistake', (given, path, message) => {
    expect(mistakes(given)).toEqual([[path, message]]);
  });
});

describe('declaring an interest', () => {
  it('needs an explanation only where the kind says nothing', () => {
    expect(declareForm.safeParse({ kind: 'none' }).success).toBe(true);
    expect(declareForm.safeParse({ kind: 'family' }).success).toBe(true);
    expect(declareForm.safeParse({ kind: 'other', note: '  ' }).success).toBe(false);
    expect(declareForm.safeParse({ kind: 'shared-organisation' }).success).toBe(false);
  });

  it('once the dossier is open, none is no answer', () => {
    expect(declareLaterForm.safeParse({ kind: 'none' }).success).toBe(false);
    expect(declareLaterForm.safeParse({ kind: 'own' }).success).toBe(true);
  });
});
