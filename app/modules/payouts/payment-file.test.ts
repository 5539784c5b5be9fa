import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { composeIBAN } from 'ibantools';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { instant } from '#app/kernel/instant.ts';
import { addCents, cents } from '#app/kernel/money.ts';
import { checkPaymentFile } from './payment-file-check.server.ts';
import { writePaymentFile } from './payment-file.server.ts';
import { mostPaymentCents, mostPaymentLines, type PaymentFile, type PaymentFileLine } from './payment-file.ts';

const iban = (number: number) =>
  composeIBAN({ countryCode: 'NL', bban: `ABNA${String(number).padStart(10, '0')}` }) ?? '';
const line = (number: number, changes: Partial<PaymentFileLine> = {}): PaymentFileLine => ({
  endToEndId: `V2026-0003-${number}`,
  amount: cents(22_000),
  iban: iban(number),
  holder: `Zoë Şahin ${number}`,
  text: 'Vrijwilligersvergoeding november 2026 V2026-0003',
  ...changes,
});
const file = (lines: readonly PaymentFileLine[], changes: Partial<PaymentFile> = {}): PaymentFile => ({
  messageId: 'WB-V2026-0003',
  createdAt: instant('2026-11-30T23:30:00Z'),
  debtor: { name: 'Stichting Wijkbeurs & Co', iban: 'NL91ABNA0417164300' },
  executeOn: calendarDate('2026-12-01'),
  lines,
  ...changes,
});
const writtenXml = (input: PaymentFile) => {
  const result = writePaymentFile(input);
  if (!result.ok) throw new Error(result.reason);
  return result.value.xml;
};
const all = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'))].map(([, text]) => text);
/** The official schema may not be part of this project; where the folder of the programme is at hand it judges too. */
const official = new URL('../../../../shared/data/schemas/pain.001.001.09.xsd', import.meta.url);

describe('a payment file', () => {
  const xml = writtenXml(file([line(1, { amount: cents(1) }), line(2, { amount: cents(12_345) })]));

  it('says on both levels how many payments it has and what they add up to', () => {
    expect(all(xml, 'NbOfTxs')).toEqual(['2', '2']);
    expect(all(xml, 'CtrlSum')).toEqual(['123.46', '123.46']);
    expect(all(xml, 'InstdAmt')).toEqual(['0.01', '123.45']);
  });

  it('has ids of ours, days of the calendar and the clock of Amsterdam', () => {
    expect(all(xml, 'MsgId')).toEqual(['WB-V2026-0003']);
    expect(all(xml, 'PmtInfId')).toEqual(['WB-V2026-0003-1']);
    expect(all(xml, 'EndToEndId')).toEqual(['V2026-0003-1', 'V2026-0003-2']);
    expect(all(xml, 'Dt')).toEqual(['2026-12-01']);
    expect(all(xml, 'CreDtTm')).toEqual(['2026-12-01T00:30:00']);
    expect(all(xml, 'BtchBookg')).toEqual(['false']);
    expect(all(xml, 'ChrgBr')).toEqual(['SLEV']);
  });

  it('has names in the characters of SEPA and no address', () => {
    expect(all(xml, 'Nm')).toEqual([
      'Stichting Wijkbeurs + Co',
      'Stichting Wijkbeurs + Co',
      'Zoe Sahin 1',
      'Zoe Sahin 2',
    ]);
    expect(xml).not.toMatch(/PstlAdr|AdrLine|Ctry/);
  });

  it('names the bank of the payer, or that it is not stated', () => {
    expect(all(xml, 'Id')).toEqual(['NOTPROVIDED']);
    const debtor = { name: 'Wij', iban: 'NL91ABNA0417164300', bic: 'ABNANL2A' };
    expect(all(writtenXml(file([line(1)], { debtor })), 'BICFI')).toEqual(['ABNANL2A']);
  });

  it('fits our schema', async () => {
    expect(await checkPaymentFile(xml)).toEqual({ ok: true });
  });

  it.skipIf(!existsSync(official))('fits the schema of ISO 20022', async () => {
    const debtor = { name: 'Wij', iban: 'NL91ABNA0417164300', bic: 'ABNANL2A' };
    const schema = readFileSync(official, 'utf8');
    expect(await checkPaymentFile(xml, schema)).toEqual({ ok: true });
    expect(await checkPaymentFile(writtenXml(file([line(1)], { debtor })), schema)).toEqual({ ok: true });
    expect(await checkPaymentFile(xml.replace('<PmtMtd>TRF', '<PmtMtd>XXX'), schema)).toMatchObject({ ok: false });
  });

  it('adds up to the cent, however many lines', () => {
    const amount = fc.oneof(fc.integer({ min: 1, max: 30_000 }), fc.integer({ min: 1, max: mostPaymentCents }));
    const one = iban(1);
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 40 }), (amounts) => {
        const xml = writtenXml(file(amounts.map((value, n) => line(n, { amount: cents(value), iban: one }))));
        expect(all(xml, 'InstdAmt').map((text) => Number(text?.replace('.', '')))).toEqual(amounts);
        const sum = String(addCents(...amounts.map(cents))).padStart(3, '0');
        expect(all(xml, 'CtrlSum')[0]).toBe(`${sum.slice(0, -2)}.${sum.slice(-2)}`);
      }),
      { numRuns: 60 },
    );
  });

  it('adds up ten thousand of the largest amounts, where floating numbers do not', async () => {
    const one = iban(1);
    const lines = Array.from({ length: 10_000 }, (_, n) =>
      line(n, { amount: cents(mostPaymentCents - (n % 7)), iban: one }),
    );
    const xml = writtenXml(file(lines));
    const sum = String(addCents(...lines.map(({ amount }) => amount)));
    expect(all(xml, 'CtrlSum')).toEqual(Array(2).fill(`${sum.slice(0, -2)}.${sum.slice(-2)}`));
    expect(
      lines
        .reduce((euros, { amount }) => euros + amount / 100, 0)
        .toFixed(2)
        .replace('.', ''),
    ).not.toBe(sum);
    expect(await checkPaymentFile(xml)).toEqual({ ok: true });
  });
});

