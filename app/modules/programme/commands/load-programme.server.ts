import { calendarDate, toDateColumn } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { areaMiddles } from '#prisma/programme/area-middles.ts';
import { areaLabels } from '#prisma/programme/area-shapes.ts';
import * as programme from '#prisma/programme/index.ts';
import type { CriteriaSetFact } from '#prisma/programme/types.ts';

/** The facts of a programme; in `prisma/programme` stand those of Samen Nieuw-West. */
export type ProgrammeFacts = Pick<
  typeof programme,
  'sources' | 'areas' | 'themes' | 'organisations' | 'bodies' | 'actielijnen' | 'eligibilityRules' | 'criteriaSets'
>;

/**
 * Loads the facts of the programme: papers, areas, themes, organisations, bodies, actielijnen, criteria and rules.
 * What exists already stays as it is, because an editor may have improved it since; so it can run at every start.
 * One transaction, a handful of statements.
 */
export async function loadProgramme(database: Database, facts: ProgrammeFacts = programme): Promise<void> {
  await database.$transaction(
    async (tx) => {
      await loadPapersAndAreas(tx, facts);
      await loadOrganisations(tx, facts);
      const bodyIds = await loadBodies(tx, facts);
      await tx.actielijn.createMany({
        data: facts.actielijnen.map(({ body, source, ...line }) => ({
          ...line,
          id: newId(),
          bodyId: known(bodyIds, body),
          sourceKey: source,
        })),
        skipDuplicates: true,
      });
      await tx.eligibilityRule.createMany({
        data: facts.eligibilityRules.map(({ source, ...rule }, position) => ({ ...rule, position, sourceKey: source })),
        skipDuplicates: true,
      });
      await loadCriteria(tx, facts.criteriaSets, bodyIds);
    },
    { timeout: 30_000 },
  );
}

async function loadPapersAndAreas(tx: Transaction, facts: ProgrammeFacts): Promise<void> {
  await tx.sourcePaper.createMany({
    data: facts.sources.map(({ date, ...paper }) => ({
      ...paper,
      date: date === null ? null : toDateColumn(calendarDate(date)),
    })),
    skipDuplicates: true,
  });
  await tx.area.createMany({
    data: facts.areas.map(({ parent, ...area }) => ({ ...area, parentCode: parent })),
    skipDuplicates: true,
  });
  await placeAreas(tx, facts);
  await tx.theme.createMany({
    data: facts.themes.map(({ source, ...theme }, position) => ({ ...theme, position, sourceKey: source })),
    skipDuplicates: true,
  });
}

/** Where areas lie follows from the map and is nobody's to edit, so it is brought up to date where it differs. */
async function placeAreas(tx: Transaction, { areas }: ProgrammeFacts): Promise<void> {
  const middles = areaMiddles(areas, areaLabels);
  await tx.$executeRaw`
    update area a set east_metres = m.east, south_metres = m.south
      from unnest(${middles.map(({ code }) => code)}::text[], ${middles.map(({ east }) => east)}::int[],
        ${middles.map(({ south }) => south)}::int[]) as m (code, east, south)
      where a.code = m.code and (a.east_metres, a.south_metres) <> (m.east, m.south)`;
}

async function loadOrganisations(tx: Transaction, facts: ProgrammeFacts): Promise<void> {
  await tx.organisation.createMany({
    data: facts.organisations.map(({ source, alliancePartnerSince, ...organisation }) => ({
      ...organisation,
      id: newId(),
      alliancePartnerSince: alliancePartnerSince === null ? null : toDateColumn(calendarDate(alliancePartnerSince)),
      sourceKey: source,
    })),
    skipDuplicates: true,
  });
}

/** @returns the ids of all bodies by slug */
async function loadBodies(tx: Transaction, facts: ProgrammeFacts): Promise<Map<string, string>> {
  const existing = await tx.body.findMany({ select: { id: true, slug: true } });
  const ids = new Map(existing.map(({ id, slug }) => [slug, id]));
  const isNew = new Set<string>();
  for (const { slug } of facts.bodies) {
    if (ids.has(slug)) continue;
    ids.set(slug, newId());
    isNew.add(slug);
  }
  const bodies = facts.bodies.map((body, position) => ({ ...body, position })).filter(({ slug }) => isNew.has(slug));
  // A body of the same list may be the parent: PostgreSQL checks the key when the whole statement is done.
  await tx.body.createMany({
    data: bodies.map(({ areas: _areas, themes: _themes, organisations: _organisations, parent, source, ...body }) => ({
      ...body,
      id: known(ids, body.slug),
      parentId: parent === null ? null : known(ids, parent),
      sourceKey: source,
    })),
  });
  const organisationIds = new Map(
    (await tx.organisation.findMany({ select: { id: true, slug: true } })).map(({ id, slug }) => [slug, id]),
  );
  const each = <Row>(row: (body: (typeof bodies)[number], bodyId: string) => Row[]) =>
    bodies.flatMap((body) => row(body, known(ids, body.slug)));
  await tx.bodyArea.createMany({ data: each((body, bodyId) => body.areas.map((areaCode) => ({ bodyId, areaCode }))) });
  await tx.bodyTheme.createMany({
    data: each((body, bodyId) => body.themes.map((themeSlug) => ({ bodyId, themeSlug }))),
  });
  await tx.bodyOrganisation.createMany({
    data: each((body, bodyId) =>
      body.organisations.map((slug) => ({ bodyId, organisationId: known(organisationIds, slug) })),
    ),
  });
  return ids;
}

/** Each set as its first version, frozen: the papers used them as they are. */
async function loadCriteria(
  tx: Transaction,
  sets: readonly CriteriaSetFact[],
  bodyIds: Map<string, string>,
): Promise<void> {
  const existing = new Set((await tx.criteriaSet.findMany({ select: { slug: true } })).map(({ slug }) => slug));
  const added = sets
    .filter(({ slug }) => !existing.has(slug))
    .map((set) => ({ ...set, id: newId(), versionId: newId() }));
  await tx.criteriaSet.createMany({
    data: added.map(({ id, slug, body, title, intro, introEn, source }) => ({
      id,
      slug,
      bodyId: known(bodyIds, body),
      title,
      intro,
      introEn,
      sourceKey: source,
    })),
  });
  await tx.criteriaVersion.createMany({
    data: added.map(({ id, versionId }) => ({ id: versionId, criteriaSetId: id, version: 1 })),
  });
  await tx.criterion.createMany({
    data: added.flatMap(({ versionId, criteria }) =>
      criteria.map(({ minimum, ...criterion }, position) => ({
        ...criterion,
        id: newId(),
        criteriaVersionId: versionId,
        position,
        minimumHundredths: minimum === null ? null : Math.round(minimum * 100),
      })),
    ),
  });
  await tx.criteriaVersion.updateMany({
    where: { id: { in: added.map(({ versionId }) => versionId) } },
    data: { frozenAt: new Date() },
  });
}

/** @throws Error when a fact names something that no fact describes: a mistake in prisma/programme */
function known(ids: Map<string, string>, slug: string): string {
  const id = ids.get(slug);
  if (id === undefined) throw new Error(`prisma/programme names '${slug}', which is not described there`);
  return id;
}
