import { describe, expect, test } from 'vitest';
import { withoutIbans } from './statement-item.ts';

describe('a text of the bank', () => {
  test.each([
    ['NL91ABNA0417164300', 'NL•• •••• •••• ••43 00'],
    ['Terug van NL91 ABNA 0417 1643 00, dank', 'Terug van NL•• •••• •••• ••43 00, dank'],
    ['IBANNL91ABNA0417164300x', 'IBANNL•• •••• •••• ••43 00x'],
    ['IBAN:nl91abna0417164300/jan', 'IBAN:NL•• •••• •••• ••43 00/jan'],
    ['NL91-ABNA-0417-1643-00', 'NL•• •••• •••• ••43 00'],
    ['Jan Jansen NL91ABNA0417164300NL91ABNA0417164300', 'Jan Jansen NL•• •••• •••• ••43 00NL•• •••• •••• ••43 00'],
    ['van DE89370400440532013000 aan NL91ABNA0417164300', 'van DE•• •••• •••• •••• ••30 00 aan NL•• •••• •••• ••43 00'],
    ['een slip: NL92ABNA0417164300', 'een slip: NL•• •••• •••• ••43 00'],
    ['Factuur 2026-0012 van 22 november', 'Factuur 2026-0012 van 22 november'],
    ['', ''],
  ])('%s has no number of an account in it', (text, masked) => {
    expect(withoutIbans(text)).toBe(masked);
  });

  test('keeps its words, however long it is', () => {
    const text = 'Een gewone zin van 2026. '.repeat(400);
    expect(withoutIbans(text)).toBe(text);
  });
});
