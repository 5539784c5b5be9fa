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

type Row = Omit<InitiativeCardView, 'picture' | 'slug'> & {
  slug: string | null;
  themeInEnglish: string | null;
  cover: { id: string; alt: string; width: number; height: number } | null;
};

/** How wide a picture is on a card. */
const onACard = '(min-width: 64rem) 22rem, (min-width: 40rem) 45vw, 92vw';

/** Cards of public initiatives, in the order of the ids; the picture is the first of the submitted version. */
export async function initiativeCards(
  database: Database,
  ids: readonly string[],
  locale: ProgrammeLocale,
): Promise<InitiativeCardView[]> {
  if (ids.length === 0) return [];
  // one question for all of it: asked by Prisma these are six, and putting their answers together took as long as making the page
  const rows = await database.$queryRaw<Row[]>`
    select i.id, i.slug, i.title, i.summary, i.stage, o.name as organisation, t.name as theme, t.name_en as "themeInEnglish",
      (select string_agg(first.name, ', ' order by first.code)
        from (select a.code, a.name from initiative_area ia join area a on a.code = ia.area_code
          where ia.initiative_id = i.id order by a.code limit 3) first) as area,
      (select jsonb_build_object('id', p.id, 'width', p.width, 'height', p.height, 'alt', item.value ->> 'description')
        from initiative_version v
        cross join lateral jsonb_array_elements(v.content -> 'attachments') with ordinality item
        join attachment p on p.id = (item.value ->> 'id')::uuid and p.kind = 'image' and p.removed_at is null
        where v.initiative_id = i.id and v.version = i.current_version
          and jsonb_typeof(v.content -> 'attachments') = 'array'
        order by item.ordinality limit 1) as cover
    from unnest(${[...ids]}::uuid[]) with ordinality asked(id, place)
    join initiative i on i.id = asked.id and i.stage <> 'draft'
    left join organisation o on o.id = i.organisation_id
    left join lateral (select t.name, t.name_en from initiative_theme it join theme t on t.slug = it.theme_slug
      where it.initiative_id = i.id order by t.position limit 1) t on true
    order by asked.place`;
  return rows.map(({ cover, themeInEnglish, ...card }) => ({
    ...card,
    slug: card.slug ?? '',
    theme: card.theme === null ? null : inLocale(locale, card.theme, themeInEnglish ?? ''),
    picture: cover && pictureOf(cover),
  }));
}

function pictureOf({ id, ...picture }: NonNullable<Row['cover']>): PictureView {
  return { ...pictureSources(id, onACard), ...picture };
}
