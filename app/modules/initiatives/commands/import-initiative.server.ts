import { calendarDate, toDateColumn } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import type { InitiativeFact } from '#prisma/programme/types.ts';

export type ImportInitiative = {
  fact: InitiativeFact;
  /** Date of the paper (`YYYY-MM-DD`); null where it has none. */
  paperDate: string | null;
  /** Ids by slug, of everything that the facts name. */
  bodies: ReadonlyMap<string, string>;
  organisations: ReadonlyMap<string, string>;
  /** Moment for the timeline when the paper has no date. */
  at: Date;
};

/**
 * Carries an initiative over from a paper, with its timeline beginning at that paper. Areas, themes, bodies,
 * organisations and the paper must be there. A second time it changes nothing.
 * @returns true when it was new
 * @throws Error when the fact names something that is not there
 */
export async function importInitiative(tx: Transaction, order: ImportInitiative): Promise<boolean> {
  const { fact } = order;
  const existing = await tx.initiative.count({ where: { slug: fact.slug } });
  if (existing > 0) return false;
  // noon in Amsterdam, so that the day is the same everywhere
  const occurredAt =
    order.paperDate === null
      ? order.at
      : new Date(toDateColumn(calendarDate(order.paperDate)).getTime() + 11 * 3_600_000);
  const id = newId(occurredAt.getTime());
  const bodyId = known(order.bodies, fact.body);
  await tx.initiative.create({
    data: {
      id,
      slug: fact.slug,
      stage: fact.stage,
      title: fact.title,
      summary: fact.summary,
      stateNote: fact.stateNote,
      sourceKey: fact.source,
      wholeDistrict: fact.areas.length === 0,
      bodyId,
      organisationId: fact.organisation === null ? null : known(order.organisations, fact.organisation),
      createdAt: occurredAt,
    },
  });
  await tx.initiativeTheme.createMany({ data: fact.themes.map((themeSlug) => ({ initiativeId: id, themeSlug })) });
  await tx.initiativeArea.createMany({ data: fact.areas.map((areaCode) => ({ initiativeId: id, areaCode })) });
  await tx.initiativePartner.createMany({
    data: fact.partners.map((slug) => ({ initiativeId: id, organisationId: known(order.organisations, slug) })),
  });
  await tx.initiativeEvent.create({
    data: {
      id: newId(occurredAt.getTime()),
      initiativeId: id,
      kind: 'from-paper',
      bodyId,
      reason: fact.stateNote,
      occurredAt,
    },
  });
  return true;
}

function known(ids: ReadonlyMap<string, string>, slug: string): string {
  const id = ids.get(slug);
  if (id === undefined) throw new Error(`an initiative names '${slug}', which is not there`);
  return id;
}
