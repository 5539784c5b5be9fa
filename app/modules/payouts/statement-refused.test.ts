import { describe, expect, it } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { exampleStatement } from './statement-example.ts';
import { readStatementFile } from './statement-file.server.ts';
import { statementLimits, type StatementLimits } from './statement.ts';

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += 1000) yield await Promise.resolve(bytes.subarray(from, from + 1000));
}
const read = async (text: string | Uint8Array, limits: Partial<StatementLimits> = {}) =>
  readStatementFile(pieces(typeof text === 'string' ? Buffer.from(text) : text), { ...statementLimits, ...limits });

const sound = exampleStatement({
  version: 8,
  messageId: 'BANK-20261201',
  statementId: '2026-335',
  iban: 'NL91ABNA0417164300',
  opening: cents(1_000_000),
  day: calendarDate('2026-12-01'),
  entries: [
    {
      reference: 'R2',
      amount: cents(5_001),
      direction: 'debit',
      payments: [{ endToEndId: 'V2026-0004-1', amount: cents(5_001), name: 'Ans', iban: 'NL02ABNA0123456789' }],
    },
  ],
});
const changed = (from: string | RegExp, to: string) => {
  const text = sound.replace(from, to);
  expect(text, String(from)).not.toBe(sound);
  return text;
};

it('begins with a sound file', async () => {
  expect(await read(sound)).toMatchObject({ ok: true });
});

describe('a file that is no statement', () => {
  it.each<[string, string | Uint8Array]>([
    ['empty', ''],
    ['empty', '  \n '],
    ['compressed', Buffer.from('504b0304aabbcc', 'hex')],
    ['compressed', Buffer.from('1f8b0800aabbcc', 'hex')],
    ['not-xml', '%PDF-1.7 and so on'],
    ['not-xml', Buffer.from('255044462d312e370affd8ffe0', 'hex')],
    ['not-xml', 'Datum;Naam;Bedrag\n20261201;Ans;5,00'],
    ['not-xml', '{"statement": 1}'],
    ['not-xml', `<!-- ${'x'.repeat(30_000)} -->${sound}`],
    ['not-xml', changed('</Stmt>', '</Smtm>')],
    ['not-xml', changed('<Stmt>', '<Stmt><a b=c>')],
    ['not-xml', changed('R2', 'R&unknown;2')],
    ['not-xml', changed('R2', 'R\u00002')],
    ['not-xml', sound + sound],
    ['truncated', sound.slice(0, -30)],
    ['truncated', sound.slice(0, sound.indexOf('<Ntry>') + 40)],
    ['truncated', '<?xml version="1.0"?>'],
    ['no-statement', changed(/<Stmt>.*<\/Stmt>/s, '')],
  ])('%s', async (reason, file) => {
    expect(await read(file)).toEqual({ ok: false, reason });
  });

  it.each([
    ['urn:iso:std:iso:20022:tech:xsd:camt.053.001.06', 'another version'],
    ['urn:iso:std:iso:20022:tech:xsd:camt.054.001.08', 'another message'],
    ['urn:x', 'something else'],
  ])('%s is %s', async (found) => {
    const text = changed('urn:iso:std:iso:20022:tech:xsd:camt.053.001.08', found);
    expect(await read(text)).toEqual({ ok: false, reason: 'wrong-namespace', detail: { found } });
  });

  it('shows of a strange root what can be shown', async () => {
    expect(await read('<html><body/></html>')).toMatchObject({ reason: 'wrong-namespace', detail: { found: 'html' } });
    const long = `<a xmlns="urn:${'é'.repeat(500)}"/>`;
    expect(await read(long)).toMatchObject({ detail: { found: `urn:${'?'.repeat(76)}` } });
  });
});

describe('a file with a bomb in it', () => {
  const bomb = `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, n) => `<!ENTITY b${n} "&a;&a;">`).join('')}]>`;
  it.each([
    ['entities', sound.replace('?>', `?>${bomb}`).replace('R2', '&b8;')],
    ['a file from elsewhere', sound.replace('?>', '?><!DOCTYPE d SYSTEM "file:///etc/passwd">')],
    ['a type in small letters', sound.replace('?>', '?><!doctype d>')],
    ['a type that never ends', `<?xml version="1.0"?><!DOCTYPE d [${'<!ENTITY a "b">'.repeat(100_000)}`],
  ])('of %s', async (_, text) => {
    expect(await read(text)).toEqual({ ok: false, reason: 'declares-entities' });
  });

  it.each<[string, string, Partial<StatementLimits>]>([
    ['too deep', sound.replace('<Stmt>', `<Stmt>${'<a>'.repeat(50)}${'</a>'.repeat(50)}`), {}],
    ['too many elements', sound.replace('<Stmt>', `<Stmt>${'<a/>'.repeat(200)}`), { nodes: 200 }],
    ['too many entries', sound.replace(/<Ntry>.*<\/Ntry>/s, (one) => one.repeat(6)), { entries: 10 }],
    ['an endless text', sound.replace('R2', 'x'.repeat(150_000)), {}],
    ['an endless comment', sound.replace('<Stmt>', `<Stmt><!-- ${'x'.repeat(150_000)} -->`), {}],
    ['an endless attribute', sound.replace('<Stmt>', `<Stmt><a b="${'x'.repeat(150_000)}"/>`), {}],
    ['a text in many parts', sound.replace('R2', '<![CDATA[x]]>'.repeat(20)), { textLength: 10 }],
  ])('%s', async (_, text, limits) => {
    expect(await read(text, limits)).toEqual({ ok: false, reason: 'too-complex' });
  });

  it('that never ends is let go of when it is too large', async () => {
    let sent = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(sound.slice(0, sound.indexOf('<Ntry>')));
      for (;;) {
        sent += 64_000;
        yield await Promise.resolve(Buffer.alloc(64_000, ' \n'));
      }
    }
    const limits = { ...statementLimits, bytes: 1_000_000, textLength: 10_000_000 };
    const result = await readStatementFile(endless(), limits);
    expect(result).toEqual({ ok: false, reason: 'too-large', detail: { megabytes: 1 } });
    expect(sent).toBeLessThan(1_100_000);
  });
});

