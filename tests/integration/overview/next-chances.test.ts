import { expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { nextChances } from '#app/modules/overview/queries/next-chances.query.server.ts';
import { makeBody, makeCriteria, makeFund, makeInitiative, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();

test('plans that lost hear of rounds for their area or theme, with money that is free', async () => {
  const { database } = own;
  for (const code of ['TX', 'TY'])
    await database.area.upsert({ where: { code }, create: { code, name: `Wijk ${code}`, level: 'wijk' }, update: {} });
  for (const slug of ['sport-en-spel', 'zorg-en-welzijn'])
    await database.theme.upsert({
      where: { slug },
      create: { slug, position: 90, name: slug, nameEn: slug, description: slug, descriptionEn: slug },
      update: {},
    });
  const lost = await makeInitiative(database, { stage: 'accepted' });
  await database.initiativeTheme.create({ data: { initiativeId: lost, themeSlug: 'sport-en-spel' } });
  const roundOf = async (of: { area?: string; theme?: string; amountCents: number | null }) => {
    const bodyId = await makeBody(database);
    if (of.area !== undefined) await database.bodyArea.create({ data: { bodyId, areaCode: of.area } });
    if (of.theme !== undefined) await database.bodyTheme.create({ data: { bodyId, themeSlug: of.theme } });
    const fundId = await makeFund(database, { bodyId, amountCents: of.amountCents });
    const id = newId();
    const { versionId: criteriaVersionId } = await makeCriteria(database, { bodyId });
    const period = { state: 'open', opensOn: testNow, closesOn: testNow, minimumReviews: 1 };
    await database.round.create({
      data: { id, slug: id, title: 'Ronde', bodyId, criteriaVersionId, fundId, ...period },
    });
    return id;
  };
  const here = await roundOf({ area: 'TX', amountCents: 5_00 });
  const ofTheme = await roundOf({ theme: 'sport-en-spel', amountCents: 5_00 });
  await roundOf({ area: 'TX', amountCents: null });
  await roundOf({ area: 'TY', amountCents: 5_00 });
  await roundOf({ theme: 'zorg-en-welzijn', amountCents: 5_00 });
  const { rounds } = await nextChances(database, { areaCodes: ['TX'], initiativeIds: [lost] }, testNow);
  expect(rounds.map(({ slug }) => slug).sort()).toEqual([here, ofTheme].sort());
});
