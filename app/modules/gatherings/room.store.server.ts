import type { Transaction } from '#app/platform/database.server.ts';
import type { Participant, Room, Two } from './grouping/room.ts';
import { comesAsChoices } from './registration.ts';

type PersonRow = {
  id: string;
  comesAs: string;
  languages: string[];
  area: string | null;
  organisation: string | null;
  portfolios: string[];
  themes: string[];
  wants: string[];
  /** Of the first card of a portfolio of theirs that is in one; else what they chose. */
  cluster: string | null;
};

/** Who says no language speaks what the gathering is held in. */
const usualLanguage = 'nl';

/**
 * Everybody who is in now (arrived and not left), and what is known of them for who sits with whom. Fits come from matching.
 * @param position of the round: who sat together in rounds before it has met
 */
export async function roomOf(tx: Transaction, gatheringId: string, position: number): Promise<Omit<Room, 'fits'>> {
  const rows = await tx.$queryRaw<PersonRow[]>`
    select r.id::text as id, r.comes_as as "comesAs", r.languages, r.area_code as area,
        coalesce(
          (select o.id::text from organisation o where lower(o.name) = lower(btrim(r.comes_from)) order by o.id limit 1),
          case when r.comes_as <> 'resident' then (select m.organisation_id::text from organisation_member m
            where m.person_id = r.person_id and (m.ends_on is null or m.ends_on >= amsterdam_day(now()))
            order by m.organisation_id limit 1) end,
          nullif(lower(btrim(r.comes_from)), '')) as organisation,
        array(select p.portfolio_id::text from gathering_registration_portfolio p
          where p.registration_id = r.id and p.why = 'comes-for' order by 1) as portfolios,
        array(select i.theme_slug from gathering_interest i where i.registration_id = r.id
          union select t.theme_slug from gathering_registration_portfolio p join portfolio_theme_of t on t.portfolio_id = p.portfolio_id
            where p.registration_id = r.id and p.why = 'comes-for' order by 1) as themes,
        array(select p.portfolio_id::text from gathering_registration_portfolio p
          where p.registration_id = r.id and p.why = 'wants-to-meet' order by 1) as wants,
        coalesce(
          (select c.cluster_id::text from gathering_registration_portfolio p
            join gathering_card c on c.gathering_id = r.gathering_id and c.portfolio_id = p.portfolio_id
            where p.registration_id = r.id and p.why = 'comes-for' and c.cluster_id is not null order by p.portfolio_id limit 1),
          (select h.cluster_id::text from gathering_cluster_choice h where h.registration_id = r.id)) as cluster
      from gathering_registration r
      where r.gathering_id = ${gatheringId}::uuid and r.state = 'confirmed' and r.arrived_at is not null
      order by r.id`;
  const ids = rows.map(({ id }) => id);
  const themesOf = await clusterThemes(tx, gatheringId);
  const places = await tx.$queryRaw<{ code: string; east: number; south: number }[]>`
    select code, east_metres as east, south_metres as south from area`;
  return {
    people: rows.map(({ comesAs, ...row }): Participant => ({
      ...row,
      role: comesAsChoices.find((one) => one === comesAs) ?? 'resident',
      languages: row.languages.length === 0 ? [usualLanguage] : row.languages,
      cluster: row.cluster ?? nearestCluster(row.themes, themesOf),
    })),
    met: [...(await metAtTables(tx, ids, { gatheringId, position })), ...(await metOnMarket(tx, ids))],
    apart: await keptApart(tx, gatheringId),
    places: new Map(places.map(({ code, east, south }) => [code, { east, south }])),
  };
}

type ClusterThemes = { id: string; shares: ReadonlyMap<string, number> };