describe('a file in another encoding than it says', () => {
  it.each<[string, Uint8Array, string, string]>([
    ['unknown', Buffer.from(sound.replace('UTF-8', 'EBCDIC-37')), 'encoding-unknown', 'EBCDIC-37'],
    ['latin1 as UTF-8', Buffer.from(sound.replace('Ans', 'Zoë'), 'latin1'), 'encoding-broken', 'UTF-8'],
    ['UTF-16 as UTF-8', Buffer.from(`\ufeff${sound}`, 'utf16le'), 'encoding-broken', 'UTF-8'],
    [
      'half a letter',
      Buffer.from(sound.replace('Ans', 'Zoë')).subarray(0, sound.indexOf('Ans') + 3),
      'encoding-broken',
      'UTF-8',
    ],
  ])('%s', async (_, bytes, reason, encoding) => {
    expect(await read(bytes)).toEqual({ ok: false, reason, detail: { encoding } });
  });
});

describe('a statement with nonsense in it', () => {
  const amount = /50\.01(?=<\/Amt><CdtDbtInd>DBIT<\/CdtDbtInd><Sts>)/;
  it.each<[string, string | RegExp, string, Record<string, string> | undefined]>([
    ['amount-wrong', amount, '50.005', { amount: '50.005' }],
    ['amount-wrong', amount, '-50.01', { amount: '-50.01' }],
    ['amount-wrong', amount, '50,01', { amount: '50,01' }],
    ['amount-wrong', amount, '1e3', { amount: '1e3' }],
    ['amount-wrong', amount, '', { amount: '' }],
    ['amount-wrong', amount, '.', { amount: '.' }],
    ['amount-wrong', amount, 'NaN', { amount: 'NaN' }],
    ['amount-wrong', amount, '99999999999999', { amount: '99999999999999' }],
    [
      'wrong-currency',
      /<Amt Ccy="EUR">50\.01(?=<\/Amt><CdtDbtInd>DBIT<\/CdtDbtInd><Sts>)/,
      '<Amt Ccy="USD">50.01',
      { currency: 'USD' },
    ],
    [
      'wrong-currency',
      /<Amt Ccy="EUR">50\.01(?=<\/Amt><CdtDbtInd>DBIT<\/CdtDbtInd><Sts>)/,
      '<Amt>50.01',
      { currency: '?' },
    ],
    ['wrong-currency', '<Ccy>EUR', '<Ccy>USD', { currency: 'USD' }],
    ['wrong-currency', '<Amt Ccy="EUR">10000.00', '<Amt Ccy="GBP">10000.00', { currency: 'GBP' }],
    ['date-wrong', '<BookgDt><Dt>2026-12-01', '<BookgDt><Dt>2026-02-30', { date: '2026-02-30' }],
    ['date-wrong', '<BookgDt><Dt>2026-12-01', '<BookgDt><Dt>1-12-2026', { date: '1-12-2026' }],
    [
      'date-wrong',
      '<BookgDt><Dt>2026-12-01</Dt>',
      '<BookgDt><DtTm>2026-12-01T25:00:00</DtTm>',
      { date: '2026-12-01T25:00:00' },
    ],
    ['date-wrong', '<BookgDt><Dt>2026-12-01', '<BookgDt><Dt>0000-01-01', { date: '0000-01-01' }],
    ['field-missing', /<BookgDt>.*?<\/ValDt>/, '', { field: 'Ntry/BookgDt' }],
    ['field-missing', '<Sts><Cd>BOOK</Cd></Sts>', '', { field: 'Ntry/Sts' }],
    [
      'field-missing',
      '<CdtDbtInd>DBIT</CdtDbtInd><Sts>',
      '<CdtDbtInd>both</CdtDbtInd><Sts>',
      { field: 'Ntry/CdtDbtInd' },
    ],
    ['field-missing', /<Amt Ccy="EUR">50\.01<\/Amt>(?=<CdtDbtInd>DBIT<\/CdtDbtInd><Sts>)/, '', { field: 'Ntry/Amt' }],
    ['field-missing', '<MsgId>BANK-20261201</MsgId>', '', { field: 'GrpHdr/MsgId' }],
    ['field-missing', '<Id>2026-335</Id>', '', { field: 'Stmt/Id' }],
    ['account-missing', /<Acct>.*?<\/Acct>/, '', undefined],
    ['account-missing', '<IBAN>NL91ABNA0417164300', '<IBAN>123', undefined],
    ['balance-off', '9949.99', '9949.98', { statement: '2026-335' }],
  ])('%s: %s becomes %j', async (reason, from, to, detail) => {
    expect(await read(changed(from, to))).toEqual({ ok: false, reason, ...(detail === undefined ? {} : { detail }) });
  });
});
