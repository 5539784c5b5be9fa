import { Prisma } from '#app/platform/prisma/client.ts';
import type { Stage } from '#app/modules/initiatives/stage.ts';
import { otherPlaces, residentsWord, shopsWord, type BudgetFilter } from '../budget-filter.ts';

/** `theme` and `stages`: only what was for plans with these; what was for no plan is left out then. */
export type GrantFilter = Partial<BudgetFilter> & { theme?: string; stages?: readonly Stage[] };

/** What a caller reads of `grants`; what nobody reads is null and not worked out. */
type Needs = {
  /** `paid` and `released`. */
  money?: boolean;
  /** `wijken` and `whole_district`. */
  places?: boolean;
  /** Of the plan and of the organisation that received. */
  names?: boolean;
  /** Only these, by the `id` that an earlier `grants` gave. */
  ids?: readonly string[];
};

const nothing = Prisma.empty;

/**
 * `with grants as (…)`: confirmed decisions and small spendings whose money is in the ledger by that day. Each has one
 * commitment, on the day of it, which says that it counts and what was granted. Of a decision, who received and where it
 * happens is what the version says that was decided on; plans from the papers have no such version and say it themselves. An
 * assignment without a plan names who gets it and no place. A small spending is for the wijken of its wijkalliantie.
 * Every decision there ever was goes through here: the columns that cost most are left out for who does not need them.
 */
export function grants(filter: GrantFilter, { money = false, places = false, names = false, ids }: Needs): Prisma.Sql {
  const until = filter.until ?? '9999-12-31';
  const { wijk = '', organisation = '', text = '', theme = '', stages = [] } = filter;
  const hasPlaces = places || wijk !== '';
  const hasNames = names || organisation !== '' || text !== '' || theme !== '' || stages.length > 0;
  const picked = ids === undefined ? nothing : Prisma.sql`and ground_id = any(${[...ids]}::uuid[])`;
  return Prisma.sql`
    with promised as ${hasPlaces ? Prisma.sql`materialized` : nothing} (
      select promise.ground_id as id, 'decision'::text as ground, null::text as payee_kind, ''::text as payee_name, d.number, d.title,
        d.taken_on, d.fund_id, d.actielijn_id, d.initiative_id, d.instrument, promise.amount_cents as granted,
        ${hasNames ? planNames : noNames}, ${hasPlaces ? planPlaces : noPlaces}
      from decision_day promise
        join decision d on d.id = promise.ground_id
        ${hasNames || hasPlaces ? planOfDecision : nothing}
      where promise.kind = 'commitment' and promise.day <= ${until}::date ${picked} and d.state = 'confirmed'
      union all
      select promise.ground_id, 'spending'::text, p.payee_kind, p.payee_name, p.number, p.what,
        amsterdam_day(p.confirmed_at), p.fund_id, null::uuid, p.initiative_id, null::text, promise.amount_cents,
        p.payee_organisation_id, (select slug from initiative where id = p.initiative_id), ${hasPlaces ? bodyPlaces : noPlaces}
      from decision_day promise
        join small_spending p on p.id = promise.ground_id
      where promise.kind = 'commitment' and promise.day <= ${until}::date ${picked} and p.state = 'confirmed'),
    all_grants as (
      select g.id::text as id, g.ground, g.payee_name, g.number, g.title, g.taken_on, g.instrument, g.initiative_slug, g.wijken, g.whole_district,
        g.granted, ${money ? itsMoney : noMoney},
        exists (select 1 from decision later where later.replaces_id = g.id and later.state = 'confirmed') as is_replaced,
        b.slug as body_slug, b.name as body_name, b.short_name as body_short_name,
        f.slug as fund_slug, f.name as fund_name, f.year, f.is_example, l.slug as actielijn_slug,
        s.slug as source_slug, s.name as source_name, s.name_en as source_name_en,
        case when o.id is not null then 'organisation'
          when g.payee_kind = 'shop' then 'shop'
          when g.payee_kind is null and g.initiative_id is null then 'actielijn'
          else 'residents' end as recipient_kind,
        o.slug as organisation_slug, o.name as organisation_name,
        (select title from actielijn where id = g.actielijn_id) as actielijn_title
      from promised g
        left join fund f on f.id = g.fund_id
        left join body b on b.id = f.body_id
        left join money_source s on s.id = f.money_source_id
        left join actielijn l on l.id = f.actielijn_id
        left join organisation o on o.id = g.organisation_id
        ${money ? becameOf(until, picked) : nothing}),
    grants as (select * from all_grants where ${conditionOf(filter)})`;
}

