import { describe, expect, test } from 'vitest';
import { loadProgramme } from '#app/modules/programme/commands/load-programme.server.ts';
import * as programme from '#prisma/programme/index.ts';
import { makePerson } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();

async function counts() {
  const { database } = own;
  return {
    sources: await database.sourcePaper.count(),
    areas: await database.area.count(),
    themes: await database.theme.count(),
    organisations: await database.organisation.count(),
    bodies: await database.body.count(),
    bodyAreas: await database.bodyArea.count(),
    bodyThemes: await database.bodyTheme.count(),
    bodyOrganisations: await database.bodyOrganisation.count(),
    actielijnen: await database.actielijn.count(),
    rules: await database.eligibilityRule.count(),
    criteria: await database.criterion.count(),
  };
}

describe('loading the programme', () => {
  test('puts every fact in, and only once however often it runs', async () => {
    await loadProgramme(own.database);
    const first = await counts();
    const sum = <Item>(items: readonly Item[], size: (item: Item) => number) =>
      items.reduce((total, item) => total + size(item), 0);
    expect(first).toEqual({
      sources: programme.sources.length,
      areas: programme.areas.length,
      themes: programme.themes.length,
      organisations: programme.organisations.length,
      bodies: programme.bodies.length,
      bodyAreas: sum(programme.bodies, ({ areas }) => areas.length),
      bodyThemes: sum(programme.bodies, ({ themes }) => themes.length),
      bodyOrganisations: sum(programme.bodies, ({ organisations }) => organisations.length),
      actielijnen: programme.actielijnen.length,
      rules: programme.eligibilityRules.length,
      criteria: sum(programme.criteriaSets, ({ criteria }) => criteria.length),
    });
    await loadProgramme(own.database);
    expect(await counts()).toEqual(first);
  });

  test('keeps what an editor improved', async () => {
    const { database } = own;
    const { id } = await database.body.findUniqueOrThrow({ where: { slug: 'programmabureau' } });
    const text = { remit: 'Beter gezegd.', remitEn: 'Said better.', revision: 2 };
    await database.bodyText.create({ data: { ...text, bodyId: id, writtenById: await makePerson(database) } });
    await database.body.update({ where: { id }, data: text });
    await loadProgramme(database);
    expect(await database.body.findUniqueOrThrow({ where: { slug: 'programmabureau' } })).toMatchObject({
      remit: 'Beter gezegd.',
    });
  });

  test('freezes the criteria, so that nobody changes what was used', async () => {
    const { database } = own;
    expect(await database.criteriaVersion.count({ where: { frozenAt: null } })).toBe(0);
    await expect(database.criterion.updateMany({ data: { weight: 1 } })).rejects.toThrow(/in use/);
  });

  test('writes all or nothing, and names the fact that is wrong', async () => {
    const { database } = own;
    const before = await counts();
    const [rule] = programme.eligibilityRules;
    const facts = {
      ...programme,
      eligibilityRules: rule === undefined ? [] : [{ ...rule, slug: 'nieuwe-regel' }],
      actielijnen: programme.actielijnen.map((line) => ({ ...line, slug: `nieuw-${line.slug}`, body: 'bestaat-niet' })),
      themes: programme.themes.map((theme) => ({ ...theme, slug: `nieuw-${theme.slug}` })),
    };
    await expect(loadProgramme(database, facts)).rejects.toThrow("'bestaat-niet'");
    expect(await counts()).toEqual(before);
  });
});
