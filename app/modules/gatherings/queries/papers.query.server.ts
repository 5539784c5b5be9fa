import type { Database } from '#app/platform/database.server.ts';
import { firstNameOf } from '../rounds.ts';

/** What stands on somebody's name card. */
export type NameCard = {
  /** As they typed it. */
  name: string;
  comesFor: string;
  languages: string[];
  doorCode: string;
  tables: { round: number; table: number }[];
};

/** Everybody with a place, by name; the caller asks whether the actor runs the gathering. */
export async function nameCards(database: Database, gatheringId: string): Promise<NameCard[]> {
  const rows = await database.$queryRaw<
    (Omit<NameCard, 'tables'> & { tables: { round: number; table: number }[] | null })[]
  >`
    select r.name, r.languages, r.door_code as "doorCode",
        coalesce((select string_agg(f.name, ', ' order by f.name) from gathering_registration_portfolio p
          join portfolio_face f on f.id = p.portfolio_id where p.registration_id = r.id and p.why = 'comes-for'), r.comes_from) as "comesFor",
        (select jsonb_agg(jsonb_build_object('round', o.position, 'table', t.number) order by o.position) from gathering_seat s
          join gathering_table t on t.id = s.table_id join gathering_round o on o.id = s.round_id
          where s.registration_id = r.id) as tables
      from gathering_registration r
      where r.gathering_id = ${gatheringId}::uuid and r.state = 'confirmed' and r.erased_at is null`;
  return rows
    .map((row) => ({ ...row, tables: row.tables ?? [] }))
    .sort((one, other) => one.name.localeCompare(other.name, 'nl'));
}

export type TableCard = { number: number; clusterName: string | null; firstNames: string[] };

/** Cards for the tables of a round; without one, of the last round that has tables. */
export async function tableCards(
  database: Database,
  gatheringId: string,
  roundId: string | null,
): Promise<{ title: string; cards: TableCard[] } | null> {
  const round = await database.gatheringRound.findFirst({
    where: { gatheringId, ...(roundId === null ? {} : { id: roundId }), tables: { some: { seats: { some: {} } } } },
    orderBy: { position: 'desc' },
    select: {
      title: true,
      tables: {
        where: { seats: { some: {} } },
        orderBy: { number: 'asc' },
        select: {
          number: true,
          cluster: { select: { name: true } },
          seats: { select: { registration: { select: { name: true } } } },
        },
      },
    },
  });
  if (round === null) return null;
  return {
    title: round.title,
    cards: round.tables.map(({ number, cluster, seats }) => ({
      number,
      clusterName: cluster?.name ?? null,
      firstNames: seats
        .map(({ registration }) => firstNameOf(registration.name))
        .sort((one, other) => one.localeCompare(other, 'nl')),
    })),
  };
}
