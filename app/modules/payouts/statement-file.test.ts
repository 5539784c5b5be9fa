import { existsSync, readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { exampleStatement, type ExampleStatement } from './statement-example.ts';
import { readStatementFile } from './statement-file.server.ts';
import { statementLimits, type StatementLimits } from './statement.ts';

async function* pieces(bytes: Uint8Array, size = 64_000): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield await Promise.resolve(bytes.subarray(from, from + size));
}
const read = async (text: string | Uint8Array, limits?: Partial<StatementLimits>, size?: number) =>
  readStatementFile(pieces(typeof text === 'string' ? Buffer.from(text) : text, size), {
    ...statementLimits,
    ...limits,
  });
const firstOf = async (text: string) => {
  const result = await read(text);
  if (!result.ok) throw new Error(`${result.reason} ${JSON.stringify(result.detail)}`);
  return result.value.statements[0]!;
};

const example = (changes: Partial<ExampleStatement> = {}): ExampleStatement => ({
  version: 8,
  messageId: 'BANK-20261201',
  statementId: '2026-335',
  iban: 'NL91ABNA0417164300',
  opening: cents(1_000_000),
  day: calendarDate('2026-12-01'),
  entries: [
    {
      reference: 'R1',
      amount: cents(44_000),
      direction: 'debit',
      batch: { paymentInformationId: 'WB-V2026-0003-1', count: 2 },
    },
    {
      reference: 'R2',
      amount: cents(5_001),
      direction: 'debit',
      payments: [{ endToEndId: 'V2026-0004-1', amount: cents(5_001), name: 'Ans & Co', iban: 'NL02ABNA0123456789' }],
    },
    {
      reference: 'R3',
      amount: cents(22_000),
      direction: 'credit',
      payments: [{ endToEndId: 'V2026-0003-2', amount: cents(22_000), returnReason: 'AC04' }],
    },
  ],
  ...changes,
});
const xml = exampleStatement(example());

describe.each([2, 8] as const)('a statement of version %i', (version) => {
  const text = exampleStatement(example({ version }));

  it('is read as it stands', async () => {
    expect(await read(text)).toEqual({
      ok: true,
      value: {
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        bytes: Buffer.byteLength(text),
        statements: [
          {
            messageId: 'BANK-20261201',
            statementId: '2026-335',
            sequence: null,
            iban: 'NL91ABNA0417164300',
            from: '2026-12-01',
            until: '2026-12-01',
            opening: 1_000_000,
            closing: 972_999,
            notBooked: 0,
            entries: [
              {
                reference: 'R1',
                amount: 44_000,
                direction: 'debit',
                bookedOn: '2026-12-01',
                reversal: false,
                batch: { messageId: null, paymentInformationId: 'WB-V2026-0003-1', count: 2 },
                details: [],
                text: null,
              },
              {
                reference: 'R2',
                amount: 5_001,
                direction: 'debit',
                bookedOn: '2026-12-01',
                reversal: false,
                batch: null,
                details: [
                  {
                    endToEndId: 'V2026-0004-1',
                    reference: null,
                    paymentInformationId: null,
                    amount: 5_001,
                    direction: 'debit',
                    returnReason: null,
                    counterparty: { name: 'Ans & Co', iban: 'NL02ABNA0123456789' },
                    text: null,
                  },
                ],
                text: null,
              },
              {
                reference: 'R3',
                amount: 22_000,
                direction: 'credit',
                bookedOn: '2026-12-01',
                reversal: false,
                batch: null,
                details: [
                  {
                    endToEndId: 'V2026-0003-2',
                    reference: null,
                    paymentInformationId: null,
                    amount: 22_000,
                    direction: 'credit',
                    returnReason: 'AC04',
                    counterparty: { name: null, iban: null },
                    text: null,
                  },
                ],
                text: null,
              },
            ],
          },
        ],
      },
    });
  });

  it('is the same in pieces of any size', async () => {
    const whole = await read(text);
    for (const size of [1, 7, 199, 200, 201]) expect(await read(text, {}, size)).toEqual(whole);
  });

  const official = new URL(`../../../../shared/data/schemas/camt.053.001.0${version}.xsd`, import.meta.url);
  it.skipIf(!existsSync(official))('is what ISO 20022 says it is', async () => {
    const schema = [{ fileName: 'camt.xsd', contents: readFileSync(official, 'utf8') }];
    const result = await validateXML({ xml: [{ fileName: 'file.xml', contents: text }], schema });
    expect(result.errors).toEqual([]);
  });
});

