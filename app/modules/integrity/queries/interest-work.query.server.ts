import { fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Role } from '#app/modules/people/role.ts';
import type { Database } from '#app/platform/database.server.ts';
import { readsExplanationOf, readsInterestsOf } from '../policy.ts';
import type { HolderWork } from '../interest-views.ts';
import { isPrivateKind, publicKind, statementState, type StandingKind } from '../standing.ts';

/** A tie that touches what runs. */
export type TouchingTie = {
  key: string;
  bodyName: string;
  name: string;
  about: { kind: 'round' | 'decision' | 'batch'; title: string; href: string };
  /** An interest of `interest_of`, or `near`: who is paid shares a household or bank account; `portfolio`: keeps its portfolio. */
  tie: string;
  /** Kept out already; confirming waits until they are taken out of the attendance; or somebody must ask after it. */
  state: 'kept-out' | 'blocks' | 'ask';
};

export type InterestWork = { holders: HolderWork[]; ties: TouchingTie[] };

/** What chairs, programme managers and the controlegroep look after. */
export async function interestWork(database: Database, actor: Actor, today: CalendarDate): Promise<InterestWork> {
  const bodies = await database.body.findMany({ select: { id: true } });
  const bodyIds = bodies.map(({ id }) => id).filter((id) => readsInterestsOf(actor, id));
  return {
    holders: await holdersOf(database, actor, bodyIds, today),
    ties: await tiesIn(database, bodyIds, today),
  };
}

type HolderRow = {
  person_id: string;
  body_id: string;
  body_name: string;
  name: string;
  roles: Role[];
  organisation: string | null;
  stated_on: Date | null;
  due_on: Date;
};

async function holdersOf(database: Database, actor: Actor, bodyIds: readonly string[], today: CalendarDate) {
  const rows = await database.$queryRaw<HolderRow[]>`
    select m.person_id::text, m.body_id::text, b.name as body_name, coalesce(nullif(p.name, ''), p.email) as name,
        array_agg(distinct m.role) as roles, max(o.name) as organisation, interest_due_on(m.person_id, min(m.begins_on)) as due_on,
        (select amsterdam_day(max(s.stated_at)) from interest_statement s where s.person_id = m.person_id) as stated_on
      from body_membership m join body b on b.id = m.body_id join person p on p.id = m.person_id
        left join organisation o on o.id = m.organisation_id
      where m.body_id = any(${[...bodyIds]}::uuid[]) and p.deleted_at is null
        and m.begins_on <= ${today}::date and (m.ends_on is null or m.ends_on >= ${today}::date)
      group by m.person_id, m.body_id, b.name, p.name, p.email
      order by due_on, name, b.name`;
  const interests = await database.$queryRaw<
    { person_id: string; kind: StandingKind; organisation: string; note: string }[]
  >`
    select s.person_id::text, s.kind, coalesce(o.name, btrim(s.organisation_name)) as organisation, s.note
      from standing_interest_now s left join organisation o on o.id = s.organisation_id
      where s.person_id = any(${rows.map((row) => row.person_id)}::uuid[])
        and coalesce(standing_interest_end(s.kind, s.begins_on, s.ends_on), ${today}::date) >= ${today}::date
      order by s.kind, s.begins_on`;
  return rows.map((row): HolderWork => {
    const dueOn = fromDateColumn(row.due_on);
    const statedOn = row.stated_on === null ? null : fromDateColumn(row.stated_on);
    const mayExplain = readsExplanationOf(actor, row.person_id);
    return {
      key: `${row.body_id} ${row.person_id}`,
      bodyName: row.body_name,
      name: row.name,
      roles: row.roles,
      organisation: row.organisation,
      state: statementState({ dueOn, statedOn }, today),
      statedOn,
      dueOn,
      interests: interests
        .filter(({ person_id }) => person_id === row.person_id)
        .map(({ kind, organisation, note }) => {
          const isHidden = isPrivateKind(kind) && !mayExplain;
          const shown = isHidden ? { kind: publicKind(kind), organisation: '' } : { kind, organisation };
          return { ...shown, note: mayExplain && note !== '' ? note : null };
        }),
    };
  });
}

type TieRow = {
  kind: TouchingTie['about']['kind'];
  id: string;
  title: string;
  body_name: string;
  person_id: string;
  name: string;
  tie: string;
  state: TouchingTie['state'];
};

const hrefs = {
  round: (id: string) => `/beoordeling/rondes/${id}`,
  decision: (id: string) => `/besluitvorming/${id}`,
  batch: (number: string) => `/penningmeester/${number}`,
} as const;

