import { beforeAll, describe, expect, it } from 'vitest';
import { addMinutes } from '#app/kernel/instant.ts';
import { newId } from '#app/kernel/ids.ts';
import { readAccounts } from '#app/modules/bank/commands/read-accounts.server.ts';
import * as allowances from '#app/routes/mijn-vergoedingen._index.tsx';
import * as account from '#app/routes/mijn-vergoedingen.rekening.tsx';
import * as download from '#app/routes/mijn.gegevens.download.tsx';
import { loadProgramme } from '#app/modules/programme/commands/load-programme.server.ts';
import { makePerson, testNow } from '#tests/factories/index.ts';
import { Browser, browserOf } from '#tests/integration/people/visiting.ts';
import { testSealingKeys } from '#tests/support/bank-keys.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const test = useTestDatabase();
const path = '/mijn-vergoedingen/rekening';
const iban = 'NL35WIJK0123456789';

beforeAll(async () => loadProgramme(test.database));

let count = 0;
async function somebody() {
  count += 1;
  const email = `rekening-${String(count)}@wijkbeurs.example`;
  const { browser } = await browserOf(test.database, email);
  const { id } = await test.database.person.findUniqueOrThrow({ where: { email } });
  return { browser, id, email };
}

/** As if they signed in this many minutes ago. */
const signedInAgo = async (personId: string, minutes: number) =>
  test.database.session.updateMany({
    where: { personId },
    data: { createdAt: new Date(testNow.getTime() - minutes * 60_000) },
  });

const save = async (browser: Browser, given: Record<string, string> = {}) =>
  browser.post(account.action, path, {
    intent: 'save',
    formKey: newId(),
    replaces: '',
    iban,
    holder: 'J. de Vries',
    ...given,
  });

const seen = async (browser: Browser) =>
  (await browser.get(account.loader, path)).data as {
    account: { id: string; lastFour: string } | null;
    freshUntil: Date | null;
    looks: { kind: string; number: string }[];
  };

