import { Prisma } from '#app/platform/prisma/client.ts';
import { searchTerms } from './search-terms.ts';

/**
 * Public initiatives (id and points) that hold every word of a search: the word itself, the begin of one, or one spelled
 * nearly the same (pg_trgm, its threshold of 0.6). "studie zalen" also finds "studiezalen". Words that say nothing
 * ("de", "in") count only when there are no others. Both indexes of the search migration serve it.
 */
export function matchingInitiatives(text: string): Prisma.Sql {
  if (text === '') return Prisma.sql`select id, 0::real as points from initiative where stage <> 'draft'`;
  const terms = searchTerms(text);
  const joined = terms.length > 1 ? terms.join('') : '';
  return Prisma.sql`
    select i.id,
      (sum(m.points) + similarity(plain_text(i.title), plain_text(${terms.join(' ')})))::real as points
    from (
      select plain_text(word) as term, to_tsquery('dutch', plain_text(word) || ':*') as query,
        numnode(plainto_tsquery('dutch', plain_text(word))) > 0 as telling
      from unnest(${terms}::text[]) word
    ) t
    join initiative i on i.stage <> 'draft'
      and (initiative_search(i.title, i.summary) @@ t.query or plain_text(i.title || ' ' || i.summary) %> t.term)
    cross join lateral (
      select greatest(2 * ts_rank(initiative_search(i.title, i.summary), t.query), word_similarity(t.term, plain_text(i.title))) as points
    ) m
    where t.telling
    group by i.id
    having count(*) = (select count(*) from unnest(${terms}::text[]) word where numnode(plainto_tsquery('dutch', plain_text(word))) > 0)
    union
    select i.id, word_similarity(plain_text(${joined}), plain_text(i.title || ' ' || i.summary)) as points
    from initiative i
    where i.stage <> 'draft' and ${joined} <> '' and plain_text(i.title || ' ' || i.summary) %> plain_text(${joined})`;
}
