import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PortfolioKind } from '#app/modules/portfolios/portfolio.ts';
import { runningLines } from '#app/modules/portfolios/queries/running-lines.query.server.ts';
import type { PortfolioName } from '#app/modules/portfolios/views.ts';
import { inLocale, type ProgrammeLocale } from '#app/modules/programme/locale.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { Reason } from '../explain.ts';
import { saidReasons } from '../said-reasons.ts';
import type { SuggestionsView, SuggestionView, WrittenLine } from '../views.ts';

type Row = PortfolioName & {
  id: string;
  kind: PortfolioKind;
  about: string;
  area: string | null;
  wholeDistrict: boolean;
  place: string;
  isKept: boolean;
  weWant: boolean;
  theyWant: boolean;
  reasons: Reason[];
};

/**
 * Who is suggested to a portfolio, best first. The list was made before; who closed, was hidden or dismissed since, is left out at
 * once, and so are those that the reader keeps, that one of the two blocked, and with whom there is a match already.
 * @param portfolioId of the actor's; that it is theirs, the caller has asked `ownPortfolios`
 */
export async function suggestionsFor(
  database: Database,
  actor: SignedIn,
  portfolioId: string,
  { today, locale }: { today: CalendarDate; locale: ProgrammeLocale },
): Promise<SuggestionsView> {
  const [rows, dismissed, themes, waiting] = await Promise.all([
    listed(database, actor.person.id, portfolioId),
    database.$queryRaw<PortfolioName[]>`
      select f.slug, f.name from suggestion_dismissal d join portfolio_face f on f.id = d.other_id
        where d.portfolio_id = ${portfolioId}::uuid and f.active order by d.at desc`,
    database.theme.findMany({ select: { slug: true, name: true, nameEn: true } }),
    database.matchTodo.count({ where: { portfolioId } }),
  ]);
  const all = await runningLines(database, [portfolioId, ...rows.map(({ id }) => id)], today);
  const lines = new Map(all.map(({ id, resource, text }): [string, WrittenLine] => [id, { resource, text }]));
  const themeNames = new Map(themes.map(({ slug, name, nameEn }) => [slug, inLocale(locale, name, nameEn)]));
  return {
    suggestions: rows.map((row): SuggestionView => {
      const { id, slug, name, kind, about, area, wholeDistrict, place, isKept, weWant, theyWant, reasons } = row;
      return {
        ...{ id, slug, name, portfolioKind: kind, about, area, wholeDistrict, isKept, weWant, theyWant },
        isFair: place === 'fair',
        reasons: saidReasons(reasons, lines, themeNames),
      };
    }),
    dismissed,
    isBusy: waiting > 0,
    hasLines: all.some((line) => line.portfolioId === portfolioId),
  };
}

/** Of several portfolios the one to show first: that says what it needs or offers, and for which the best was found. */
export async function fullestOf<Own extends { id: string }>(
  database: Database,
  portfolios: readonly Own[],
): Promise<Own | undefined> {
  if (portfolios.length < 2) return portfolios[0];
  const [row] = await database.$queryRaw<{ id: string }[]>`
    select portfolio_id::text as id from match_suggestion where portfolio_id = any (${portfolios.map(({ id }) => id)}::uuid[])
      order by exists (select from portfolio_line l where l.portfolio_id = match_suggestion.portfolio_id and l.done_at is null) desc,
        place desc, score desc, portfolio_id limit 1`;
  return portfolios.find(({ id }) => id === row?.id) ?? portfolios[0];
}

async function listed(database: Database, personId: string, portfolioId: string): Promise<Row[]> {
  return database.$queryRaw<Row[]>`
    with found as (
      select portfolio_id, other_id, score, place, reasons from match_suggestion where portfolio_id = ${portfolioId}::uuid
      union all
      -- who wants to meet is shown, also where the list has better ones
      select ${portfolioId}::uuid, met.id, 0, 'ranked', '[]'::jsonb
        from (select other_id as id from suggestion_interest where portfolio_id = ${portfolioId}::uuid and withdrawn_at is null
          union select portfolio_id from suggestion_interest where other_id = ${portfolioId}::uuid and withdrawn_at is null
            and not pair_blocked(portfolio_id, other_id, by_id, ${personId}::uuid)) met
        where not exists (select from match_suggestion s where s.portfolio_id = ${portfolioId}::uuid and s.other_id = met.id)),
    listed as materialized (
      select other_id, score, place, reasons from found s
        where not exists (select from suggestion_dismissal d where d.portfolio_id = s.portfolio_id and d.other_id = s.other_id)
        and not exists (select from portfolio_match m
          where m.low_id = least(s.portfolio_id, s.other_id) and m.high_id = greatest(s.portfolio_id, s.other_id))
        and not ((select in_any_block(${portfolioId}::uuid, ${personId}::uuid))
          and pair_blocked(s.portfolio_id, s.other_id, ${personId}::uuid)))
    select f.id::text as id, f.slug, f.name, f.kind, left(f.about, 600) as about, f.whole_district as "wholeDistrict",
        (select string_agg(named.name, ', ' order by named.name) from (
          select a.name from portfolio_area_of o join area a on a.code = o.area_code where o.portfolio_id = f.id order by a.name limit 2) named) as area,
        l.place, l.reasons,
        exists (select from portfolio_keeps k where k.portfolio_id = f.id) as "isKept",
        exists (select from suggestion_interest w where w.portfolio_id = ${portfolioId}::uuid and w.other_id = f.id and w.withdrawn_at is null) as "weWant",
        exists (select from suggestion_interest w where w.portfolio_id = f.id and w.other_id = ${portfolioId}::uuid and w.withdrawn_at is null
          and not pair_blocked(w.portfolio_id, w.other_id, w.by_id, ${personId}::uuid)) as "theyWant"
      from listed l join portfolio_face f on f.id = l.other_id
      where f.active and not exists (
        select from portfolio_keeps k where k.portfolio_id = f.id and k.person_id = ${personId}::uuid)
      order by "theyWant" desc, l.place desc, l.score desc, f.id`;
}
