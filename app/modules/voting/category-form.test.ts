import { describe, expect, test } from 'vitest';
import { categoriesForm, placesForm } from './category-form.ts';

const read = (fields: Record<string, string>) => {
  const parsed = categoriesForm.safeParse({ revision: '3', ...fields });
  return parsed.success ? parsed.data : parsed.error.issues.map(({ message }) => message);
};

describe('names and ceilings', () => {
  test('what is filled in, by number; an empty ceiling is none and an empty row is no category', () => {
    expect(
      read({ 'name-1': ' Groen \n en  water ', 'ceiling-1': '1.500', 'name-4': 'Sport', 'ceiling-4': '' }),
    ).toEqual({
      revision: 3,
      categories: [
        { number: 1, name: 'Groen en water', ceiling: 1500_00 },
        { number: 4, name: 'Sport', ceiling: null },
      ],
    });
    expect(read({})).toEqual({ revision: 3, categories: [] });
    // there are twelve
    expect(read({ 'name-13': 'Te veel' })).toEqual({ revision: 3, categories: [] });
  });

  test.each([
    [{ 'ceiling-2': '500' }, 'name?number=2'],
    [{ 'name-1': 'Groen', 'name-2': 'groen' }, 'twice?name=groen'],
    [{ 'name-1': 'Groen, water' }, 'comma?name=Groen%2C+water'],
    [{ 'name-1': 'x'.repeat(61) }, 'long?number=1&most=60'],
    [{ 'name-1': 'Groen', 'ceiling-1': '0' }, 'ceiling?name=Groen'],
    [{ 'name-1': 'Groen', 'ceiling-1': '-5' }, 'ceiling?name=Groen'],
    [{ 'name-1': 'Groen', 'ceiling-1': '9'.repeat(40) }, 'ceiling?name=Groen'],
    [{ 'name-1': 'Gr\u0007oen' }, 'name?number=1'],
    [{ 'name-1': '\u200b…' }, 'name?number=1'],
  ])('%o is refused by name', (fields, message) => {
    expect(read(fields)).toEqual([`voteCategories:mistake.${message}`]);
  });
});

test('places of plans: a number, or none for anything else', () => {
  const fields = {
    revision: '2',
    'plan-1': '3',
    'plan-22': '0',
    'plan-3': 'x',
    'plan-': '1',
    'plan-0': '1',
    intent: 'sort',
  };
  expect(placesForm.parse(fields)).toEqual({
    revision: 2,
    places: [
      { number: 1, category: 3 },
      { number: 22, category: null },
      { number: 3, category: null },
    ],
  });
});
