import { instant } from '#app/kernel/instant.ts';
import { importPaperDecision } from '#app/modules/decisions/commands/import-paper-decision.server.ts';
import { importInitiative } from '#app/modules/initiatives/commands/import-initiative.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { callandDecision, initiatives, sources } from '#prisma/programme/index.ts';

/** When a paper has no date, its facts stand at the beginning of the programme's public record. */
const beginning = instant('2022-10-12T10:00:00Z');

/** Carries the initiatives and decisions of the papers over. What is there already stays as it is. */
export async function loadPapers(database: Database): Promise<void> {
  const [bodies, organisations] = [
    new Map((await database.body.findMany({ select: { id: true, slug: true } })).map(({ slug, id }) => [slug, id])),
    new Map(
      (await database.organisation.findMany({ select: { id: true, slug: true } })).map(({ slug, id }) => [slug, id]),
    ),
  ];
  const dates = new Map(sources.map(({ key, date }) => [key, date]));
  await database.$transaction(
    async (tx) => {
      for (const fact of initiatives) {
        const paperDate = dates.get(fact.source) ?? null;
        await importInitiative(tx, { fact, paperDate, bodies, organisations, at: beginning });
      }
    },
    { timeout: 30_000 },
  );
  await importPaperDecision(database, callandDecision);
}
