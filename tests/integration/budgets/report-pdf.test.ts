import { PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { reportPdf, type ReportWords } from '#app/modules/budgets/report-pdf.server.ts';
import type { PublishedReport, ReportedLine } from '#app/modules/budgets/spending-report.ts';
import { readPdf } from '#tests/support/pdf-text.ts';

const words: ReportWords = {
  title: 'Uitputting 2026 (U2026-01)',
  author: 'Programmabureau',
  until: 'Stand tot en met 31 oktober 2026',
  columns: {
    line: 'Regel',
    planned: 'Gepland',
    committed: 'Toegezegd, nog niet betaald',
    paid: 'Betaald',
    forecast: 'Verwacht',
    deviation: 'Afwijking',
  },
  total: 'Samen',
  all: 'Alle teams samen',
  none: '–',
  example: 'Voorbeeld',
  exampleMark: '(v)',
  explanation: 'Uitleg:',
  receipt: 'Controlecode:',
  page: (page, pages) => `Pagina ${String(page)} van ${String(pages)}`,
};

const names = 'Şahin, Łódź, Çiğdem, Đorđe, Ýmir, ığdır, Žižek, Győr, naïve, fiets, offline';

function line(given: Partial<ReportedLine> = {}): ReportedLine {
  return {
    slug: 'regel',
    name: 'Regel',
    label: '',
    body: { slug: 'team', name: 'Team Çiğdem' },
    actielijn: null,
    source: 'Bron',
    isExample: true,
    planned: cents(1_234_567_89),
    committed: cents(0),
    paid: cents(5),
    forecast: cents(1_234_567_88),
    explanation: '',
    ...given,
  };
}

const make = async (lines: ReportedLine[], intro = '', locale: 'nl' | 'en' = 'nl') => {
  const report: PublishedReport = {
    format: 'wijkbeurs-uitputting-1',
    number: 'U2026-01',
    year: 2026,
    until: calendarDate('2026-10-31'),
    intro,
    lines,
  };
  return reportPdf({ report, receipt: 'abc', sentAt: new Date('2026-11-01T12:00:00Z') }, words, locale);
};

test('names from anywhere can be read back, as they were written', async () => {
  // the same letters, accents apart, as some keyboards type them
  const { parts } = await readPdf(await make([line({ name: names, explanation: names.normalize('NFD') })], names));
  expect(parts.filter(({ text }) => text.startsWith(names))).toEqual([
    { tag: 'P', text: names },
    { tag: 'TH', text: `${names} (v)` },
  ]);
  expect(parts.map(({ text }) => text)).toContain(`Uitleg: ${names}`);
  expect(parts.some(({ text }) => text.includes('□') || text.includes('?'))).toBe(false);
});

test('what no letter is there for is still said in full', async () => {
  const arabic = 'بيت الحي';
  const { parts } = await readPdf(await make([line({ name: `Huis ${arabic}` })], `Ṩ en ${arabic}`));
  expect(parts.map(({ text }) => text)).toEqual(expect.arrayContaining([`Huis ${arabic} (v)`, `Ṩ en ${arabic}`]));
});

test('it says what each part is, in the order of reading', async () => {
  const { file, parts } = await readPdf(await make([line({ explanation: 'Omdat' })], 'Inleiding'));
  const money = (text: string) => ({ tag: 'TD', text });
  const head = (text: string) => ({ tag: 'TH', text });
  const heads = ['Regel', 'Gepland', 'Toegezegd, nog niet betaald', 'Betaald', 'Verwacht', 'Afwijking'].map(head);
  const [row, table] = [
    { tag: 'TR', text: '' },
    { tag: 'Table', text: '' },
  ];
  const amounts = ['€ 1.234.567,89', '€ 0,00', '€ 0,05', '€ 1.234.567,88', '− € 0,01'].map(money);
  expect(parts.map(({ tag, text }) => ({ tag, text: text.replaceAll('\u00a0', ' ') }))).toEqual([
    { tag: 'Document', text: '' },
    { tag: 'H1', text: words.title },
    { tag: 'P', text: words.until },
    { tag: 'P', text: 'Inleiding' },
    { tag: 'P', text: 'Voorbeeld' },
    { tag: 'H2', text: 'Team Çiğdem' },
    table,
    row,
    ...heads,
    row,
    head('Regel (v)'),
    ...amounts,
    row,
    money('Uitleg: Omdat'),
    row,
    head('Samen'),
    ...amounts,
    { tag: 'H2', text: 'Alle teams samen' },
    table,
    row,
    ...heads,
    row,
    head('Samen'),
    ...amounts,
    { tag: 'P', text: 'Controlecode: abc' },
  ]);
  expect(file.getTitle()).toBe(words.title);
  expect(file.catalog.lookup(PDFName.of('Lang'))?.toString()).toContain('nl-NL');
  expect(file.catalog.lookup(PDFName.of('MarkInfo'), PDFDict).lookup(PDFName.of('Marked'))?.toString()).toBe('true');
});

test('the letters go along, only those that are used, and the same report gives the same file', async () => {
  const bytes = await make([line({ name: names })]);
  const { file } = await readPdf(bytes);
  const fonts = file.context
    .enumerateIndirectObjects()
    .filter(([, one]) => one instanceof PDFDict && one.has(PDFName.of('FontFile2')));
  expect(fonts.length).toBeGreaterThanOrEqual(3);
  const sizes = file.context
    .enumerateIndirectObjects()
    .map(([, one]) => (one instanceof PDFRawStream ? one.contents.length : 0));
  expect(Math.max(...sizes)).toBeLessThan(20_000);
  expect(Buffer.from(await make([line({ name: names })])).equals(Buffer.from(bytes))).toBe(true);
});

test('a long report goes on over pages, and a word without end stays on its line', async () => {
  const many = Array.from({ length: 80 }, (_, index) =>
    line({ slug: String(index), name: `Regel ${String(index)} ${'x'.repeat(90)}` }),
  );
  const { file, parts } = await readPdf(await make(many, `${'Woord '.repeat(800)}${'y'.repeat(500)}`));
  expect(file.getPageCount()).toBeGreaterThan(4);
  expect(file.getPage(0).getSize()).toMatchObject({ width: 595.28, height: 841.89 });
  // heads come back on each page for the eye, and are read once
  expect(parts.filter(({ text }) => text === 'Gepland')).toHaveLength(2);
  expect(parts.filter(({ tag }) => tag === 'TR')).toHaveLength(84);
});
