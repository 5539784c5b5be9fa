import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import { addDays, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { firstNameOf, goOnDays } from '../rounds.ts';
import { eveningRounds } from './rounds.query.server.ts';
import { sharedLanguages } from './tables.query.server.ts';
import type { TableMate, Tonight, TonightSeat } from '../round-views.ts';

type MateRow = TableMate & {
  roundId: string;
  title: string;
  table: number;
  clusterName: string | null;
  isOpen: boolean;
  toId: string;
  languages: string[];
  saidByMe: boolean;
  saidByOther: boolean;
  isMatch: boolean;
};

/** @param registrationId whose phone it is; null: of who only helps */
export async function tonight(
  database: Database,
  { id: gatheringId, endsAt }: { id: string; endsAt: Date },
  registrationId: string | null,
  now: Instant,
): Promise<Tonight> {
  const rounds = await eveningRounds(database, gatheringId);
  const round = rounds.find(({ state }) => state === 'open') ?? null;
  const next = rounds.find(({ state, position }) => state === 'planned' && position > (round?.position ?? 0)) ?? null;
  const base = { round, next, seat: null, isIn: false, choice: null, sat: [] };
  if (registrationId === null) return base;
  const me = await database.gatheringRegistration.findUnique({
    where: { id: registrationId },
    select: { arrivedAt: true, languages: true },
  });
  const rows = await matesOf(database, gatheringId, registrationId);
  const mayGoOn = dayInAmsterdam(now) <= addDays(dayInAmsterdam(endsAt), goOnDays);
  return {
    ...base,
    isIn: me?.arrivedAt != null,
    seat: round === null ? null : await seatIn(database, round.id, registrationId, rows, me?.languages ?? []),
    choice: await choiceOf(database, gatheringId, registrationId),
    sat: mayGoOn ? satWith(rows) : [],
  };
}

async function seatIn(
  database: Database,
  roundId: string,
  registrationId: string,
  rows: readonly MateRow[],
  languages: readonly string[],
): Promise<TonightSeat | null> {
  const seat = await database.gatheringSeat.findUnique({
    where: { roundId_registrationId: { roundId, registrationId } },
    select: { table: { select: { number: true, cluster: { select: { name: true } } } } },
  });
  if (seat === null) return null;
  const mates = rows.filter((row) => row.roundId === roundId);
  return {
    table: seat.table.number,
    clusterName: seat.table.cluster?.name ?? null,
    languages: mates.length === 0 ? [] : sharedLanguages([{ languages }, ...mates]),
    mates: mates.map(({ firstName, comesFor }) => ({ firstName, comesFor })),
  };
}

function satWith(rows: readonly MateRow[]): Tonight['sat'] {
  const rounds = new Map<string, Tonight['sat'][number]>();
  for (const { roundId, title, table, toId, firstName, comesFor, saidByMe, saidByOther, isMatch } of rows) {
    const known = rounds.get(roundId) ?? { roundId, title, table, mates: [] };
    // that the other said so is told only to who said it too
    const state = !saidByMe ? null : !saidByOther ? 'said' : isMatch ? 'match' : 'both';
    known.mates.push({ toId, firstName, comesFor, state });
    rounds.set(roundId, known);
  }
  return [...rounds.values()];
}

/** With whom somebody sits or sat, in rounds that were opened. */
async function matesOf(database: Database, gatheringId: string, registrationId: string): Promise<MateRow[]> {
  const rows = await database.$queryRaw<(Omit<MateRow, 'firstName'> & { name: string })[]>`
    select r.id::text as "roundId", r.title, t.number as "table", c.name as "clusterName", r.state = 'open' as "isOpen",
        o.id::text as "toId", o.name, o.languages,
        coalesce((select string_agg(f.name, ', ' order by f.name) from gathering_registration_portfolio p
          join portfolio_face f on f.id = p.portfolio_id where p.registration_id = o.id and p.why = 'comes-for'), o.comes_from) as "comesFor",
        exists (select from gathering_go_on w where w.from_id = m.registration_id and w.to_id = o.id) as "saidByMe",
        exists (select from gathering_go_on w where w.from_id = o.id and w.to_id = m.registration_id) as "saidByOther",
        exists (select from gathering_registration_portfolio a, gathering_registration_portfolio b, portfolio_match x
          where a.registration_id = m.registration_id and b.registration_id = o.id and a.why = 'comes-for' and b.why = 'comes-for'
            and x.low_id = least(a.portfolio_id, b.portfolio_id) and x.high_id = greatest(a.portfolio_id, b.portfolio_id)) as "isMatch"
      from gathering_seat m
      join gathering_round r on r.id = m.round_id and r.gathering_id = ${gatheringId}::uuid and r.state <> 'planned'
      join gathering_table t on t.id = m.table_id
      left join gathering_cluster c on c.id = t.cluster_id
      join gathering_seat s on s.table_id = m.table_id and s.registration_id <> m.registration_id
      join gathering_registration o on o.id = s.registration_id and o.erased_at is null
      where m.registration_id = ${registrationId}::uuid
      order by r.position desc, o.name, o.id`;
  return rows.map(({ name, ...row }) => ({ ...row, firstName: firstNameOf(name) }));
}

async function choiceOf(database: Database, gatheringId: string, registrationId: string): Promise<Tonight['choice']> {
  const [own, clusters, chosen] = await Promise.all([
    database.gatheringRegistrationPortfolio.count({ where: { registrationId, why: 'comes-for' } }),
    database.gatheringCluster.findMany({
      where: { gatheringId, holds: 'portfolios' },
      orderBy: { position: 'asc' },
      select: { id: true, name: true },
    }),
    database.gatheringClusterChoice.findUnique({ where: { registrationId } }),
  ]);
  if (own > 0 || clusters.length === 0) return null;
  return { clusters: clusters.map(({ id, name }) => ({ value: id, label: name })), chosen: chosen?.clusterId ?? '' };
}
