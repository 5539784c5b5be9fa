import { fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { cents, type Cents } from '#app/kernel/money.ts';
import type { Role } from '#app/modules/people/role.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { PublicBody, PublicInterest } from '../interest-views.ts';
import { fewestPeople, publicKind, type StandingKind } from '../standing.ts';

type HolderRow = {
  slug: string;
  name: string;
  role: Role;
  person_id: string;
  organisation: string | null;
  chair_name: string | null;
  is_resident: boolean;
  stated_on: Date | null;
  is_made: boolean;
};

type InterestRow = {
  person_id: string;
  kind: StandingKind;
  organisation: string;
  is_paid: boolean;
  gift: string;
  value_cents: bigint | null;
  is_kept: boolean;
  begins_on: Date;
  ends_on: Date | null;
};

/** From which value gifts are public and keep out. */
export async function giftLimit(database: Database, today: CalendarDate): Promise<Cents> {
  const [rule] = await database.$queryRaw<{ gift_from_cents: bigint }[]>`
    select gift_from_cents from integrity_rule_on(${today}::date)`;
  return cents(rule?.gift_from_cents ?? 0n);
}

/** The register as everybody reads it. What ended stays a year; gifts under the value of their day are not in it. */
export async function interestRegister(database: Database, today: CalendarDate): Promise<PublicBody[]> {
  const holders = await database.$queryRaw<HolderRow[]>`
    select b.slug, b.name, m.role, m.person_id::text, o.name as organisation,
        -- the name that the body gives its chair, if this is them
        case when m.role = 'chair' and lower(btrim(p.name)) = lower(btrim(b.chair_name)) then b.chair_name end as chair_name,
        b.kind <> 'programme' and m.organisation_id is null as is_resident, s.stated_on,
        coalesce(s.stated_on + interval '1 year' > ${today}::date, false) as is_made
      from body_membership m join body b on b.id = m.body_id join person p on p.id = m.person_id
        left join organisation o on o.id = m.organisation_id
        left join lateral (select amsterdam_day(max(stated_at)) as stated_on from interest_statement
          where person_id = m.person_id) s on true
      where p.deleted_at is null and m.begins_on <= ${today}::date and (m.ends_on is null or m.ends_on >= ${today}::date)
      order by b.name, m.role <> 'chair', m.role, o.name nulls last, s.stated_on nulls last`;
  const interests = await publicInterests(database, [...new Set(holders.map((one) => one.person_id))], today);
  const bodies = new Map<string, { name: string; rows: HolderRow[] }>();
  for (const row of holders) {
    const known = bodies.get(row.slug) ?? { name: row.name, rows: [] };
    known.rows.push(row);
    bodies.set(row.slug, known);
  }
  return [...bodies].map(([slug, { name, rows }]) => ({
    ...{ slug, name },
    stated: countsOf(rows),
    holders: rows
      .filter((row) => row.stated_on !== null || interests.has(row.person_id))
      .map((row) => ({
        role: row.role,
        organisation: row.organisation,
        isResident: row.is_resident,
        chairName: row.chair_name,
        statedOn: row.stated_on === null ? null : fromDateColumn(row.stated_on),
        interests: interests.get(row.person_id) ?? [],
      })),
  }));
}

function countsOf(rows: readonly HolderRow[]): PublicBody['stated'] {
  const people = new Map(rows.map((row) => [row.person_id, row.is_made]));
  if (people.size < fewestPeople) return null;
  return { made: [...people.values()].filter(Boolean).length, all: people.size };
}

async function publicInterests(database: Database, personIds: readonly string[], today: CalendarDate) {
  const rows = await database.$queryRaw<InterestRow[]>`
    select s.person_id::text, s.kind, coalesce(o.name, btrim(s.organisation_name)) as organisation, s.is_paid, s.gift,
        s.value_cents, s.is_kept, s.begins_on, standing_interest_end(s.kind, s.begins_on, s.ends_on) as ends_on
      from standing_interest_now s left join organisation o on o.id = s.organisation_id
      where s.person_id = any(${[...personIds]}::uuid[])
        and coalesce(standing_interest_end(s.kind, s.begins_on, s.ends_on), ${today}::date) >= ${today}::date - 365
        and (s.kind <> 'gift' or s.value_cents >= (integrity_rule_on(s.begins_on)).gift_from_cents)
      order by s.kind, s.begins_on, s.id`;
  const byPerson = new Map<string, PublicInterest[]>();
  for (const row of rows) {
    const kind = publicKind(row.kind);
    const isPersonal = kind === 'personal';
    const shown: PublicInterest = {
      kind,
      organisation: isPersonal ? null : row.organisation,
      isPaid: row.is_paid,
      gift: row.gift,
      value: row.value_cents === null ? null : cents(row.value_cents),
      isKept: row.is_kept,
      beginsOn: fromDateColumn(row.begins_on),
      endsOn: row.ends_on === null ? null : fromDateColumn(row.ends_on),
    };
    byPerson.set(row.person_id, [...(byPerson.get(row.person_id) ?? []), shown]);
  }
  return byPerson;
}
