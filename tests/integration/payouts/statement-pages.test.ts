import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import * as batchNames from '#app/routes/penningmeester.$number.namen.tsx';
import * as item from '#app/routes/penningmeester.afschriften.$id.tsx';
import * as list from '#app/routes/penningmeester.afschriften._index.tsx';
import * as upload from '#app/routes/penningmeester.afschriften.inlezen.tsx';
import * as example from '#app/routes/penningmeester.afschriften.voorbeeld.$number.ts';
import { makeMembership, makePerson } from '#tests/factories/index.ts';
import { browserOf } from '#tests/integration/allowances/by-browser.ts';
import { Browser, type Answer } from '#tests/integration/people/visiting.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aReference, lineStates, paid, sentBatch, statementText, type BankScene } from './bank.ts';

const own = useTestDatabase();
let scene: BankScene;
let browser: Browser;
let other: Browser;

beforeAll(async () => {
  scene = await sentBatch(own.database);
  browser = await browserOf(own.database, scene.treasurerId, 'penningmeester');
  other = await browserOf(own.database, scene.otherTreasurerId, 'penningmeester-2');
});

const here = '/penningmeester/afschriften';
const sendFile = async (
  who: Browser,
  content: string | Uint8Array<ArrayBuffer> | null,
  name = 'file',
): Promise<Answer> => {
  const form = new FormData();
  form.append('before', 'x'.repeat(1000));
  if (content !== null) form.append(name, new File([content], 'afschrift.xml', { type: 'text/xml' }));
  form.append('after', 'y');
  return who.postForm(upload.action, `${here}/inlezen`, form);
};
const line = (index: number) => scene.batch.lines[index]!;

type Listed = { items: { id: string; reason: string }[]; statements: unknown[]; waiting: number; mayWork: boolean };
const listed = async (who: Browser) => (await who.get(list.loader, here)).data as Listed;

