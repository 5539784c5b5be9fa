import { isId } from '#app/kernel/ids.ts';
import type { Database } from '#app/platform/database.server.ts';
import { explanationsOf, mendingOf } from '../round.store.server.ts';
import { namesIn } from './board.query.server.ts';
import { comesAsOf } from './registration.query.server.ts';
import { roundView } from './rounds.query.server.ts';
import type { RoundTables, SeatedPerson } from '../round-views.ts';

/** Who sits where in a round, for who runs the gathering. The caller asks whether the actor does. @returns null when there is no such round */
export async function roundTables(
  database: Database,
  gatheringId: string,
  roundId: string,
): Promise<RoundTables | null> {
  if (!isId(roundId)) return null;
  const row = await database.gatheringRound.findFirst({
    where: { id: roundId, gatheringId, kind: { in: ['pairs', 'groups'] } },
    include: { tables: { orderBy: { number: 'asc' }, include: { cluster: { select: { name: true } } } }, seats: true },
  });
  if (row === null) return null;
  const people = await peopleOf(database, gatheringId);
  const byId = new Map(people.map((person) => [person.registrationId, person]));
  const seated = new Set(row.seats.map(({ registrationId }) => registrationId));
  const explanations = explanationsOf(row.explanations);
  const names = await namesIn(database, explanations);
  const nameOf = (id: string) => byId.get(id)?.name ?? names.get(id) ?? '';
  const apart = await database.gatheringApart.findMany({ where: { gatheringId } });
  const mending = mendingOf(row.mending);
  return {
    round: roundView(row),
    tables: row.tables.map(({ id, number, cluster }) => {
      const sitting = row.seats.flatMap(({ tableId, registrationId, isPinned }) => {
        const person = tableId === id ? byId.get(registrationId) : undefined;
        return person === undefined ? [] : [{ ...person, isPinned }];
      });
      sitting.sort((one, other) => one.name.localeCompare(other.name, 'nl'));
      return { number, clusterName: cluster?.name ?? null, languages: sharedLanguages(sitting), people: sitting };
    }),
    without: people.filter(({ registrationId, hasLeft }) => !hasLeft && !seated.has(registrationId)),
    room: people
      .filter(({ hasLeft }) => !hasLeft)
      .map(({ registrationId, name }) => ({ value: registrationId, label: name })),
    mending:
      mending?.basedOn === row.revision
        ? {
            moves: mending.moves.map(({ registrationId, from, to }) => ({ name: nameOf(registrationId), from, to })),
            without: mending.without.map(nameOf),
          }
        : null,
    explanations: explanations.map(({ about, reason, done, people: ids, wanted }) => ({
      ...{ about, reason, done },
      people: ids.map(nameOf),
      wanted: wanted === undefined ? null : nameOf(wanted),
    })),
    apart: apart.map(({ lowId, highId }) => ({
      oneId: lowId,
      otherId: highId,
      one: nameOf(lowId),
      other: nameOf(highId),
    })),
  };
}

/** Languages that all of them speak; who told none speaks what the gathering is held in. */
export function sharedLanguages(people: readonly { languages: readonly string[] }[]): string[] {
  const spoken = people.map(({ languages }) => (languages.length === 0 ? ['nl'] : languages));
  return (spoken[0] ?? []).filter((code) => spoken.every((codes) => codes.includes(code)));
}

/** Everybody with a place who came at some time, by name. */
async function peopleOf(database: Database, gatheringId: string): Promise<SeatedPerson[]> {
  const rows = await database.$queryRaw<
    {
      id: string;
      name: string;
      comesAs: string;
      comesFrom: string;
      languages: string[];
      isIn: boolean;
      portfolios: string[];
    }[]
  >`
    select r.id::text as id, r.name, r.comes_as as "comesAs", r.comes_from as "comesFrom", r.languages,
        r.arrived_at is not null as "isIn",
        array(select f.name from gathering_registration_portfolio p join portfolio_face f on f.id = p.portfolio_id
          where p.registration_id = r.id and p.why = 'comes-for' order by f.name) as portfolios
      from gathering_registration r
      where r.gathering_id = ${gatheringId}::uuid and r.state = 'confirmed'
        and (r.arrived_at is not null or exists (select from gathering_seat s where s.registration_id = r.id))`;
  return rows
    .map(({ id, name, comesAs, comesFrom, languages, isIn, portfolios }) => ({
      ...{ registrationId: id, name, languages },
      comesAs: comesAsOf(comesAs),
      comesFor: portfolios.length === 0 ? comesFrom : portfolios.join(', '),
      isPinned: false,
      hasLeft: !isIn,
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'nl'));
}
