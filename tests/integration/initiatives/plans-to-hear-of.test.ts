import { expect, it } from 'vitest';
import { plansToHearOf } from '#app/modules/initiatives/queries/plans-to-hear-of.query.server.ts';
import { changeProfile } from '#app/modules/people/commands/change-profile.server.ts';
import { makeInitiative } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { contextOf } from '../people/signing-in.ts';

const test = useTestDatabase();

const theme = (slug: string, position: number) => ({
  slug,
  position,
  name: slug,
  nameEn: slug,
  description: '',
  descriptionEn: '',
});

it('shows the newest public plans of others in the chosen wijken and themes, and nothing without a choice', async () => {
  const { database } = test;
  await database.area.createMany({
    data: [
      { code: 'FC', name: 'Slotermeer-West', level: 'wijk' },
      { code: 'FQ', name: 'De Aker', level: 'wijk' },
    ],
  });
  await database.area.create({ data: { code: 'FC01', name: 'Buurt 5 Noord', level: 'buurt', parentCode: 'FC' } });
  await database.theme.createMany({ data: [theme('groen', 1), theme('sport', 2)] });
  const mine = await contextOf(database, 'horen@wijkbeurs.example');

  const inBuurt = await makeInitiative(database);
  await database.initiativeArea.create({ data: { initiativeId: inBuurt, areaCode: 'FC01' } });
  const onTheme = await makeInitiative(database);
  await database.initiativeTheme.create({ data: { initiativeId: onTheme, themeSlug: 'groen' } });
  const elsewhere = await makeInitiative(database);
  await database.initiativeArea.create({ data: { initiativeId: elsewhere, areaCode: 'FQ' } });
  await database.initiativeTheme.create({ data: { initiativeId: elsewhere, themeSlug: 'sport' } });
  const draft = await makeInitiative(database, { stage: 'draft' });
  const own = await makeInitiative(database, { submitterId: mine.actor.person.id });
  for (const initiativeId of [draft, own])
    await database.initiativeTheme.create({ data: { initiativeId, themeSlug: 'groen' } });

  const choose = async (areas: string[], themes: string[]) => {
    const rest = { name: '', nameIsPublic: false, locale: 'nl' as const, languages: [] };
    await changeProfile({ ...rest, areas, themes, mailOnSteps: true, mailOnWork: true }, mine);
    return (await plansToHearOf(database, mine.actor, 'nl')).map(({ id }) => id).sort();
  };
  expect(await choose([], [])).toEqual([]);
  expect(await choose(['FC'], [])).toEqual([inBuurt]);
  expect(await choose([], ['groen'])).toEqual([onTheme]);
  expect(await choose(['FC'], ['groen'])).toEqual([inBuurt, onTheme].sort());
});
