import { parseWithZod } from '@conform-to/zod/v4';
import { describe, expect, test } from 'vitest';
import { mistakeOf } from '#app/http/form-mistakes.ts';
import { spendingForm } from './form.ts';

const filledIn = {
  formKey: '5f2b8f39-7d0c-4f0e-9c55-0f4a6a6f2c11',
  revision: '1',
  what: 'Verf',
  why: 'Het hek is lelijk.',
  amount: '12,50',
  fundId: 'x',
  payeeKind: 'resident',
  initiative: '',
};

function posted(changes: Partial<typeof filledIn>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...filledIn, ...changes })) form.set(name, value);
  return parseWithZod(form, { schema: spendingForm, error: mistakeOf });
}

describe('proposing a small spending', () => {
  test.each([
    ['', 'amount-missing'],
    ['veel', 'amount-notation'],
    ['1,234', 'amount-rounding'],
    ['-5', 'amount-negative'],
    ['0,00', 'amount-zero'],
    ['9'.repeat(30), 'amount-huge'],
    ['$ 5', 'amount-currency'],
  ])('an amount of “%s” is refused for what is wrong with it', (amount, code) => {
    expect(posted({ amount }).reply().error).toEqual({ amount: [`alliances:mistake.${code}`] });
  });

  test.each([
    ['https://wijkbeurs.example/initiatieven/buurttuin-2?van=mail', 'buurttuin-2'],
    ['buurttuin', 'buurttuin'],
    ['', null],
  ])('a plan is found in “%s”', (initiative, slug) => {
    expect(posted({ initiative })).toMatchObject({ status: 'success', value: { initiative: slug } });
  });

  test('what is no address of a plan is said to be none', () => {
    expect(posted({ initiative: 'de tuin van Henk' }).reply().error).toEqual({
      initiative: ['alliances:mistake.initiative'],
    });
  });
});
