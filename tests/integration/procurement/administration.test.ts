import { describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { addKind, changeKind } from '#app/modules/procurement/commands/write-kind.server.ts';
import { setLimit } from '#app/modules/procurement/commands/set-limit.server.ts';
import { kindHistory, limitsView } from '#app/modules/procurement/queries/administration.query.server.ts';
import { kindChoices } from '#app/modules/procurement/queries/kinds.query.server.ts';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { makeOrganisation, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { administrator, limitOf } from './limits.ts';

const own = useTestDatabase();

const oneToOne = (amount: number, formKey = newId()) =>
  limitOf({ which: 'one-to-one', beginsOn: '2026-01-01', endsOn: null, amount, formKey });

describe('limits', () => {
  test('those of Europe are there with their source, that of the municipality is not', async () => {
    const { now, history } = await limitsView(own.database, testNow);
    expect(now.map(({ which, limit }) => [which, limit?.amount ?? null])).toEqual([
      ['eu-general', 216_000_00],
      ['eu-social', 750_000_00],
      ['one-to-one', null],
    ]);
    expect(history.every(({ source, isToConfirm }) => source.includes('2014/24/EU') && isToConfirm)).toBe(true);
  });

  test('a newer row takes the place of the older, which stays; the same form twice is one row', async () => {
    const context = await administrator(own.database);
    const form = oneToOne(50_000_00);
    expect(await setLimit(form, context)).toMatchObject({ ok: true });
    expect(await setLimit({ ...form }, context)).toMatchObject({ ok: true });
    expect(await setLimit(oneToOne(60_000_00), context)).toMatchObject({ ok: true });
    const { now, history } = await limitsView(own.database, testNow);
    expect(now.find(({ which }) => which === 'one-to-one')?.limit?.amount).toBe(60_000_00);
    expect(history.filter(({ which }) => which === 'one-to-one').map(({ amount }) => amount)).toEqual([
      60_000_00, 50_000_00,
    ]);
    // the key of somebody else's form
    expect(await setLimit(form, await administrator(own.database))).toMatchObject({ reason: 'form-key-invalid' });
    expect(await setLimit({ ...form, formKey: 'x' }, context)).toMatchObject({ reason: 'form-key-invalid' });
  });

  test('only an administrator with a second factor', async () => {
    const before = await own.database.procurementLimit.count();
    for (const role of ['controlegroep', 'budget_holder', 'programme_manager'] as const)
      expect(await setLimit(oneToOne(1), await administrator(own.database, { role }))).toMatchObject({
        reason: 'role-needed',
      });
    expect(await setLimit(oneToOne(1), await administrator(own.database, { secondFactor: false }))).toMatchObject({
      reason: 'second-factor-needed',
    });
    expect(await own.database.procurementLimit.count()).toBe(before);
  });

  test('PostgreSQL keeps what was filled in', async () => {
    await expect(own.database.procurementLimit.updateMany({ data: { amountCents: 1n } })).rejects.toThrow(
      /record_append_only/,
    );
    await expect(own.database.procurementLimit.deleteMany()).rejects.toThrow(/record_append_only/);
    await expect(own.database.$executeRaw`truncate procurement_limit`).rejects.toThrow(/record_append_only/);
    const row = { ...(await own.database.procurementLimit.findFirstOrThrow()), id: newId(), sequence: undefined };
    const { sequence: _sequence, ...again } = row;
    await expect(own.database.procurementLimit.create({ data: { ...again, amountCents: 0n } })).rejects.toThrow(
      /procurement_limit_amount/,
    );
    await expect(
      own.database.procurementLimit.create({ data: { ...again, endsOn: new Date('2025-01-01') } }),
    ).rejects.toThrow(/procurement_limit_period/);
    await expect(own.database.procurementLimit.create({ data: { ...again, source: ' ' } })).rejects.toThrow(
      /procurement_limit_texts/,
    );
  });
});

describe('kinds of work', () => {
  const words = { name: 'Vertalen', nameEn: 'Translation', regime: 'general', reason: 'Nodig.' } as const;

  test('is added once, gets another name, ends, and keeps its history', async () => {
    const context = await administrator(own.database);
    const formKey = newId();
    expect(await addKind({ formKey, ...words }, context)).toMatchObject({ ok: true });
    expect(await addKind({ formKey, ...words }, context)).toMatchObject({ ok: true });
    expect(await addKind({ formKey: newId(), ...words }, context)).toMatchObject({ reason: 'name-taken' });
    expect(await addKind({ formKey: 'nee', ...words }, context)).toMatchObject({ reason: 'form-key-invalid' });
    const change = { slug: 'vertalen', ...words, name: 'Vertalen en tolken', nameEn: 'Interpreting', revision: 1 };
    expect(await changeKind({ ...change, endsOn: calendarDate('2026-12-31') }, context)).toMatchObject({ ok: true });
    expect(await changeKind({ ...change, endsOn: null }, context)).toMatchObject({ reason: 'changed-meanwhile' });
    expect(await changeKind({ ...change, slug: 'geen', endsOn: null }, context)).toMatchObject({
      reason: 'kind-unknown',
    });
    expect((await kindHistory(own.database, 'vertalen'))?.versions.map(({ name }) => name)).toEqual([
      'Vertalen en tolken',
      'Vertalen',
    ]);
    const party = await makeOrganisation(own.database);
    const names = async (day: string) =>
      (await kindChoices(own.database, party, calendarDate(day))).map(({ name }) => name);
    expect(await names('2026-12-31')).toContain('Vertalen en tolken');
    expect(await names('2027-01-01')).not.toContain('Vertalen en tolken');
    expect(await kindChoices(own.database, null, calendarDate('2026-12-31'))).toEqual([]);
    expect(await kindHistory(own.database, "'; --")).toBeNull();
  });

  test('only an administrator; PostgreSQL removes none and wants to know who changed it', async () => {
    const reading = await administrator(own.database, { role: 'controlegroep' });
    expect(await addKind({ formKey: newId(), ...words }, reading)).toMatchObject({ reason: 'role-needed' });
    expect(await changeKind({ slug: 'ict', ...words, endsOn: null, revision: 1 }, reading)).toMatchObject({
      reason: 'role-needed',
    });
    await expect(own.database.serviceKind.delete({ where: { slug: 'ict' } })).rejects.toThrow();
    await expect(own.database.serviceKind.update({ where: { slug: 'ict' }, data: { name: 'Anders' } })).rejects.toThrow(
      /service_kind_stays/,
    );
    await expect(
      own.database.serviceKind.update({ where: { slug: 'ict' }, data: { name: 'Anders', revision: 2 } }),
    ).rejects.toThrow(/service_kind_has_version/);
  });
});
