import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import { keptContent, type MinutesContent } from '../minutes-content.ts';
import { reasonPlace, withPassages } from '../minutes-passages.ts';
import { publicationOf, type PublishedMinutes } from '../published-minutes.ts';
import { releasedPassages } from '../released.store.server.ts';

/** The newest version of adopted minutes, and what will be published of it once its redaction was released. */
export type Release = {
  versionId: string;
  version: number;
  isPublished: boolean;
  reason: string;
  content: MinutesContent;
  /** As everybody will read it; null: not released yet, or published already. */
  preview: PublishedMinutes | null;
};

/** @returns null while the minutes are not adopted */
export async function releaseOf(database: Database, minutesId: string, now: Instant): Promise<Release | null> {
  const row = await database.minutesVersion.findFirst({
    where: { minutesId },
    orderBy: { version: 'desc' },
    select: {
      ...{ id: true, version: true, content: true, amendments: true, reason: true },
      publication: { select: { versionId: true } },
      minutes: {
        select: {
          number: true,
          adoptedIn: { select: { slug: true, startsAt: true } },
          meeting: { include: { body: { select: { slug: true, name: true } } } },
          decisions: { select: { lineKey: true, decision: { select: { number: true } } } },
        },
      },
    },
  });
  if (row === null) return null;
  const { id, version, amendments, reason, minutes } = row;
  const content = keptContent(row.content);
  const isPublished = row.publication !== null;
  const passages = isPublished ? null : await releasedPassages(database, id);
  return {
    ...{ versionId: id, version, isPublished, reason, content },
    preview:
      passages === null || minutes.adoptedIn === null
        ? null
        : publicationOf({
            ...{ number: minutes.number ?? '…', version, publishedOn: dayInAmsterdam(now) },
            // why it was mended is redacted as well
            reason: passages.find(({ key }) => key === reasonPlace)?.text ?? '',
            ...{ adopted: minutes.adoptedIn, meeting: minutes.meeting },
            ...withPassages(content, amendments, passages),
            decisions: new Map(
              minutes.decisions.flatMap(({ lineKey, decision }) =>
                decision.number === null ? [] : [[lineKey, decision.number] as const],
              ),
            ),
            actions: new Map(),
          }),
  };
}
