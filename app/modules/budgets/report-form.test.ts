import { describe, expect, test } from 'vitest';
import { forecastsForm } from './report-form.ts';

describe('a forecast', () => {
  const read = (forecast: string) =>
    forecastsForm.safeParse({ lines: [{ slug: 'regel', revision: '0', forecast, explanation: '' }] });

  test.each([
    ['', null],
    ['0', 0],
    ['0,00', 0],
    ['1.234,56', 1234_56],
    ['€ 12', 12_00],
  ])('%s is read', (text, amount) => {
    expect(read(text).data?.lines[0]?.forecast).toBe(amount);
  });

  test.each([
    ['-5', 'amount-negative'],
    ['1,234.56', 'amount-notation'],
    ['12,345', 'amount-rounding'],
    ['£5', 'amount-currency'],
    ['99999999999999', 'amount-huge'],
  ])('%s is refused: %s', (text, mistake) => {
    const issues = read(text).error?.issues.map(({ message }) => message);
    expect(issues).toEqual([`spendingReport:mistake.${mistake}`]);
  });
});
