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
    select p.id from portfolio p where not exists (
      select from (
          select plain_text(word) as word,
              coalesce((select lexeme from unnest(to_tsvector('dutch', plain_text(word))) limit 1), '') as stem
            from unnest(${terms}::text[]) word) t
        cross join lateral (select '%' || case t.stem when '' then t.word else t.stem end || '%' as part) w
        where (t.stem <> '' or not exists (
            select from unnest(${terms}::text[]) other where to_tsvector('dutch', plain_text(other)) <> ''::tsvector))
          and not (
            plain_text(p.name || ' ' || p.about || ' ' || p.place) like w.part
            or exists (select from initiative i where i.id = p.initiative_id and plain_text(i.title || ' ' || i.summary) like w.part)
            or exists (select from organisation o where o.id = p.organisation_id and plain_text(o.name || ' ' || o.summary) like w.part)
            or exists (select from portfolio_line l
              where l.portfolio_id = p.id and l.done_at is null and plain_text(l.text) like w.part)))`;
}
