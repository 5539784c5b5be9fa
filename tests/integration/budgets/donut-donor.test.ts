import { beforeAll, describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { makeChange } from '#app/modules/budgets/commands/make-change.server.ts';
import { writeDonor, type WriteDonor } from '#app/modules/donutfonds/commands/write-donor.server.ts';
import { donorForm } from '#app/modules/donutfonds/form.ts';
import { donutYearJson } from '#app/modules/donutfonds/public-json.ts';
import { donorsWork } from '#app/modules/donutfonds/queries/donors.query.server.ts';
import { donutYear } from '#app/modules/donutfonds/queries/public-year.query.server.ts';
import { openMoneySource } from '#app/modules/ledger/commands/open-money-source.server.ts';
import { makeBody, makeMembership, makeOrganisation, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { by, makeDonutfonds, today, type DonutScene, type Who } from './donut-scene.ts';

const own = useTestDatabase();
let officeId: string;

beforeAll(async () => {
  officeId = await makeBody(own.database, { slug: 'programmabureau', kind: 'programme' });
});

/** A donutfonds that lives on gifts, with an approved pledge of 1,000 euro; `chair` has the role in the office. */
async function withGifts() {
  const scene = await makeDonutfonds(own.database);
  await makeMembership(own.database, { personId: scene.people.chair, bodyId: officeId, role: 'programme_manager' });
  const persons = { proposerId: scene.people.manager, approverId: scene.people.budgetHolder, at: testNow };
  const pledgeId = await own.database.$transaction(async (tx) => {
    const moneySourceId = await openMoneySource(tx, {
      slug: `giften-${newId()}`,
      kind: 'donation',
      form: 'money',
      name: 'Giften',
      nameEn: 'Gifts',
      conditions: '',
      conditionsEn: '',
      beginsOn: calendarDate('2026-01-01'),
      endsOn: calendarDate('2099-12-31'),
      overprogrammingBps: 0,
      isExample: false,
      amount: null,
      at: testNow,
    });
    const gift = { amount: cents(1_000_00), reason: 'Gift.', occurredOn: calendarDate('2026-11-21') };
    const number = await makeChange(tx, { kind: 'pledge', moneySourceId, ...gift }, persons);
    return (await tx.budgetChange.findUniqueOrThrow({ where: { number } })).id;
  });
  return { scene, pledgeId };
}

const gift = (pledgeId: string, changes: Partial<WriteDonor> = {}): WriteDonor => ({
  formKey: newId(),
  donorId: null,
  revision: 0,
  pledgeId,
  kind: 'resident',
  display: 'anonymous',
  name: '',
  organisationId: null,
  amount: cents(100_00),
  showAmount: false,
  ...changes,
});

const write = async (scene: DonutScene, order: WriteDonor, who: Who = 'chair') =>
  writeDonor(order, await by(own.database, scene, who));

async function written(scene: DonutScene, order: WriteDonor): Promise<string> {
  const outcome = await write(scene, order);
  if (!outcome.ok) throw new Error(`not written: ${outcome.reason}`);
  return outcome.value;
}

describe('a donor', () => {
  test('is written by the programme manager of the office alone, with a second factor', async () => {
    const { scene, pledgeId } = await withGifts();
    for (const who of ['manager', 'budgetHolder', 'loket', 'outsider', 'one'] as const)
      expect(await write(scene, gift(pledgeId), who)).toEqual({ ok: false, reason: 'role-needed' });
    const plain = await by(own.database, scene, 'chair', { secondFactor: false });
    expect(await writeDonor(gift(pledgeId), plain)).toEqual({ ok: false, reason: 'second-factor-needed' });
    expect(await write(scene, gift(pledgeId))).toMatchObject({ ok: true });
  });

  test('of who stays anonymous, or becomes so, keeps no name; round the command neither', async () => {
    const { scene, pledgeId } = await withGifts();
    const id = await written(scene, gift(pledgeId, { display: 'name', name: ' Familie De Vries ', showAmount: true }));
    const before = await own.database.donor.findUniqueOrThrow({ where: { id } });
    expect(before).toMatchObject({ name: 'Familie De Vries', display: 'name', revision: 1 });
    const hidden = gift(pledgeId, { donorId: id, revision: 1, name: 'Familie De Vries' });
    expect(await write(scene, hidden)).toMatchObject({ ok: true });
    expect(await own.database.donor.findUniqueOrThrow({ where: { id } })).toMatchObject({ name: '', revision: 2 });
    await expect(
      own.database.donor.update({ where: { id }, data: { name: 'Familie De Vries', revision: 3 } }),
    ).rejects.toThrow(/donor_display/);
  });

  test('gives within the pledge, also when two are written at once', async () => {
    const { scene, pledgeId } = await withGifts();
    expect(await write(scene, gift(pledgeId, { amount: cents(0) }))).toMatchObject({ reason: 'amount-not-positive' });
    expect(await write(scene, gift(pledgeId, { amount: cents(1_000_01) }))).toMatchObject({
      reason: 'more-than-pledged',
    });
    const outcomes = await Promise.all([1, 2].map(async () => write(scene, gift(pledgeId, { amount: cents(500_01) }))));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: 'more-than-pledged' });
    expect(await write(scene, gift(pledgeId, { amount: cents(499_99) }))).toMatchObject({ ok: true });
    expect((await donorsWork(own.database)).pledges.find(({ id }) => id === pledgeId)).toMatchObject({ left: 0 });
  });

  test('is written once by a double post, and changed by one of two', async () => {
    const { scene, pledgeId } = await withGifts();
    const order = gift(pledgeId);
    const id = await written(scene, order);
    expect(await write(scene, order)).toEqual({ ok: true, value: id });
    const change = { donorId: id, revision: 1, amount: cents(200_00) };
    const outcomes = await Promise.all([1, 2].map(async () => write(scene, gift(pledgeId, change))));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: 'changed-meanwhile' });
    expect(await own.database.donor.count({ where: { pledgeId } })).toBe(1);
  });

  test('is not there for a forged id, and its pledge is one of donations', async () => {
    const { scene, pledgeId } = await withGifts();
    const coalition = await own.database.budgetChange.findFirst({
      where: { moneySourceId: scene.moneySourceId, kind: 'pledge' },
    });
    for (const forged of ['', 'x', newId(), coalition?.id ?? newId()])
      expect(await write(scene, gift(forged))).toMatchObject({ reason: 'pledge-unknown' });
    for (const donorId of ['', '../etc', newId()])
      expect(await write(scene, gift(pledgeId, { donorId, revision: 1 }))).toMatchObject({ reason: 'donor-unknown' });
    const company = { kind: 'company', display: 'name' } as const;
    for (const organisationId of ['x', newId()])
      expect(await write(scene, gift(pledgeId, { ...company, organisationId }))).toMatchObject({
        reason: 'organisation-unknown',
      });
    expect(await write(scene, gift(pledgeId, { ...company, name: ' ' }))).toMatchObject({ reason: 'name-missing' });
    expect(await write(scene, gift(pledgeId, { ...company, name: 'x'.repeat(121) }))).toMatchObject({
      reason: 'name-missing',
    });
  });

  test('is a resident by name only, never tied to an organisation', async () => {
    const { scene, pledgeId } = await withGifts();
    const organisationId = await makeOrganisation(own.database);
    const id = await written(scene, gift(pledgeId, { display: 'name', name: 'Een buur', organisationId }));
    expect(await own.database.donor.findUniqueOrThrow({ where: { id } })).toMatchObject({ organisationId: null });
    const other = await written(scene, gift(pledgeId, { kind: 'company', display: 'name', organisationId }));
    expect(await own.database.donor.findUniqueOrThrow({ where: { id: other } })).toMatchObject({
      organisationId,
      name: '',
    });
  });
});

