import type { Database } from '#app/platform/database.server.ts';
import { minutesContent } from '../minutes-content.ts';
import { namesIn, passagesOf, reasonPlace } from '../minutes-passages.ts';

/** The newest version of the minutes of a meeting, with what is needed to take names out of it. Private. */
export type MinutesToRedact = {
  slug: string;
  title: string;
  bodyId: string;
  bodyName: string;
  startsAt: Date;
  versionId: string;
  version: number;
  previousVersionId: string | null;
  isPublished: boolean;
  passages: { key: string; text: string; holds?: 'people' }[];
  people: { name: string; organisation: string; isPublic: boolean }[];
  organisations: string[];
};

/** @returns null for a meeting without adopted minutes, or of which the words with names are gone */
export async function minutesToRedact(database: Database, slug: string): Promise<MinutesToRedact | null> {
  const meeting = await database.meeting.findUnique({
    where: { slug },
    select: {
      slug: true,
      title: true,
      bodyId: true,
      chairName: true,
      startsAt: true,
      body: { select: { name: true } },
      minutes: {
        select: {
          versions: {
            orderBy: { version: 'desc' },
            take: 2,
            select: {
              id: true,
              version: true,
              content: true,
              amendments: true,
              reason: true,
              publication: { select: { versionId: true } },
            },
          },
        },
      },
    },
  });
  const [newest, before] = meeting?.minutes?.versions ?? [];
  if (meeting === null || newest === undefined) return null;
  const content = minutesContent.safeParse(newest.content);
  if (!content.success) return null;
  const [members, organisations] = await Promise.all([
    database.bodyMembership.findMany({
      where: { bodyId: meeting.bodyId },
      select: { person: { select: { name: true } }, organisation: { select: { name: true } } },
    }),
    database.organisation.findMany({ select: { name: true }, take: 5000 }),
  ]);
  const there = namesIn(content.data).map(({ name, organisation, isChair }) => ({
    name,
    organisation,
    isPublic: isChair,
  }));
  const chairs = new Set(
    [meeting.chairName, ...there.flatMap(({ name, isPublic }) => (isPublic ? [name] : []))].map(plain),
  );
  const others = members
    .map(({ person, organisation }) => ({ name: person.name, organisation: organisation?.name ?? '', isPublic: false }))
    .filter(({ name }) => name.trim() !== '' && ![...there.map((one) => one.name)].map(plain).includes(plain(name)));
  return {
    slug: meeting.slug,
    title: meeting.title,
    bodyId: meeting.bodyId,
    bodyName: meeting.body.name,
    startsAt: meeting.startsAt,
    versionId: newest.id,
    version: newest.version,
    previousVersionId: before?.id ?? null,
    isPublished: newest.publication !== null,
    passages: [
      ...passagesOf(content.data, newest.amendments),
      ...(newest.reason.trim() === '' ? [] : [{ key: reasonPlace, text: newest.reason }]),
    ].map(({ key, text }) => (key.endsWith(':who') ? { key, text, holds: 'people' as const } : { key, text })),
    people: [...there, ...others].map((one) => ({ ...one, isPublic: one.isPublic || chairs.has(plain(one.name)) })),
    organisations: organisations.map(({ name }) => name),
  };
}

const plain = (name: string) => name.trim().toLowerCase();
