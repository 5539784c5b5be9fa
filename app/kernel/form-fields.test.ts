import { expect, test } from 'vitest';
import { cents } from './money.ts';
import {
  amountField,
  clockField,
  dayField,
  dayOrNoneField,
  revisionField,
  textField,
  wordsField,
} from './form-fields.ts';

const read = (
  field: {
    safeParse: (typed: unknown) => { success: boolean; data?: unknown; error?: { issues: { message: string }[] } };
  },
  typed: unknown,
) => {
  const { success, data, error } = field.safeParse(typed);
  return success ? data : error?.issues[0]?.message;
};

test.each([
  ['2027-03-01', '2027-03-01'],
  [' 2027-03-01 ', '2027-03-01'],
  ['1-3-2027', '2027-03-01'],
  ['01/03/2027', '2027-03-01'],
  ['1.3.2027', '2027-03-01'],
  ['31-2-2027', 'no'],
  ['1-3-27', 'no'],
  ['2019-12-31', 'no'],
  ['2100-01-01', 'no'],
  ['morgen', 'no'],
  ['', 'no'],
  [undefined, 'no'],
])('a day typed as %j is %j', (typed, day) => {
  expect(read(dayField('no', '2020-01-01'), typed)).toBe(day);
});

test('a day that may be left out is null when it is, and a mistake when it is no day', () => {
  const field = dayOrNoneField('no');
  expect([read(field, undefined), read(field, ' '), read(field, '1-3-2027'), read(field, 'morgen')]).toEqual([
    null,
    null,
    '2027-03-01',
    'no',
  ]);
});

test('a time', () => {
  expect([read(clockField('no'), '9.30'), read(clockField('no'), '25:00')]).toEqual(['09:30', 'no']);
});

test.each([
  ['€ 1.250,50', 1250_50],
  ['0', 'amount-zero'],
  ['', 'amount-missing'],
  [undefined, 'amount-missing'],
  ['2000,01', 'amount-huge'],
])('an amount typed as %j is %j', (typed, amount) => {
  expect(
    read(
      amountField((mistake) => mistake, cents(2000_00)),
      typed,
    ),
  ).toBe(amount);
});

test('texts have line ends of one kind, nothing that PostgreSQL cannot hold, and a length of what is kept', () => {
  expect(read(wordsField(3, 5, 'missing'), ' a\r\nb\u0000c\ud800 ')).toBe('a\nbc');
  expect(read(wordsField(3, 5, 'missing'), ' ab ')).toBe('missing');
  expect(read(wordsField(3, 5, 'missing'), undefined)).toBe('missing');
  expect(read(wordsField(3, 5, 'missing'), 'abcdef')).toBe('forms:tooLong?count=5');
  expect(read(textField(5), undefined)).toBe('');
  expect(read(textField(5), 'abcdef')).toBe('forms:tooLong?count=5');
});

test('a state that somebody saw is a number that there can be', () => {
  expect(['1', '0', '1.5', 'x', undefined].map((typed) => read(revisionField('no'), typed))).toEqual([
    1,
    'no',
    'no',
    'no',
    'no',
  ]);
  expect(read(revisionField('no', 0), '0')).toBe(0);
});
