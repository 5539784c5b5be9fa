import { Prisma } from '#app/platform/prisma/client.ts';

/** Conversations that somebody takes part in (id, side, mine, other): as keeper of one of the two, or as who asked. */
export function ownConversations(personId: string): Prisma.Sql {
  return Prisma.sql`
    with keeps as materialized (select portfolio_id from portfolio_keeps where person_id = ${personId}::uuid)
    select c.id, c.asker_id as mine, c.answerer_id as other, 'asker' as side
      from keeps join conversation c on c.asker_id = keeps.portfolio_id
    union all
    select c.id, null, c.answerer_id, 'asker' from conversation c
      where c.asker_id is null and c.asker_person_id = ${personId}::uuid
    union all
    select c.id, c.answerer_id, c.asker_id, 'answerer' from keeps join conversation c on c.answerer_id = keeps.portfolio_id
      where case when c.asker_id is null then c.asker_person_id is distinct from ${personId}::uuid
        else c.asker_id not in (select portfolio_id from keeps) end`;
}

/** Name of a portfolio, whatever its state: for who writes with it. @param id a column of ours, never what came in */
export const portfolioName = (id: string) =>
  Prisma.raw(`(select coalesce(i.title, o.name, called.name) from portfolio called
    left join initiative i on i.id = called.initiative_id left join organisation o on o.id = called.organisation_id
    where called.id = ${id})`);