describe('the public page', () => {
  test('shows each as they wish, and no sum that gives away the rest', async () => {
    const { scene, pledgeId } = await withGifts();
    const { moneySourceId } = await own.database.budgetChange.findUniqueOrThrow({ where: { id: pledgeId } });
    const living = await makeDonutfonds(own.database, {
      fundCents: null,
      ...(moneySourceId === null ? {} : { moneySourceId }),
    });
    const view = async () => {
      const found = await donutYear(own.database, living.year, today(living));
      if (found === null) throw new Error('no year');
      return found;
    };
    await written(scene, gift(pledgeId, { kind: 'company', display: 'name', name: 'Bakker', showAmount: true }));
    await written(scene, gift(pledgeId));
    expect(await view()).toMatchObject({
      donated: 200_00,
      donors: [
        { kind: 'company', name: 'Bakker', amount: 100_00 },
        { kind: 'resident', name: null, organisation: null, amount: null },
      ],
    });
    const named = { display: 'name', name: 'Familie De Vries' } as const;
    // two hidden amounts: the sum says nothing of either
    const id = await written(scene, gift(pledgeId, named));
    expect(await view()).toMatchObject({ donated: 300_00 });
    const anonymous = await own.database.donor.findFirstOrThrow({ where: { pledgeId, display: 'anonymous' } });
    await written(scene, gift(pledgeId, { donorId: anonymous.id, revision: 1, showAmount: true }));
    const alone = await view();
    expect(alone).toMatchObject({ donated: null });
    const json = JSON.stringify(donutYearJson(alone));
    expect(json).not.toContain(id);
    expect(json).not.toContain(pledgeId);
  });
});

describe('the form', () => {
  const typed = {
    formKey: newId(),
    revision: '0',
    pledgeId: newId(),
    kind: 'company',
    display: 'name',
    name: 'Bakker',
    amount: '1.234,56',
    showAmount: 'yes',
  };
  const mistakes = (changes: Record<string, string | undefined>) => {
    const read = donorForm.safeParse({ ...typed, ...changes });
    return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  };

  test('reads Dutch amounts', () => {
    expect(donorForm.parse(typed)).toMatchObject({ amount: 1_234_56, organisationId: '' });
  });

  test.each([
    [{ name: '' }, 'name: donutfonds:mistake.donorName'],
    [{ name: '', organisationId: 'x' }, 'name: donutfonds:mistake.donorName'],
    [{ amount: '0' }, 'amount: forms:amount-zero'],
    [{ amount: '-5' }, 'amount: forms:amount-negative'],
    [{ amount: '99.999.999.999,00' }, 'amount: forms:amount-huge'],
    [{ amount: 'veel' }, 'amount: forms:amount-notation'],
    [{ pledgeId: 'x' }, 'pledgeId: forms:choose'],
    [{ formKey: 'x' }, 'formKey: donutfonds:mistake.form'],
  ])('says what is wrong with %j', (changes, mistake) => {
    expect(mistakes(changes)).toEqual([mistake]);
  });

  test.each(['kind', 'display', 'showAmount', 'pledgeId'])('needs %s', (field) => {
    expect(mistakes({ [field]: undefined })).toHaveLength(1);
  });

  test('lets anonymous and an organisation go without a name', () => {
    expect(mistakes({ display: 'anonymous', name: '' })).toEqual([]);
    expect(mistakes({ name: '', organisationId: newId() })).toEqual([]);
  });
});