describe('no payment file', () => {
  it.each([
    ['no-lines', file([])],
    ['too-many-lines', file(Array<PaymentFileLine>(mostPaymentLines + 1).fill(line(1)))],
    ['message-id-unfit', file([line(1)], { messageId: 'a'.repeat(34) })],
    ['message-id-unfit', file([line(1)], { messageId: 'a b' })],
    ['debtor-unfit', file([line(1)], { debtor: { name: '李', iban: iban(1) } })],
    ['debtor-unfit', file([line(1)], { debtor: { name: 'Wij', iban: 'NL00ABNA0417164300' } })],
    ['debtor-unfit', file([line(1)], { debtor: { name: 'Wij', iban: iban(1), bic: 'ABNANL2' } })],
    ['debtor-unfit', file([line(1)], { debtor: { name: 'Wij', iban: iban(1), bic: 'DEUTDEFF' } })],
    ['line-id-unfit', file([line(1, { endToEndId: 'a'.repeat(36) })])],
    ['line-id-unfit', file([line(1, { endToEndId: '/a' })])],
    ['line-id-twice', file([line(1), line(2, { endToEndId: 'V2026-0003-1' })])],
    ['line-amount-unfit', file([line(1, { amount: cents(0) })])],
    ['line-amount-unfit', file([line(1, { amount: cents(-1) })])],
    ['line-amount-unfit', file([line(1, { amount: cents(mostPaymentCents + 1) })])],
    ['line-iban-unfit', file([line(1, { iban: 'NL92ABNA0417164300' })])],
    ['line-iban-unfit', file([line(1, { iban: '' })])],
    ['line-holder-unfit', file([line(1, { holder: ' ' })])],
    ['line-text-unfit', file([line(1, { text: '' })])],
  ])('%s', (reason, input) => {
    const result = writePaymentFile(input);
    expect(result).toMatchObject({ ok: false, reason });
    // what is refused is said in a page and perhaps in a log
    expect(JSON.stringify(result)).not.toMatch(/NL\d\d|Zoë/);
  });
});

describe('a file that was meddled with', () => {
  const xml = writtenXml(file([line(1), line(2)]));
  it.each([
    ['another currency', '"EUR"', '"USD"', 'file-off-schema', 'InstdAmt'],
    ['three decimals', '>220.00<', '>220.001<', 'file-off-schema', 'InstdAmt'],
    ['nothing', '>220.00<', '>0.00<', 'file-off-schema', 'InstdAmt'],
    ['a letter outside SEPA', 'Zoe', 'Zoë', 'file-off-schema', 'Nm'],
    ['an address', '</Nm></Cdtr>', '</Nm><PstlAdr><Ctry>NL</Ctry></PstlAdr></Cdtr>', 'file-off-schema', 'PstlAdr'],
    ['an account that is none', `>${iban(1)}<`, '>NLABNA<', 'file-off-schema', 'IBAN'],
    ['no day', '<Dt>2026-12-01', '<Dt>2026-02-30', 'file-off-schema', 'Dt'],
    ['another message', 'pain.001.001.09"', 'pain.001.001.03"', 'file-off-schema', 'Document'],
    ['a payment that is gone', /<CdtTrfTxInf>.*?<\/CdtTrfTxInf>/, '', 'file-adds-up-wrong', undefined],
    ['another amount', '>220.00<', '>220.01<', 'file-adds-up-wrong', undefined],
    ['another sum', '<CtrlSum>440.00', '<CtrlSum>440.01', 'file-adds-up-wrong', undefined],
    ['one id for two', '<EndToEndId>V2026-0003-2', '<EndToEndId>V2026-0003-1', 'file-id-twice', undefined],
    ['an end too early', '</PmtInf></CstmrCdtTrfInitn></Document>', '', 'file-off-schema', '?'],
    ['nothing at all', /.*/s, '', 'file-off-schema', '?'],
  ])('has %s', async (_, from, to, reason, element) => {
    const broken = xml.replace(from, to);
    expect(broken).not.toBe(xml);
    const result = await checkPaymentFile(broken);
    expect(result).toEqual({ ok: false, reason, ...(element === undefined ? {} : { detail: { element } }) });
  });
});