describe('what banks write in different ways', () => {
  const entry = (inside: string) => ({
    without: xml.replace(/<Bal>.*?<\/Bal>/g, '').replace(/<Ntry>.*?<\/Ntry>/gs, ''),
    text: xml.replace(/<Bal>.*?<\/Bal>/g, '').replace(/<Ntry>.*<\/Ntry>/s, inside),
  });
  const amount = '<Amt Ccy="EUR">1.00</Amt><CdtDbtInd>DBIT</CdtDbtInd>';
  const booked = '<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-12-01</Dt></BookgDt>';
  const oneEntry = async (inside: string) => (await firstOf(entry(`<Ntry>${inside}</Ntry>`).text)).entries[0]!;

  it.each([
    ['1.00', 100],
    ['1', 100],
    ['1.5', 150],
    ['.05', 5],
    ['5.', 500],
    ['+7.10', 710],
    ['8.85000', 885],
    ['0', 0],
    ['0000012.34', 1_234],
    ['9999999999999.99', 999_999_999_999_999],
  ])('the amount %s', async (text, value) => {
    expect((await oneEntry(amount.replace('1.00', text) + booked)).amount).toBe(value);
  });

  it.each([
    ['<Dt>2026-12-01</Dt>', '2026-12-01'],
    ['<Dt>2026-12-01Z</Dt>', '2026-12-01'],
    ['<Dt>2026-12-01+01:00</Dt>', '2026-12-01'],
    ['<DtTm>2026-12-01T23:59:59</DtTm>', '2026-12-01'],
    ['<DtTm>2026-12-01T23:30:00.123Z</DtTm>', '2026-12-02'],
    ['<DtTm>2026-12-01T00:30:00+01:00</DtTm>', '2026-12-01'],
    ['<Dt>2028-02-29</Dt>', '2028-02-29'],
  ])('the day %s', async (text, day) => {
    expect((await oneEntry(amount + booked.replace('<Dt>2026-12-01</Dt>', text))).bookedOn).toBe(day);
  });

  it('takes the day of value where no day of booking is stated', async () => {
    const text = `${amount}<Sts><Cd>BOOK</Cd></Sts><ValDt><Dt>2026-12-03</Dt></ValDt>`;
    expect((await oneEntry(text)).bookedOn).toBe('2026-12-03');
  });

  it('finds the batch with its payments, when all are of the same', async () => {
    const payment = (batch: string, number: number) =>
      `<TxDtls><Refs><PmtInfId>${batch}</PmtInfId><EndToEndId>E${String(number)}</EndToEndId></Refs></TxDtls>`;
    const details = (...inside: string[]) => `${amount}${booked}<NtryDtls>${inside.join('')}</NtryDtls>`;
    expect((await oneEntry(details(payment('B', 1), payment('B', 2)))).batch).toEqual({
      messageId: null,
      paymentInformationId: 'B',
      count: null,
    });
    expect((await oneEntry(details(payment('B', 1), payment('C', 2)))).batch).toBeNull();
    expect((await oneEntry(details('<Btch><PmtInfId>B</PmtInfId></Btch>'))).batch?.paymentInformationId).toBe('B');
    const two = '<NtryDtls><Btch><PmtInfId>B</PmtInfId></Btch></NtryDtls>';
    expect((await oneEntry(amount + booked + two + two)).batch).toBeNull();
  });

  it('takes no id from an id that was not provided, and no amount from another currency', async () => {
    const foreign = '<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><Amt Ccy="USD">1.10</Amt></TxDtls>';
    const { details } = await oneEntry(`${amount}${booked}<NtryDtls>${foreign}${foreign}</NtryDtls>`);
    expect(details).toMatchObject([
      { endToEndId: null, amount: null },
      { endToEndId: null, amount: null },
    ]);
  });

  it('knows a return by the code of the transaction alone', async () => {
    const code = '<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>RRTN</SubFmlyCd></Fmly></Domn></BkTxCd>';
    const { details } = await oneEntry(`${amount}${booked}${code}<NtryDtls><TxDtls></TxDtls></NtryDtls>`);
    expect(details).toMatchObject([{ returnReason: 'unstated', amount: 100 }]);
  });

  it('passes over what is announced and not booked', async () => {
    const pending = `<Ntry>${amount}<Sts><Cd>PDNG</Cd></Sts></Ntry>`;
    expect(await firstOf(entry(pending + pending).text)).toMatchObject({ entries: [], notBooked: 2 });
  });

  it('passes over elements of other namespaces, whatever they are called', async () => {
    const strange = '<x:Ntry xmlns:x="urn:x"><x:Amt>1</x:Amt></x:Ntry><constructor/><hasOwnProperty/>';
    expect((await firstOf(entry(strange).text)).entries).toEqual([]);
  });

  it('reads several statements, with prefixes and CDATA', async () => {
    const text = xml.replace(/<Stmt>.*<\/Stmt>/s, (one) => one + one.replace('2026-335', '<![CDATA[2026-336]]>'));
    const prefixed = text.replace(/<(\/?)(?!\?|!)/g, '<$1b:').replace('xmlns=', 'xmlns:b=');
    const result = await read(prefixed);
    expect(
      result.ok && result.value.statements.map(({ statementId, entries }) => [statementId, entries.length]),
    ).toEqual([
      ['2026-335', 3],
      ['2026-336', 3],
    ]);
  });

  it.each(['utf-8', 'utf-8 with a mark', 'latin1', 'utf16le with a mark', 'utf16le', 'utf16be with a mark'])(
    'reads %s',
    async (encoding) => {
      const named = (name: string) => xml.replace('Ans &amp; Co', 'Zoë').replace('UTF-8', name);
      const marked = `\ufeff${named('UTF-16')}`;
      const bytes = {
        'utf-8': Buffer.from(named('utf-8')),
        'utf-8 with a mark': Buffer.from(`\ufeff${named('UTF-8')}`),
        latin1: Buffer.from(named('ISO-8859-1'), 'latin1'),
        'utf16le with a mark': Buffer.from(marked, 'utf16le'),
        utf16le: Buffer.from(named('UTF-16LE'), 'utf16le'),
        'utf16be with a mark': Buffer.from(marked, 'utf16le').swap16(),
      }[encoding]!;
      const result = await read(bytes, {}, 33);
      expect(result.ok && result.value.statements[0]?.entries[1]?.details[0]?.counterparty.name).toBe('Zoë');
    },
  );
});

const samples = new URL('../../../../shared/data/camt/', import.meta.url);
describe.skipIf(!existsSync(samples))('samples of others', () => {
  it.each(['camt053.v2.minimal.xml', 'camt053.v8.xml'])('%s', async (name) => {
    // its closing balance is a debt in Swedish crowns; the rest is sound
    const text = readFileSync(new URL(name, samples), 'utf8');
    expect(await read(text)).toEqual({ ok: false, reason: 'wrong-currency', detail: { currency: 'SEK' } });
    const inEuros = text.replace('Ccy="SEK">27.00', 'Ccy="EUR">27.00');
    expect(await read(inEuros)).toMatchObject({ ok: false, reason: 'balance-off' });
    const sound = inEuros.replace(/(27\.00<\/Amt>\s*<CdtDbtInd>)DBIT/, '$1CRDT');
    expect(await firstOf(sound)).toMatchObject({
      iban: 'NL26VAYB8060476890',
      opening: 1_815,
      closing: 2_700,
      entries: [{ amount: 885, direction: 'credit', bookedOn: '2014-12-31' }],
    });
  });
});
