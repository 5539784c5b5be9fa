import type { Phase, ResourceKind } from '#app/modules/portfolios/portfolio.ts';
import type { Database } from '#app/platform/database.server.ts';

/** A group on the marketplace, as measurements make them. */
export type BenchPortfolio = {
  id: string;
  key: string;
  name: string;
  about: string;
  phase: Phase;
  areas: readonly string[];
  themes: readonly string[];
  needs: readonly (readonly [ResourceKind, string])[];
  offers: readonly (readonly [ResourceKind, string])[];
};

const touched = ['portfolio', 'portfolio_line', 'portfolio_area', 'portfolio_theme', 'portfolio_keeper'];

/** Work in bulk with the triggers off: the measurement itself makes the lists. */
async function quietly(database: Database, work: (tx: Pick<Database, '$executeRaw'>) => Promise<void>): Promise<void> {
  await database.$transaction(
    async (tx) => {
      for (const table of touched) await tx.$executeRawUnsafe(`alter table ${table} disable trigger user`);
      await work(tx);
      for (const table of touched) await tx.$executeRawUnsafe(`alter table ${table} enable trigger user`);
    },
    { timeout: 300_000 },
  );
}

/** Nobody is on the marketplace any more. */
export async function emptyMarket(database: Database): Promise<void> {
  await quietly(database, async (tx) => {
    await tx.$executeRaw`update portfolio set state = 'closed' where state = 'open'`;
    await tx.$executeRaw`delete from match_todo`;
  });
}

/** Groups with their lines, all kept by one person. */
export async function addPortfolios(
  database: Database,
  portfolios: readonly BenchPortfolio[],
  keeperId: string,
  now: Date,
): Promise<void> {
  const batch = 1000;
  await quietly(database, async (tx) => {
    for (let first = 0; first < portfolios.length; first += batch) {
      const json = JSON.stringify(portfolios.slice(first, first + batch));
      await tx.$executeRaw`
        insert into portfolio (id, slug, kind, name, about, phase, state, created_at, changed_at)
          select p.id, 'meting-' || p.id, 'group', p.name, p.about, p.phase, 'open', ${now}, ${now}
            from jsonb_to_recordset(${json}::jsonb) as p (id uuid, name text, about text, phase text)`;
      await tx.$executeRaw`
        insert into portfolio_keeper (id, portfolio_id, person_id, added_at)
          select gen_random_uuid(), p.id, ${keeperId}::uuid, ${now} from jsonb_to_recordset(${json}::jsonb) as p (id uuid)`;
      await tx.$executeRaw`
        insert into portfolio_area (portfolio_id, area_code)
          select p.id, a from jsonb_to_recordset(${json}::jsonb) as p (id uuid, areas jsonb), jsonb_array_elements_text(p.areas) a`;
      await tx.$executeRaw`
        insert into portfolio_theme (portfolio_id, theme_slug)
          select p.id, t from jsonb_to_recordset(${json}::jsonb) as p (id uuid, themes jsonb), jsonb_array_elements_text(p.themes) t`;
      await tx.$executeRaw`
        insert into portfolio_line (id, portfolio_id, direction, resource, text, position, added_at)
          select gen_random_uuid(), p.id, d.direction, l.line ->> 0, l.line ->> 1, l.place, ${now}
            from jsonb_to_recordset(${json}::jsonb) as p (id uuid, needs jsonb, offers jsonb)
            cross join lateral (values ('need', p.needs), ('offer', p.offers)) as d (direction, lines)
            cross join lateral jsonb_array_elements(d.lines) with ordinality as l (line, place)`;
    }
  });
}