describe('a statement that is sent by form', () => {
  test('settles, and the list says what waits', async () => {
    const text = statementText([paid(line(0)), { reference: aReference(), amount: cents(1_00), direction: 'credit' }]);
    const sent = await sendFile(browser, text);
    expect([sent.status, sent.location]).toEqual([303, here]);
    expect(await lineStates(own.database, scene)).toEqual(['settled', 'open', 'open']);
    const page = await listed(browser);
    expect(page.items.map(({ reason }) => reason)).toEqual(['other-money']);
    expect(page.statements).toHaveLength(1);
    expect((await sendFile(other, text)).status).toBe(303);
    expect((await listed(other)).statements).toHaveLength(1);
  });

  test.each<[string, string | Uint8Array<ArrayBuffer> | null, RegExp]>([
    ['no file', null, /^Kies eerst een bestand/],
    ['an empty file', '', /leeg/],
    ['a table', 'Datum;Bedrag\n1;2', /geen XML-bestand/],
    ['a zip', new Uint8Array(Buffer.from('504b0304aabbccdd', 'hex')), /zip/],
    ['a bomb', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', /Vertrouw het niet/],
    ['another message', '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"/>', /camt\.054\.001\.08/],
    ['text that would be markup', '<script xmlns="urn:<b>"/>', /XML/],
  ])('is refused with words when it is %s', async (_, content, words) => {
    const before = await own.database.bankStatement.count();
    const answer = await sendFile(browser, content);
    expect(answer.status).toBe(422);
    expect((answer.data as { refusal: string }).refusal).toMatch(words);
    expect(await own.database.bankStatement.count()).toBe(before);
  });

  test('is let go of when it is too large, and what follows in the form is still read', async () => {
    const large = statementText([]).replace('</Stmt>', `</Stmt>${' \n'.repeat(31_000_000)}`);
    const answer = await sendFile(browser, large);
    expect(answer.status).toBe(422);
    expect((answer.data as { refusal: string }).refusal).toMatch(/60 MB|zit anders in elkaar/);
  });

  test('is no file when the field has another name, and no form when it is something else', async () => {
    expect((await sendFile(browser, statementText([paid(line(1))]), 'other')).status).toBe(422);
    expect((await browser.post(upload.action, `${here}/inlezen`, { file: 'x' })).status).toBe(400);
    expect(await lineStates(own.database, scene)).toEqual(['settled', 'open', 'open']);
  });

  test('is not read of a visitor, nor of somebody without the role', async () => {
    const visitor = new Browser(own.database, 'live');
    expect((await sendFile(visitor, statementText([paid(line(1))]))).status).toBe(401);
    const member = await makePerson(own.database);
    await makeMembership(own.database, { personId: member, bodyId: scene.team.bodyId, role: 'budget_holder' });
    const without = await browserOf(own.database, member, 'budgethouder');
    expect((await sendFile(without, statementText([paid(line(1))]))).status).toBe(403);
    expect(await lineStates(own.database, scene)).toEqual(['settled', 'open', 'open']);
  });
});

describe('the worklist', () => {
  test('comes back filled in when the note is missing, and lets go of what was ticked', async () => {
    const [first] = (await listed(browser)).items;
    const form = new FormData();
    form.append('itemIds', first?.id ?? '');
    form.append('note', ' ');
    const back = await browser.postForm(list.action, here, form);
    expect(back.status).toBe(422);
    expect(JSON.stringify(back.data)).toContain(first?.id);
    const gone = await browser.post(list.action, here, { itemIds: first?.id ?? '', note: 'Statiegeld' });
    expect(gone.status).toBe(303);
    expect((await listed(browser)).items).toEqual([]);
    expect((await browser.get(item.loader, `${here}/${first?.id ?? ''}`, { id: first?.id ?? '' })).status).toBe(404);
  });

  test('is matched by one treasurer and confirmed by another', async () => {
    const amount = cents(line(1).amountCents);
    const booking = { reference: aReference(), amount, direction: 'debit' as const };
    await sendFile(browser, statementText([booking]));
    const [{ id } = { id: '' }] = (await listed(browser)).items;
    const path = `${here}/${id}`;
    const proposal = { intent: 'propose', about: line(1).id, note: 'Nagevraagd', formKey: newId() };
    expect((await browser.post(item.action, path, { ...proposal, note: '' }, { id })).status).toBe(422);
    expect((await browser.post(item.action, path, proposal, { id })).status).toBe(303);
    const seen = (await other.get(item.loader, path, { id })).data as { proposal: { id: string; isMine: boolean } };
    expect(seen.proposal.isMine).toBe(false);
    const answer = { intent: 'confirm', matchId: seen.proposal.id };
    const mine = await browser.post(item.action, path, answer, { id });
    expect((mine.data as { refusal: string }).refusal).toMatch(/Iemand anders/);
    expect((await other.post(item.action, path, answer, { id })).location).toBe(here);
    expect(await lineStates(own.database, scene)).toEqual(['settled', 'settled', 'open']);
  });
});

test('an answer of the bank about a name is noted, and stands out', async () => {
  const { number } = scene.batch;
  const path = `/penningmeester/${number}/namen`;
  const send = async (fields: Record<string, string>) => browser.post(batchNames.action, path, fields, { number });
  expect((await send({ position: '3', answer: 'close', bankName: '' })).status).toBe(422);
  expect((await send({ position: 'drie', answer: 'match' })).status).toBe(422);
  expect((await send({ position: '99', answer: 'match' })).status).toBe(404);
  expect((await send({ position: '3', answer: 'close', bankName: 'J. Voorbeelt' })).status).toBe(303);
  const page = (await browser.get(batchNames.loader, path, { number })).data as {
    checks: unknown[];
    unanswered: number;
  };
  expect(page.checks).toMatchObject([{ position: 3, answer: 'close', bankName: 'J. Voorbeelt' }]);
  expect(page.unanswered).toBe(0);
  expect((await browser.get(batchNames.loader, path, { number: 'V2026-9999' })).status).toBe(404);
});

test('the demo has a statement to try, and nowhere else', async () => {
  const { number } = scene.batch;
  const path = `${here}/voorbeeld/${number}.xml`;
  const found = await browser.get(example.loader, path, { number: `${number}.xml` });
  const text = await found.response!.text();
  expect(text).toContain(line(2).endToEndId);
  expect(text).not.toContain(line(0).endToEndId);
  expect(text).not.toMatch(/J\. Voorbeeld/);
  expect((await browser.get(example.loader, path, { number: 'V1999-0001.xml' })).status).toBe(404);
  expect((await sendFile(other, text)).status).toBe(303);
  expect(await lineStates(own.database, scene)).toEqual(['settled', 'settled', 'settled']);
});