describe('the page of one’s account', () => {
  it('is for who is signed in, and a number that was typed does not come back to another', async () => {
    const visitor = new Browser(test.database, 'live');
    expect((await visitor.get(account.loader, path)).location).toBe(`/inloggen?naar=${encodeURIComponent(path)}`);
    const posted = await save(visitor);
    expect(posted.status).toBe(302);
    expect(posted.location).toBe(`/inloggen?naar=${encodeURIComponent(path)}`);
  });

  it('saves, shows it masked, changes and removes it', async () => {
    const { browser, id } = await somebody();
    expect(await seen(browser)).toMatchObject({ account: null, looks: [] });
    expect((await save(browser, { iban: 'nl35 wijk 0123 4567 89' })).location).toBe(path);
    const first = await seen(browser);
    expect(first.account).toMatchObject({ lastFour: '6789' });
    expect(JSON.stringify(first)).not.toMatch(/WIJK|012345|Vries/);
    const next = { iban: 'BE68 5390 0754 7034', replaces: first.account?.id ?? '' };
    expect((await save(browser, next)).location).toBe(path);
    const second = await seen(browser);
    expect(second.account).toMatchObject({ country: 'BE', lastFour: '7034' });
    const removed = { intent: 'remove', accountId: second.account?.id ?? '' };
    expect((await browser.post(account.action, path, removed)).location).toBe(path);
    // pressed twice
    expect((await browser.post(account.action, path, removed)).location).toBe(path);
    expect((await seen(browser)).account).toBeNull();
    expect(await test.database.bankAccount.count({ where: { personId: id, endedAt: null } })).toBe(0);
  });

  it('names the mistake beside its field and keeps what was typed', async () => {
    const { browser } = await somebody();
    const answer = await save(browser, { iban: 'NL35 WIJK 0123 4567 8', holder: 'Jansen # Zoon' });
    expect(answer.status).toBe(422);
    expect((answer.data as { reply: unknown }).reply).toMatchObject({
      error: {
        iban: ['bank:refusal.iban-length?country=NL&expected=18&given=17'],
        holder: ['bank:refusal.holder-characters?characters=%23'],
      },
      initialValue: { iban: 'NL35 WIJK 0123 4567 8', holder: 'Jansen # Zoon' },
    });
  });

  it('asks to sign in again, leads back, and then takes it', async () => {
    const { browser, id, email } = await somebody();
    expect((await seen(browser)).freshUntil).toEqual(new Date(testNow.getTime() + 15 * 60_000));
    await signedInAgo(id, 16);
    expect((await seen(browser)).freshUntil).toBeNull();
    const late = await save(browser);
    expect(late.status).toBe(422);
    expect(late.data).toMatchObject({ isTooLate: true });
    expect(await test.database.bankAccount.count({ where: { personId: id } })).toBe(0);
    const again = await browser.post(account.action, path, { intent: 'sign-in-again' });
    expect(again.location).toBe(`/inloggen?naar=${encodeURIComponent(path)}`);
    expect(await test.database.session.count({ where: { personId: id } })).toBe(0);
    // both codes are of one instant, so that which is the latest would be chance
    await test.database.signInCode.deleteMany({ where: { email } });
    const back = await browserOf(test.database, email, { naar: path });
    expect(back.entered.location).toBe(path);
    expect((await save(back.browser)).location).toBe(path);
  });

  it('removes also without a fresh sign-in, and nothing of somebody else', async () => {
    const [mine, theirs] = [await somebody(), await somebody()];
    await save(mine.browser);
    const accountId = (await seen(mine.browser)).account?.id ?? '';
    const remove = async (browser: Browser, which: string) =>
      browser.post(account.action, path, { intent: 'remove', accountId: which });
    expect((await remove(theirs.browser, accountId)).status).toBe(404);
    expect((await remove(theirs.browser, "' or 1=1")).status).toBe(404);
    await signedInAgo(mine.id, 60 * 24);
    expect((await remove(mine.browser, accountId)).location).toBe(path);
    expect((await mine.browser.post(account.action, path, { intent: 'look' })).status).toBe(400);
  });

  it('tells who saw the number by role and payment, not by name', async () => {
    const { browser, id } = await somebody();
    await save(browser);
    const treasurer = await makePerson(test.database, { name: 'Petra Penning' });
    const accountId = (await seen(browser)).account?.id ?? '';
    const yesterday = addMinutes(testNow, -24 * 60);
    const look = { lookerId: treasurer, reason: 'payment:V2026-0003', at: yesterday, keys: testSealingKeys } as const;
    await test.database.$transaction(async (tx) => readAccounts(tx, [accountId], look));
    await browser.get(download.loader, '/mijn/gegevens/download');
    const view = await seen(browser);
    expect(view.looks).toEqual([
      expect.objectContaining({ kind: 'own-download', lastFour: '6789' }),
      expect.objectContaining({ kind: 'payment', number: 'V2026-0003', at: yesterday }),
    ]);
    expect(JSON.stringify(view)).not.toMatch(/Petra/);
    expect(JSON.stringify(view)).not.toContain(treasurer);
    expect(await test.database.bankAccountLook.count({ where: { lookerId: id } })).toBe(1);
  });
});

it('is on the page of one’s allowances, masked', async () => {
  const { browser } = await somebody();
  const of = async () =>
    ((await browser.get(allowances.loader, '/mijn-vergoedingen')).data as { account: unknown }).account;
  expect(await of()).toBeNull();
  await save(browser);
  expect(await of()).toMatchObject({ country: 'NL', lastFour: '6789' });
});

it('is whole in one’s own download, also where it ended', async () => {
  const { browser, email } = await somebody();
  await save(browser);
  await browser.post(account.action, path, {
    intent: 'remove',
    accountId: (await seen(browser)).account?.id ?? '',
  });
  const { response } = await browser.get(download.loader, '/mijn/gegevens/download');
  const file = (await response?.json()) as { account: unknown; bankAccounts: unknown };
  expect(file.account).toMatchObject({ email });
  expect(file.bankAccounts).toEqual([
    { iban, holder: 'J. de Vries', addedAt: testNow.toISOString(), endedAt: testNow.toISOString(), seen: [] },
  ]);
});
