import { newId } from '#app/kernel/ids.ts';
import { stepsTo } from './timeline.ts';
import type { Database } from '#app/platform/database.server.ts';
import { contentOfPlan } from './content.ts';
import { madeUpSeed } from './documents.ts';
import { madeUpPlan, organisationName, plansEach } from './plan.ts';

/** What is written to with its triggers off: they would make portfolios and lists of work one by one. Constraints stay. */
const touched = [
  'organisation',
  'initiative',
  'initiative_version',
  'initiative_theme',
  'initiative_area',
  'initiative_event',
  'portfolio',
  'portfolio_line',
];

/** Address of a made-up plan on the site. */
export const madeUpSlug = (index: number | '') => `verzonnen-plan-${String(index)}`;

/**
 * Fills the product's own tables with plans of organisations that do not exist, with versions, steps on the timeline and portfolios.
 * In batches of a thousand, each a transaction, so that memory stays what it is.
 * @param first index of the first plan; as many as were written before
 * @param count plans in all
 */
export async function writeMadeUpPlans(
  database: Database,
  { first = 0, count, seed = madeUpSeed }: { first?: number; count: number; seed?: number },
): Promise<void> {
  const batch = plansEach * 80;
  for (let from = first; from < first + count; from += batch)
    await writeBatch(database, seed, from, Math.min(batch, first + count - from));
}

async function writeBatch(database: Database, seed: number, first: number, count: number): Promise<void> {
  const organisations = await organisationsOf(database, first, count);
  const plans = Array.from({ length: count }, (_, at) => {
    const plan = madeUpPlan(seed, first + at);
    const organisationId = organisations.get(plan.organisation)?.id ?? null;
    const submittedAt = `${plan.date}T12:00:00Z`;
    return {
      id: newId(),
      portfolioId: newId(),
      slug: madeUpSlug(plan.index),
      organisationId,
      submittedAt,
      ...{ stage: plan.stage, title: plan.title, summary: plan.summary, body: plan.body, cents: plan.cents },
      ...{ wholeDistrict: plan.wholeDistrict, themes: plan.themes, areas: plan.buurten },
      content: contentOfPlan(plan, organisationId),
      events: stepsTo(plan.stage, submittedAt),
    };
  });
  const groups = JSON.stringify([...organisations.values()].filter(({ isNew }) => isNew));
  const rows = JSON.stringify(plans);
  await database.$transaction(
    async (tx) => {
      for (const table of touched) await tx.$executeRawUnsafe(`alter table ${table} disable trigger user`);
      await tx.$executeRaw`
        insert into organisation (id, slug, name, kind, summary)
          select id, slug, name, 'foundation', '' from jsonb_to_recordset(${groups}::jsonb) as o (id uuid, slug text, name text)`;
      await tx.$executeRaw`
        insert into initiative (id, slug, stage, current_version, title, summary, whole_district, requested_cents, organisation_id,
            body_id, submitted_at, created_at, updated_at)
          select p.id, p.slug, p.stage, 1, p.title, p.summary, p."wholeDistrict", p.cents, p."organisationId", b.id,
              p."submittedAt", p."submittedAt", p."submittedAt"
            from jsonb_to_recordset(${rows}::jsonb) as p (id uuid, slug text, stage text, title text, summary text,
              "wholeDistrict" boolean, cents bigint, "organisationId" uuid, body text, "submittedAt" timestamptz)
            join body b on b.slug = p.body`;
      await tx.$executeRaw`
        insert into initiative_version (initiative_id, version, content, created_at)
          select p.id, 1, p.content, p."submittedAt"
            from jsonb_to_recordset(${rows}::jsonb) as p (id uuid, content jsonb, "submittedAt" timestamptz)`;
      await tx.$executeRaw`
        insert into initiative_theme (initiative_id, theme_slug)
          select p.id, t from jsonb_to_recordset(${rows}::jsonb) as p (id uuid, themes jsonb), jsonb_array_elements_text(p.themes) t`;
      await tx.$executeRaw`
        insert into initiative_area (initiative_id, area_code)
          select p.id, a from jsonb_to_recordset(${rows}::jsonb) as p (id uuid, areas jsonb), jsonb_array_elements_text(p.areas) a`;
      await tx.$executeRaw`
        insert into initiative_event (id, initiative_id, kind, body_id, detail, occurred_at)
          select gen_random_uuid(), p.id, e.event ->> 'kind', b.id, e.event -> 'detail', (e.event ->> 'at')::timestamptz
            from jsonb_to_recordset(${rows}::jsonb) as p (id uuid, body text, events jsonb)
            join body b on b.slug = p.body
            cross join lateral jsonb_array_elements(p.events) with ordinality as e (event, place)
            order by p.id, e.place`;
      await tx.$executeRaw`
        insert into portfolio (id, slug, kind, initiative_id, organisation_id, created_at, changed_at)
          select p."portfolioId", p.slug, 'initiative', p.id, null, p."submittedAt", p."submittedAt"
            from jsonb_to_recordset(${rows}::jsonb) as p ("portfolioId" uuid, slug text, id uuid, "submittedAt" timestamptz)
          union all
          select o."portfolioId", o.slug, 'organisation', null, o.id, now(), now()
            from jsonb_to_recordset(${groups}::jsonb) as o ("portfolioId" uuid, slug text, id uuid)`;
      await tx.$executeRaw`
        insert into portfolio_line (id, portfolio_id, direction, resource, text, from_version, position, added_at)
          select gen_random_uuid(), p."portfolioId", said.direction, said.resource, said.text, 1, said.place, p."submittedAt"
            from jsonb_to_recordset(${rows}::jsonb) as p ("portfolioId" uuid, content jsonb, "submittedAt" timestamptz)
            cross join lateral lines_of_content(p.content) said`;
      for (const table of touched) await tx.$executeRawUnsafe(`alter table ${table} enable trigger user`);
    },
    { timeout: 300_000 },
  );
}

/** The organisations of a row of plans, by number; the first may be there already, of the row before. */
async function organisationsOf(database: Database, first: number, count: number) {
  const numbers = new Set(Array.from({ length: count }, (_, at) => Math.floor((first + at) / plansEach)));
  const slugOf = (number: number) => `verzonnen-${String(number)}`;
  const there = await database.organisation.findMany({
    where: { slug: { in: [...numbers].map(slugOf) } },
    select: { id: true, slug: true },
  });
  const known = new Map(there.map(({ slug, id }) => [slug, id]));
  return new Map(
    [...numbers].map((number) => {
      const [slug, name] = [slugOf(number), organisationName(number)];
      return [number, { id: known.get(slug) ?? newId(), isNew: !known.has(slug), portfolioId: newId(), slug, name }];
    }),
  );
}
