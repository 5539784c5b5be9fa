import { describe, expect, it } from 'vitest';
import { criteriaForm, withoutEmptyCriteria } from './criteria-form.ts';

const complete = {
  title: 'Het is van bewoners',
  titleEn: 'It belongs to residents',
  explanation: 'Doen bewoners mee?',
  explanationEn: 'Do residents take part?',
  scale: 'Nee\nEen beetje\n\nJa',
  scaleEn: 'No\nA little\nYes',
  weight: 2,
};

const check = (criterion: Record<string, unknown>) => {
  const result = criteriaForm.safeParse({
    versionId: '0190a000-0000-7000-8000-000000000000',
    revision: 1,
    criteria: [{ ...complete, ...criterion }],
  });
  return result.success ? result.data.criteria[0] : result.error.issues.map((issue) => issue.message);
};

describe('writing criteria', () => {
  it('takes a scale as one line per point and a minimum as people type it', () => {
    expect(check({ minimum: '1,5' })).toMatchObject({ scale: ['Nee', 'Een beetje', 'Ja'], minimum: 150 });
    expect(check({})).toMatchObject({ minimum: null, slug: null });
  });

  it.each([
    [{ scale: 'Ja', scaleEn: 'Yes' }, 'scoring:mistake.scaleTooShort'],
    [{ scale: Array(12).fill('punt').join('\n') }, 'scoring:mistake.scaleTooLong'],
    [{ scaleEn: 'No\nYes' }, 'scoring:mistake.scalesDiffer'],
    [{ minimum: '3' }, 'scoring:mistake.minimumOffScale'],
    [{ minimum: 'twee' }, 'scoring:mistake.minimum'],
  ])('refuses %j', (criterion, mistake) => {
    expect(check(criterion)).toContain(mistake);
  });

  it('drops what is ticked to go and what was left empty, and keeps the order of the rest', () => {
    const form = new FormData();
    form.set('revision', '3');
    ['a', 'b', '', 'c'].forEach((title, index) => {
      form.set(`criteria[${index}].title`, title);
      form.set(`criteria[${index}].weight`, '1');
    });
    form.set('criteria[1].remove', 'on');
    const kept = withoutEmptyCriteria(form);
    expect([...kept].filter(([name]) => name.endsWith('title'))).toEqual([
      ['criteria[0].title', 'a'],
      ['criteria[1].title', 'c'],
    ]);
    expect(kept.get('revision')).toBe('3');
  });
});
