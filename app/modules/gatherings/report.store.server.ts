import type { Database, Transaction } from '#app/platform/database.server.ts';
import { sha256 } from '#app/platform/secret.server.ts';
import { safeParts, type ReportNumbers } from './report.ts';

/** Names that a report shows: of who agreed, as PostgreSQL knows it at this moment. */
export type ReportNames = {
  people: string[];
  /** By promise. */
  promisers: ReadonlyMap<string, string>;
  /** Of the names and whose they are: differs when somebody agreed or withdrew meanwhile. */
  mark: string;
};

export async function reportNames(database: Database | Transaction, gatheringId: string): Promise<ReportNames> {
  const people = await database.$queryRaw<{ id: string; shownAs: string }[]>`
    select registration_id::text as id, shown_as as "shownAs" from gathering_public_name
      where gathering_id = ${gatheringId}::uuid order by shown_as, registration_id`;
  const promisers = await database.$queryRaw<{ id: string; promiser: string }[]>`
    select p.id::text as id, p.promiser from gathering_public_promise p
      where p.gathering_id = ${gatheringId}::uuid and p.promiser <> ''
        and not exists (select from gathering_omission o
          where o.gathering_id = p.gathering_id and o.kind = 'promise' and o.subject_id = p.id)
      order by p.id`;
  return {
    people: people.map(({ shownAs }) => shownAs),
    promisers: new Map(promisers.map(({ id, promiser }) => [id, promiser])),
    mark: sha256(JSON.stringify([people, promisers])),
  };
}

/** How many came, as what and from which wijk, without numbers from which one could tell who it was. */
export async function countWhoCame(tx: Database | Transaction, gatheringId: string): Promise<ReportNumbers> {
  const came = await tx.$queryRaw<{ key: string; count: number }[]>`
    select comes_as as key, count(*)::int as count from gathering_registration
      where gathering_id = ${gatheringId}::uuid and arrived_at is not null group by comes_as order by comes_as`;
  const areas = await tx.$queryRaw<{ key: string; count: number }[]>`
    select coalesce(w.name, '') as key, count(*)::int as count
      from gathering_registration r left join area w on w.code = left(r.area_code, 2)
      where r.gathering_id = ${gatheringId}::uuid and r.arrived_at is not null group by 1 order by 1`;
  return { came: safeParts(came), areas: safeParts(areas) };
}

/** Ids of the registrations of who was there, wants mails about it and can be reached. */
export async function whoHearsOfIt(tx: Transaction, gatheringId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id::text as id from gathering_registration
      where gathering_id = ${gatheringId}::uuid and arrived_at is not null and state = 'confirmed' and erased_at is null
        and outcome_mails and (email <> '' or person_id is not null)
      order by id`;
  return rows.map(({ id }) => id);
}
