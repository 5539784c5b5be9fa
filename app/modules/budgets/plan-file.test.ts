import { describe, expect, test } from 'vitest';
import { planText, readPlan } from './plan-file.server.ts';

const words = 'jaar;team;bron;bedrag\n2026;Café ‘Zuid’;Één;€ 5,00';
const windows: Record<string, number> = { '€': 0x80, '‘': 0x91, '’': 0x92 };

/** One byte a letter, as Excel saves plain ‘CSV’ on a Western Windows. */
const codePage = (text: string) => Uint8Array.from([...text].map((letter) => windows[letter] ?? letter.charCodeAt(0)));
const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'));

describe('bytes of a plan', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode(words)],
    ['UTF-8 with the mark of Excel', new TextEncoder().encode(`\uFEFF${words}`)],
    ['‘Unicode text’ of Excel', utf16(words)],
    ['plain ‘CSV’ of a Western Windows', codePage(words)],
    ['line ends of Windows', codePage(words.replaceAll('\n', '\r\n'))],
  ])('%s is read', (_what, bytes) => {
    expect(planText(bytes)).toBe(words);
  });

  test.each([
    ['a workbook, whatever it is called', [0x50, 0x4b, 0x03, 0x04, 0x14], 'file-workbook'],
    ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1], 'file-workbook'],
    ['a picture', [0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10], 'file-not-text'],
    ['half a character under the mark of UTF-8', [0xef, 0xbb, 0xbf, 0x61, 0xc3], 'file-not-text'],
    ['half a character of UTF-16', [0xff, 0xfe, 0x41], 'file-not-text'],
    ['a byte that Windows has no letter for', [0x61, 0xeb, 0x81], 'file-not-text'],
    ['only white space', [0x20, 0x0d, 0x0a], 'file-empty'],
  ])('%s is refused by its name', (_what, bytes, code) => {
    expect(planText(Uint8Array.from(bytes))).toMatchObject({ row: 0, code });
  });
});

describe('rows of a plan', () => {
  test('the line that names the separator for Excel is no row', () => {
    const { rows, mistakes } = readPlan('sep=;\njaar;team;bron;bedrag\n2026;a;b;5');
    expect(mistakes).toEqual([]);
    expect(rows).toMatchObject([{ row: 2, cells: { year: '2026', team: 'a' } }]);
  });

  test('a row of totals is one mistake, and no line of the plan', () => {
    const { rows, mistakes } = readPlan('jaar;team;bron;bedrag\n2026;a;b;5\n;;Totaal 2026:;5\n2026;Totaal anders;b;5');
    expect(rows.map(({ row }) => row)).toEqual([2, 4]);
    expect(mistakes).toMatchObject([{ row: 3, column: null, code: 'row-of-totals' }]);
  });
});