const planOfDecision = Prisma.sql`
  left join initiative i on i.id = d.initiative_id
  left join initiative_version v on v.initiative_id = d.initiative_id and v.version = d.initiative_version`;

const planNames = Prisma.sql`
  coalesce(d.recipient_organisation_id,
    case when v.content ? 'organisationId' then (v.content ->> 'organisationId')::uuid else i.organisation_id end) as organisation_id,
  i.slug as initiative_slug`;
const noNames = Prisma.sql`null::uuid as organisation_id, null::text as initiative_slug`;

const planPlaces = Prisma.sql`
  (select coalesce(array_agg(distinct left(code, 2)), '{}') from (
    select jsonb_array_elements_text(v.content -> 'areas') as code where jsonb_typeof(v.content -> 'areas') = 'array'
    union all
    select area_code from initiative_area where initiative_id = d.initiative_id and v.content -> 'areas' is null) named) as wijken,
  coalesce((v.content ->> 'wholeDistrict')::boolean, i.whole_district, false) as whole_district`;
const bodyPlaces = Prisma.sql`
  (select coalesce(array_agg(distinct left(area_code, 2)), '{}') from body_area where body_id = p.body_id), false`;
const noPlaces = Prisma.sql`null::text[] as wijken, null::boolean as whole_district`;

const itsMoney = Prisma.sql`coalesce(became.paid, 0)::bigint as paid, coalesce(became.released, 0)::bigint as released`;
const noMoney = Prisma.sql`null::bigint as paid, null::bigint as released`;

const becameOf = (until: string, picked: Prisma.Sql) => Prisma.sql`
  left join (
    select ground_id, -sum(amount_cents) filter (where kind = 'payment') as paid,
      -sum(amount_cents) filter (where kind = 'release') as released
    from decision_day where kind <> 'commitment' and day <= ${until}::date ${picked} group by ground_id) became on became.ground_id = g.id`;

function conditionOf(filter: GrantFilter): Prisma.Sql {
  const conditions = [Prisma.sql`true`];
  const { year = null, body = '', source = '', actielijn = '', wijk = '', organisation = '', text = '' } = filter;
  if (year !== null) conditions.push(Prisma.sql`year = ${year}`);
  if (body !== '') conditions.push(Prisma.sql`body_slug = ${body}`);
  if (source !== '') conditions.push(Prisma.sql`source_slug = ${source}`);
  if (actielijn !== '') conditions.push(Prisma.sql`actielijn_slug = ${actielijn}`);
  if (wijk === otherPlaces.district) conditions.push(Prisma.sql`whole_district`);
  else if (wijk === otherPlaces.unknown) conditions.push(Prisma.sql`not whole_district and wijken = '{}'`);
  else if (wijk !== '') conditions.push(Prisma.sql`not whole_district and ${wijk} = any(wijken)`);
  if (organisation === residentsWord) conditions.push(Prisma.sql`recipient_kind = 'residents'`);
  else if (organisation === shopsWord) conditions.push(Prisma.sql`recipient_kind = 'shop'`);
  else if (organisation !== '') conditions.push(Prisma.sql`organisation_slug = ${organisation}`);
  const { theme = '', stages = [] } = filter;
  if (theme !== '' || stages.length > 0)
    conditions.push(
      Prisma.sql`exists (select 1 from initiative plan where plan.slug = initiative_slug and ${ofPlan(theme, stages)})`,
    );
  for (const word of text.split(' ').filter((one) => one !== '')) {
    const pattern = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
    conditions.push(
      Prisma.sql`plain_text(concat_ws(' ', number, title, organisation_name, payee_name, body_name, fund_name)) like plain_text(${pattern})`,
    );
  }
  return Prisma.join(conditions, ' and ');
}

function ofPlan(theme: string, stages: readonly Stage[]): Prisma.Sql {
  const hasStage = stages.length === 0 ? Prisma.sql`true` : Prisma.sql`plan.stage = any(${[...stages]}::text[])`;
  if (theme === '') return hasStage;
  return Prisma.sql`${hasStage} and exists (
    select 1 from initiative_theme about where about.initiative_id = plan.id and about.theme_slug = ${theme})`;
}
