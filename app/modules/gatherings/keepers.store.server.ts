import type { Database, Transaction } from '#app/platform/database.server.ts';

/**
 * Ids of who keeps an active portfolio in the area of a gathering, wants mails about their plans, and was not invited and did not
 * register yet. A portfolio of a whole wijk is in every area that has a buurt of that wijk.
 */
export async function keepersToInvite(database: Database | Transaction, gatheringId: string): Promise<string[]> {
  const rows = await database.$queryRaw<{ id: string }[]>`
    select distinct p.id::text as id
      from gathering g
      join gathering_area_buurt b on b.gathering_area_id = g.gathering_area_id
      join portfolio_area_of a on a.area_code = b.area_code or a.area_code = left(b.area_code, 2)
      join portfolio_face f on f.id = a.portfolio_id and f.active
      join portfolio_keeps k on k.portfolio_id = f.id
      join person p on p.id = k.person_id and p.deleted_at is null and p.mail_on_steps
      where g.id = ${gatheringId}::uuid
        and not exists (select from gathering_invitation i where i.gathering_id = g.id and i.person_id = p.id)
        and not exists (select from gathering_registration r where r.gathering_id = g.id and r.person_id = p.id
          and r.state in ('confirmed', 'waiting', 'offered'))`;
  return rows.map(({ id }) => id);
}
