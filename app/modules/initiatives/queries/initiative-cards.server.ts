import { inLocale, type ProgrammeLocale } from '#app/modules/programme/locale.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { Stage } from '../stage.ts';
import { pictureSources } from '../picture-width.ts';

export type PictureView = { src: string; srcSet: string; sizes: string; alt: string; width: number; height: number };

/** An initiative as the public sees it in a list. */
export type InitiativeCardView = {
  id: string;
  slug: string;
  title: string;
  summary: string;
  stage: Stage;
  theme: string | null;
  /** Null: the whole district. */
  area: string | null;
  organisation: string | null;
  picture: PictureView | null;
};

/** Cards of public initiatives, in the order of the ids. */
export async function initiativeCards(
  database: Database,
  ids: readonly string[],
  locale: ProgrammeLocale,
): Promise<InitiativeCardView[]> {
  if (ids.length === 0) return [];
  const [rows, covers] = await Promise.all([
    database.initiative.findMany({
      where: { id: { in: [...ids] }, stage: { not: 'draft' } },
      select: {
        id: true,
        slug: true,
        title: true,
        summary: true,
        stage: true,
        organisation: { select: { name: true } },
        themes: {
          orderBy: { theme: { position: 'asc' } },
          take: 1,
          select: { theme: { select: { name: true, nameEn: true } } },
        },
        areas: { orderBy: { areaCode: 'asc' }, take: 3, select: { area: { select: { name: true } } } },
      },
    }),
    coversOf(database, ids),
  ]);
  const cards = rows.map((row): InitiativeCardView => {
    const theme = row.themes[0]?.theme;
    return {
      id: row.id,
      slug: row.slug ?? '',
      title: row.title,
      summary: row.summary,
      stage: row.stage as Stage,
      theme: theme ? inLocale(locale, theme.name, theme.nameEn) : null,
      area: row.areas.length === 0 ? null : row.areas.map(({ area }) => area.name).join(', '),
      organisation: row.organisation?.name ?? null,
      picture: covers.get(row.id) ?? null,
    };
  });
  return cards.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
}

/** How wide a picture is on a card. */
const onACard = '(min-width: 64rem) 22rem, (min-width: 40rem) 45vw, 92vw';

/** The first picture of the submitted version of each. */
async function coversOf(database: Database, ids: readonly string[]): Promise<Map<string, PictureView>> {
  const rows = await database.$queryRaw<
    { initiativeId: string; id: string; alt: string; width: number; height: number }[]
  >`
    select distinct on (i.id) i.id as "initiativeId", a.id, a.width, a.height, item.value ->> 'description' as alt
    from initiative i
    join initiative_version v on v.initiative_id = i.id and v.version = i.current_version
    cross join lateral jsonb_array_elements(v.content -> 'attachments') with ordinality item
    join attachment a on a.id = (item.value ->> 'id')::uuid and a.kind = 'image' and a.removed_at is null
    where i.id = any(${[...ids]}::uuid[]) and jsonb_typeof(v.content -> 'attachments') = 'array'
    order by i.id, item.ordinality`;
  return new Map(
    rows.map(({ initiativeId, id, ...picture }) => [initiativeId, { ...pictureSources(id, onACard), ...picture }]),
  );
}
