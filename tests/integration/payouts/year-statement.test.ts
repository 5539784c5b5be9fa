import { describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { tellCircumstances } from '#app/modules/allowances/commands/tell-circumstances.server.ts';
import { settleLines } from '#app/modules/payouts/commands/settle-lines.server.ts';
import { statementYears, yearStatement } from '#app/modules/payouts/queries/year-statement.query.server.ts';
import * as yearsPage from '#app/routes/mijn-vergoedingen.jaaropgave._index.tsx';
import * as pdfPage from '#app/routes/mijn-vergoedingen.jaaropgave.$year[.pdf].ts';
import { testNow } from '#tests/factories/index.ts';
import { acting, claim } from '#tests/integration/allowances/scene.ts';
import { browserOf } from '#tests/integration/allowances/by-browser.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { readPdf } from '#tests/support/pdf-text.ts';
import { cameBack, confirmReturns, statementText, take } from './bank.ts';
import { aSent, makePayouts, worked, type PayoutScene } from './scene.ts';

const own = useTestDatabase();
const spaces = (text: string) => text.replaceAll(/\s/g, ' ');

async function settled(scene: PayoutScene, day = '2026-11-25') {
  const batch = await aSent(own.database, scene);
  const lines = batch.lines.map(({ id }) => ({ lineId: id, settledOn: calendarDate(day), settledBy: 'statement-1' }));
  await own.database.$transaction(async (tx) =>
    settleLines(tx, { batchId: batch.id, lines, occasion: 'statement-1', at: testNow }),
  );
  return batch;
}

const statement = async (scene: PayoutScene, year = '2026') =>
  yearStatement(own.database, acting(own.database, scene, scene.volunteerId).actor, year);

describe('what a volunteer got in a year', () => {
  test('is what was approved for its work and what was paid in it, to the cent', async () => {
    const scene = await makePayouts(own.database);
    await worked(own.database, scene, { day: calendarDate('2026-10-05'), minutes: 90 });
    // what waits is not on it, nor what was worked before
    await worked(own.database, scene, { day: calendarDate('2025-12-31'), minutes: 30 });
    const batch = await settled(scene);
    await claim(own.database, scene, { day: '2026-11-02', minutes: 30 });
    await worked(own.database, scene, { day: calendarDate('2026-11-03') });
    await claim(own.database, scene, { day: '2026-11-04', minutes: 30 });
    await tellCircumstances(
      { turns21On: null, elsewhere: { year: 2026, amount: cents(300_00) } },
      acting(own.database, scene, scene.volunteerId),
    );
    const view = await statement(scene);
    expect(view).toMatchObject({
      organisation: 'Stichting Voorbeeld Nieuw-West',
      months: [
        { month: '2026-10-01', minutes: 90, hours: 840, expenses: 0 },
        { month: '2026-11-01', minutes: 150, hours: 1400, expenses: 0 },
      ],
      approved: 2240,
      payments: [{ paidOn: '2026-11-25', number: batch.number, amount: 280 + 840 + 560, returnedOn: null }],
      paid: 1680,
      // half an hour and an hour that were approved after the payment
      notPaidYet: 840,
      elsewhere: 300_00,
      most: { month: 220_00, year: 2200_00 },
    });
    expect(await statement(scene, '2025')).toMatchObject({ approved: 280, payments: [], paid: 0, notPaidYet: 0 });
    const years = await statementYears(own.database, acting(own.database, scene, scene.volunteerId).actor);
    expect(years).toEqual([2026, 2025]);
  });

  test('does not count what came back', async () => {
    const scene = await makePayouts(own.database);
    const batch = await settled(scene);
    await take(own.database, scene, statementText(batch.lines.map((line) => cameBack(line))));
    expect(await confirmReturns(own.database, scene)).toBe(1);
    expect(await statement(scene)).toMatchObject({
      payments: [{ amount: 560, returnedOn: '2026-11-21' }],
      paid: 0,
      notPaidYet: 560,
    });
  });

  test.each(['2024', '26', '2026.5', '02026', 'x', ''])('is not there for %j', async (year) => {
    const scene = await makePayouts(own.database);
    expect(await statement(scene, year)).toBeNull();
  });
});

describe('the paper', () => {
  const open = async (personId: string, year = '2026') => {
    const browser = await browserOf(own.database, personId, 'bewoner');
    return browser.get(pdfPage.loader, `/mijn-vergoedingen/jaaropgave/${year}.pdf`, { year });
  };

  test('says it all to a screen reader, holds no bank account, is the same every time and kept nowhere', async () => {
    const scene = await makePayouts(own.database);
    await own.database.person.update({ where: { id: scene.volunteerId }, data: { name: 'Łucja Şahin' } });
    const batch = await settled(scene);
    const answers = [await open(scene.volunteerId), await open(scene.volunteerId)];
    for (const { status, response } of answers) {
      expect(status).toBe(200);
      expect(response?.headers.get('cache-control')).toBe('private, no-store');
      expect(response?.headers.get('content-disposition')).toBe('inline; filename="jaaropgave-2026.pdf"');
    }
    const [first, second] = await Promise.all(
      answers.map(async ({ response }) => new Uint8Array((await response?.arrayBuffer()) ?? new ArrayBuffer(0))),
    );
    expect(first).toEqual(second);
    const { file, parts } = await readPdf(first ?? new Uint8Array());
    expect(file.getTitle()).toBe('Jaaropgave vrijwilligersvergoeding 2026');
    expect(parts.filter(({ tag }) => tag === 'H1')).toHaveLength(1);
    const texts = parts.map(({ text }) => spaces(text));
    const all = texts.join('\n');
    expect(all).toContain('Voor: Łucja Şahin');
    expect(all).toContain('Betaald door: Stichting Voorbeeld Nieuw-West');
    expect(all).toContain('Dit is geen loonstrook');
    expect(texts).toEqual(
      expect.arrayContaining(['november 2026', '1:00', '€ 5,60', '25 november 2026', batch.number]),
    );
    expect(all).toContain('hooguit € 2.200,00 krijgen');
    const { lastFour } = await own.database.bankAccount.findFirstOrThrow({ where: { personId: scene.volunteerId } });
    expect(all).not.toContain(lastFour);
    expect(all).not.toContain('WIJK');
  });

  test('is there for nobody else', async () => {
    const scene = await makePayouts(own.database);
    expect((await open(scene.coordinatorId)).status).toBe(404);
    const browser = await browserOf(own.database, scene.coordinatorId, 'bewoner');
    expect((await browser.get(yearsPage.loader, '/mijn-vergoedingen/jaaropgave')).data).toMatchObject({ years: [] });
  });
});