/** Which share of the cards of each cluster has a theme. */
async function clusterThemes(tx: Transaction, gatheringId: string): Promise<ClusterThemes[]> {
  const rows = await tx.$queryRaw<{ id: string; theme: string; share: number }[]>`
    select c.cluster_id::text as id, t.theme_slug as theme, count(*)::float / (select count(*) from gathering_card a where a.cluster_id = c.cluster_id) as share
      from gathering_card c join portfolio_theme_of t on t.portfolio_id = c.portfolio_id
      where c.gathering_id = ${gatheringId}::uuid and c.cluster_id is not null
      group by 1, 2, c.cluster_id order by 1, 2`;
  const shares = new Map<string, Map<string, number>>();
  for (const { id, theme, share } of rows)
    shares.set(id, (shares.get(id) ?? new Map<string, number>()).set(theme, share));
  return [...shares].map(([id, found]) => ({ id, shares: found }));
}

/** The cluster that has most of what interests somebody; null: it says nothing. */
function nearestCluster(themes: readonly string[], clusters: readonly ClusterThemes[]): string | null {
  let best: { id: string; worth: number } | null = null;
  for (const { id, shares } of clusters) {
    const worth = themes.reduce((sum, theme) => sum + (shares.get(theme) ?? 0), 0);
    if (worth > (best?.worth ?? 0)) best = { id, worth };
  }
  return best?.id ?? null;
}

/**
 * Who of them sat at one table before: in an earlier round here, or at an earlier gathering, whether as themselves (by account or
 * address) or for the same portfolio.
 */
async function metAtTables(
  tx: Transaction,
  ids: readonly string[],
  { gatheringId, position }: { gatheringId: string; position: number },
): Promise<Two[]> {
  const rows = await tx.$queryRaw<{ low: string; high: string }[]>`
    with here as (select * from gathering_registration where id = any (${ids}::uuid[])),
    earlier as (
      select h.id as here, o.id as there from here h join gathering_registration o
          on o.id = h.id or o.person_id = h.person_id or (h.email <> '' and o.email = h.email)
      union
      select h.id, p.registration_id from here h
        join gathering_registration_portfolio m on m.registration_id = h.id and m.why = 'comes-for'
        join gathering_registration_portfolio p on p.portfolio_id = m.portfolio_id and p.why = 'comes-for'
        join gathering_registration o on o.id = p.registration_id and o.gathering_id <> h.gathering_id)
    select distinct least(a.here, b.here)::text as low, greatest(a.here, b.here)::text as high
      from earlier a
      join gathering_seat s on s.registration_id = a.there
      join gathering_seat t on t.table_id = s.table_id and t.registration_id <> s.registration_id
      join earlier b on b.there = t.registration_id and b.here <> a.here
      join gathering_round r on r.id = s.round_id and r.state <> 'planned'
      where r.gathering_id <> ${gatheringId}::uuid or r.position < ${position}`;
  return rows.map(({ low, high }) => [low, high]);
}

/** Who comes for portfolios that are a match already. */
async function metOnMarket(tx: Transaction, ids: readonly string[]): Promise<Two[]> {
  const rows = await tx.$queryRaw<{ low: string; high: string }[]>`
    select distinct least(a.registration_id, b.registration_id)::text as low, greatest(a.registration_id, b.registration_id)::text as high
      from portfolio_match m
      join gathering_registration_portfolio a on a.portfolio_id = m.low_id and a.why = 'comes-for' and a.registration_id = any (${ids}::uuid[])
      join gathering_registration_portfolio b on b.portfolio_id = m.high_id and b.why = 'comes-for' and b.registration_id = any (${ids}::uuid[])
      where a.registration_id <> b.registration_id`;
  return rows.map(({ low, high }) => [low, high]);
}

/** Whom the organiser keeps apart, and who blocked whom on the marketplace. */
async function keptApart(tx: Transaction, gatheringId: string): Promise<Two[]> {
  const rows = await tx.$queryRaw<{ low: string; high: string }[]>`
    select low_id::text as low, high_id::text as high from gathering_apart where gathering_id = ${gatheringId}::uuid
    union select low_id::text, high_id::text from gathering_blocked_two where gathering_id = ${gatheringId}::uuid`;
  return rows.map(({ low, high }) => [low, high]);
}
