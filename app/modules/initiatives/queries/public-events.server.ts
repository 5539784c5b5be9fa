import { z } from 'zod';
import { inLocale, type ProgrammeLocale } from '#app/modules/programme/locale.ts';
import type { Database } from '#app/platform/database.server.ts';
import { submittersSteps, type EventKind } from '../stage.ts';
import type { PublicEvent } from '../timeline.ts';

const facts = z.record(z.string(), z.union([z.string(), z.number()])).catch({});

/** The steps of an initiative as the public sees them, oldest first; who took them is left out. */
export async function publicEvents(
  database: Database,
  initiativeId: string,
  locale: ProgrammeLocale,
): Promise<PublicEvent[]> {
  const unmet = await database.eligibilityCheck.findMany({
    where: { initiativeId, met: false },
    orderBy: { rule: { position: 'asc' } },
    select: { eventId: true, note: true, rule: { select: { text: true, textEn: true } } },
  });
  const rows = await database.initiativeEvent.findMany({
    where: { initiativeId },
    orderBy: { sequence: 'asc' },
    select: {
      id: true,
      kind: true,
      reason: true,
      detail: true,
      occurredAt: true,
      body: { select: { name: true, slug: true } },
    },
  });
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as EventKind,
    occurredAt: row.occurredAt,
    bodyName: row.body?.name ?? null,
    bodySlug: row.body?.slug ?? null,
    bySubmitter: submittersSteps.some((kind) => kind === row.kind),
    reason: row.reason,
    detail: facts.parse(row.detail),
    exceptions: unmet
      .filter(({ eventId }) => eventId === row.id)
      .map(({ rule, note }) => ({ rule: inLocale(locale, rule.text, rule.textEn), note })),
  }));
}
