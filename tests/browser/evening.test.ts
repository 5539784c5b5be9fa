import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addDays, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { markAtDoor } from '#app/modules/gatherings/commands/mark-at-door.server.ts';
import { moveGathering } from '#app/modules/gatherings/commands/move-gathering.server.ts';
import { planGathering } from '#app/modules/gatherings/commands/plan-gathering.server.ts';
import { register } from '#app/modules/gatherings/commands/register.server.ts';
import { yearOf } from '#app/modules/gatherings/gathering.ts';
import { actorOfPerson } from '#app/modules/people/queries/actor.query.server.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { fillDemo, signInAs } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';
import { testSecret } from '#tests/support/test-secret.ts';

const product = useProduct({ fill: fillDemo });
const browser = useBrowser();
const phone = { viewport: { width: 390, height: 844 } };

function given<Value>(outcome: Outcome<Value, string>): Value {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

async function editor() {
  const { database } = product;
  const { id } = await database.person.findFirstOrThrow({ where: { email: 'redacteur@wijkbeurs.example' } });
  const now = new Date();
  return { database, now, actor: await actorOfPerson(database, id, { now, demo: true }) };
}

/** An evening that goes on, where `bewoner` is in. @returns its address and id */
async function beginEvening(): Promise<{ id: string; slug: string }> {
  const who = await editor();
  const { database, now } = who;
  const late = dayInAmsterdam(addMinutes(now, 180)) !== dayInAmsterdam(now);
  const startsAt = addMinutes(now, late ? 300 : 60);
  const area = await database.gatheringArea.findFirstOrThrow({ where: { year: yearOf(startsAt), name: 'De Aker' } });
  const id = newId();
  const content = {
    ...({ form: 'rounds', title: 'Avond in De Aker', about: 'Kom langs.', gatheringAreaId: area.id } as const),
    ...{ startsAt, endsAt: addMinutes(startsAt, 60), venueName: 'Zaal', venueAddress: 'Straat 1, Amsterdam' },
    ...{ capacity: 20, languages: ['nl'], childCare: '', accessibility: '', hosts: [] },
  };
  const slug = given(await planGathering({ formKey: id, content }, who));
  given(await moveGathering({ gatheringId: id, revision: 1, to: { state: 'announced' } }, who));
  const { id: personId, email } = await database.person.findFirstOrThrow({
    where: { email: 'bewoner@wijkbeurs.example' },
  });
  const registrationId = newId();
  const said = {
    ...({ name: 'Samira', comesAs: 'resident', comesFrom: '', areaCode: null, languages: ['nl'] } as const),
    ...{ themes: [], children: 0, accessWish: '', meetWish: '', comesFor: [], wantsToMeet: [] },
  };
  const order = { gatheringId: id, formKey: registrationId, who: { personId, email }, locale: 'nl', requester: '' } as const;
  given(await register({ ...order, content: { ...said, languages: ['nl'] } }, { database, now, secret: testSecret }));
  given(await moveGathering({ gatheringId: id, revision: 2, to: { state: 'begun' } }, who));
  const mark = { key: newId(), registrationId, direction: 'in', secondsAgo: 0 } as const;
  given(await markAtDoor({ gatheringId: id, marks: [mark] }, who));
  return { id, slug };
}

async function makeWorkshops(page: Page, slug: string): Promise<void> {
  await page.goto(`${product.url}/ontmoet-werk/${slug}`);
  await page.getByRole('link', { name: 'Workshops' }).click();
  await expectAccessible(page);
  for (const title of ['Plein ontwerpen', 'Samen koken']) {
    await page.getByRole('link', { name: 'Maak een workshop' }).click();
    await expectAccessible(page);
    await page.getByLabel('Titel').fill(title);
    await page.getByLabel('Hoeveel plekken?').fill('2');
    await page.getByRole('button', { name: 'Bewaar' }).click();
    await page.getByRole('heading', { name: title }).waitFor();
  }
}

test('an evening: workshop, question, promise, report, agenda item and its answer', async () => {
  const { id, slug } = await beginEvening();
  const desk = await browser.newPage();
  await signInAs(desk, product.url, 'redacteur');
  await makeWorkshops(desk, slug);

  const mine = await browser.newPage(phone);
  await signInAs(mine, product.url, 'bewoner');
  await mine.goto(`${product.url}/ontmoet/${slug}`);
  await mine.getByRole('link', { name: 'Workshops' }).click();
  await expectAccessible(mine);
  await mine.getByRole('button', { name: 'Kies Plein ontwerpen' }).click();
  await mine.getByText('Er is een plek voor je in Plein ontwerpen.', { exact: false }).waitFor();
  await mine.getByRole('button', { name: 'Wissel naar Samen koken' }).click();
  await mine.getByRole('button', { name: 'Geef je plek terug: Samen koken' }).waitFor();

  await mine.goto(`${product.url}/ontmoet/${slug}/vragen`);
  await expectAccessible(mine);
  browser.allowErrors(/422/);
  await mine.getByRole('button', { name: 'Zet de vraag erbij' }).click();
  await mine.getByRole('alert').first().waitFor();
  await mine.getByLabel('Hoe kunnen we …').fill('de speeltuin opknappen');
  await mine.getByLabel('zodat …').fill('kinderen er weer spelen');
  await mine.getByRole('button', { name: 'Zet de vraag erbij' }).click();
  const question = 'Hoe kunnen we de speeltuin opknappen, zodat kinderen er weer spelen?';
  await mine.getByText(question).waitFor();

  await desk.goto(`${product.url}/ontmoet-werk/${slug}/vragen`);
  await desk.getByText(question).waitFor();
  await expectAccessible(desk);
  await desk.getByLabel('De vraag', { exact: true }).first().fill('Hoe kunnen we vaker samen eten?');
  await desk.getByRole('button', { name: 'Zet erbij' }).click();
  // the phone hears of it by itself
  await mine.getByText('Hoe kunnen we vaker samen eten?').waitFor();

  await mine.goto(`${product.url}/ontmoet/${slug}/beloftes`);
  await expectAccessible(mine);
  await mine.getByLabel('Ik ga …').fill('De speeltuin opmeten');
  await mine.getByLabel('Wanneer is het gedaan?').fill(addDays(dayInAmsterdam(new Date()), 20));
  await mine.getByRole('button', { name: 'Beloof het' }).click();
  await mine.getByText('Je naam staat er niet bij.').waitFor();
  await mine.getByRole('button', { name: 'Ja, noem mij zo' }).click();
  await mine.getByText('Je wordt genoemd als: Samira').waitFor();

  given(await moveGathering({ gatheringId: id, revision: 3, to: { state: 'closed' } }, await editor()));
  await desk.goto(`${product.url}/ontmoet-werk/${slug}/verslag`);
  await expectAccessible(desk);
  await desk.getByLabel('Inleiding').fill('Het was een goede avond.');
  await desk.getByRole('button', { name: 'Bewaar' }).click();
  await desk.getByText('Bewaard.', { exact: false }).waitFor();
  await desk.getByRole('button', { name: 'Publiceer het verslag' }).click();
  await desk.getByText('Wat je hier verandert, is meteen zichtbaar.').waitFor();

  const reader = await browser.newPage(phone);
  await reader.goto(`${product.url}/ontmoet/${slug}`);
  await reader.getByRole('link', { name: 'Lees het verslag' }).click();
  await reader.getByText('De speeltuin opmeten').waitFor();
  expect(await reader.content()).toContain('Samira');
  await expectAccessible(reader);
  await mine.goto(`${product.url}/ontmoet/${slug}/beloftes`);
  await mine.getByRole('button', { name: 'Haal mijn naam weg' }).click();
  await mine.getByRole('button', { name: 'Ja, noem mij zo' }).waitFor();
  await reader.reload();
  expect(await reader.content()).not.toContain('Samira');
  expect(await (await reader.request.get(`${product.url}/ontmoet/${slug}/verslag.json`)).text()).not.toContain('Samira');

  await mine.getByLabel('Gelukt', { exact: true }).check();
  await mine.getByRole('button', { name: 'Geef antwoord' }).click();
  await mine.getByText('Je antwoord telt mee', { exact: false }).waitFor();
  await expectAccessible(mine);

  await desk.goto(`${product.url}/ontmoet-werk/${slug}/agenda`);
  await expectAccessible(desk);
  const team = await product.database.body.findFirstOrThrow({ where: { slug: 'eigenaarschap-inclusie-democratie' } });
  await desk.getByLabel('Aan wie?').selectOption(team.id);
  await desk.getByLabel('Titel').fill('Knap de speeltuin op');
  await desk.getByLabel('Wat vraag je?').fill('Zet de speeltuin op de agenda, samen met de kinderen.');
  await desk.getByLabel(question).check();
  await desk.getByRole('button', { name: 'Breng in' }).click();
  await desk.getByRole('heading', { name: 'Knap de speeltuin op' }).waitFor();

  const chair = await browser.newPage();
  await signInAs(chair, product.url, 'voorzitter');
  await chair.goto(`${product.url}/agendapunten`);
  await expectAccessible(chair);
  await chair.getByRole('link', { name: 'Knap de speeltuin op' }).click();
  await expectAccessible(chair);
  await chair.getByLabel('Ja, dit pakken we op').check();
  await chair.getByLabel('Leg het uit').fill('In het voorjaar beginnen we met de kinderen te tekenen.');
  await chair.getByRole('button', { name: 'Geef antwoord' }).click();
  await chair.getByText('Het antwoord is gegeven.', { exact: false }).waitFor();

  await reader.reload();
  await reader.getByText('In het voorjaar beginnen we', { exact: false }).waitFor();
  await reader.goto(`${product.url}/opgaveteams/eigenaarschap-inclusie-democratie`);
  await reader.getByText('In het voorjaar beginnen we', { exact: false }).waitFor();
  await mine.goto(`${product.url}/ontmoet`);
  await mine.getByText('In het voorjaar beginnen we', { exact: false }).waitFor();
  await expectAccessible(mine);
  const mails = async () => product.database.demoMail.findMany({ where: { toAddress: 'bewoner@wijkbeurs.example' } });
  await expect
    .poll(async () => (await mails()).filter(({ subject }) => subject === 'Er is antwoord: Knap de speeltuin op').length, {
      timeout: 20_000,
    })
    .toBe(1);
});