/**
 * Ties that touch running rounds, prepared decisions and open batches. The interests themselves come from the functions that
 * keep people out, so this list and the rule cannot differ. Keeping a portfolio keeps nobody out: there somebody has to ask.
 */
async function tiesIn(database: Database, bodyIds: readonly string[], today: CalendarDate): Promise<TouchingTie[]> {
  const rows = await database.$queryRaw<TieRow[]>`
    with seats as (
      select distinct m.person_id, m.body_id, m.role from body_membership m join person p on p.id = m.person_id
        where m.body_id = any(${[...bodyIds]}::uuid[]) and p.deleted_at is null and m.begins_on <= ${today}::date
          and (m.ends_on is null or m.ends_on >= ${today}::date)),
    scoring as (
      select r.id::text, r.body_id, i.title, i.id as initiative_id, i.organisation_id, a.person_id, interest_of(a.person_id, i.id) as tie
        from round r join round_entry e on e.round_id = r.id and e.left_at is null join initiative i on i.id = e.initiative_id
          join review_assignment a on a.round_entry_id = e.id
        where r.state = 'open' and r.body_id = any(${[...bodyIds]}::uuid[])),
    deciding as (
      select d.id::text, d.body_id, d.title, d.initiative_id, d.recipient_organisation_id as organisation_id, s.person_id,
          interest_in_decision(s.person_id, d.id) as tie, x.part
        from decision d join (select distinct person_id, body_id from seats where role in ('chair', 'member', 'programme_manager', 'budget_holder')) s
            on s.body_id = d.body_id
          left join decision_participant x on x.decision_id = d.id and x.person_id = s.person_id
        where d.state = 'prepared' and d.origin = 'product'),
    paying as (
      select b.number, b.body_id, b.id as batch_id, s.person_id from payment_batch b join seats s on s.body_id = b.body_id and s.role = 'treasurer'
        where b.state in ('draft', 'approved')),
    found as (
      select 'round' as kind, id, title, body_id, person_id, tie, 'kept-out' as state from scoring where tie is not null
      union
      select 'round', k.id, k.title, k.body_id, k.person_id, 'portfolio', 'ask' from scoring k
        where k.tie is null and exists (select from portfolio_keeper x join portfolio p on p.id = x.portfolio_id
          where x.person_id = k.person_id and x.ended_at is null and (p.initiative_id = k.initiative_id or p.organisation_id = k.organisation_id))
      union
      select 'decision', id, title, body_id, person_id, tie, case part when 'took-part' then 'blocks' else 'kept-out' end
        from deciding where tie is not null
      union
      select 'decision', k.id, k.title, k.body_id, k.person_id, 'portfolio', 'ask' from deciding k
        where k.tie is null and exists (select from portfolio_keeper x join portfolio p on p.id = x.portfolio_id
          where x.person_id = k.person_id and x.ended_at is null and (p.initiative_id = k.initiative_id or p.organisation_id = k.organisation_id))
      union
      select 'batch', k.number, k.number, k.body_id, k.person_id, 'near', 'kept-out' from paying k
        where exists (select from payment_line l join near_ones(k.person_id) n on n.person_id = l.person_id
          where l.batch_id = k.batch_id and l.state = 'open')
      union
      select 'batch', k.number, k.number, k.body_id, k.person_id, payment_interest_of(k.person_id, a.decision_id, a.spending_id), 'kept-out'
        from paying k join payment_line l on l.batch_id = k.batch_id and l.state = 'open' join payment_line_claim x on x.line_id = l.id
          join allowance_claim c on c.id = x.claim_id join activity a on a.id = c.activity_id
        where payment_interest_of(k.person_id, a.decision_id, a.spending_id) is not null)
    select f.kind, f.id, f.title, f.person_id::text, f.tie, f.state, b.name as body_name, coalesce(nullif(p.name, ''), p.email) as name
      from found f join body b on b.id = f.body_id join person p on p.id = f.person_id
      order by case f.state when 'ask' then 1 when 'blocks' then 2 else 3 end, b.name, f.kind, f.title, name`;
  return rows.map((row) => ({
    key: `${row.kind} ${row.id} ${row.title} ${row.person_id} ${row.tie}`,
    bodyName: row.body_name,
    name: row.name,
    about: { kind: row.kind, title: row.title, href: hrefs[row.kind](row.id) },
    tie: row.tie,
    state: row.state,
  }));
}
