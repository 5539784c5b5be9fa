import { searchTerms } from '#app/modules/initiatives/queries/search-terms.ts';
import { Prisma } from '#app/platform/prisma/client.ts';

/**
 * Portfolios (id) that hold every word of a search: in their name, their words, or what they need and offer. A word counts by
 * its Dutch stem, so that "fietsen" finds "fiets"; words that say nothing ("de", "in") count only when there are no others.
 */
export function matchingPortfolios(text: string): Prisma.Sql {
  const terms = searchTerms(text);
  if (terms.length === 0) return Prisma.sql`select id from portfolio`;
  return Prisma.sql`
    with typed as materialized (
      select word, coalesce((select lexeme from unnest(to_tsvector('dutch', word)) limit 1), '') as stem
        from unnest(${terms}::text[]) given cross join lateral (select plain_text(given) as word) plain),
    looked as materialized (
      select distinct '%' || case stem when '' then word else stem end || '%' as part from typed
        where stem <> '' or not exists (select from typed telling where telling.stem <> ''))
    select hit.id from looked cross join lateral (
        select id from portfolio where plain_text(name || ' ' || about || ' ' || place) like looked.part
        union
        select p.id from initiative i join portfolio p on p.initiative_id = i.id
          where i.stage <> 'draft' and plain_text(i.title || ' ' || i.summary) like looked.part
        union
        select p.id from organisation o join portfolio p on p.organisation_id = o.id
          where plain_text(o.name || ' ' || o.summary) like looked.part
        union
        select portfolio_id from portfolio_line where done_at is null and plain_text(text) like looked.part) hit
      group by hit.id having count(*) = (select count(*) from looked)`;
}
