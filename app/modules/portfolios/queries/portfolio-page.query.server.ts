import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { isSlug } from '#app/modules/initiatives/slug.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { inLocale, type ProgrammeLocale } from '#app/modules/programme/locale.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { PortfolioKind, Unreachable } from '../portfolio.ts';
import type { PortfolioName, PortfolioPageView } from '../views.ts';
import { runningLines, shownLine } from './running-lines.query.server.ts';

type Face = {
  id: string;
  slug: string;
  name: string;
  kind: PortfolioKind;
  about: string;
  stage: string | null;
  place: string;
  languages: string[];
  wholeDistrict: boolean;
  initiativeSlug: string | null;
  organisationSlug: string | null;
  carrierSlug: string | null;
  carrierName: string | null;
  isActive: boolean;
  canBeClaimed: boolean;
  unreachable: Unreachable | null;
};

/**
 * One portfolio, for everybody who may see it.
 * @returns null when there is none at this address, an editor hid it, or its keepers, of whom the actor is none, closed it
 */
export async function portfolioPage(
  database: Database,
  actor: Actor,
  slug: string,
  { today, locale }: { today: CalendarDate; locale: ProgrammeLocale },
): Promise<PortfolioPageView | null> {
  if (!isSlug(slug)) return null;
  const [face] = await database.$queryRaw<Face[]>`
    select f.id::text as id, f.slug, f.name, f.kind, f.about, f.stage, f.place, f.languages,
        f.whole_district as "wholeDistrict", f.initiative_slug as "initiativeSlug",
        f.organisation_slug as "organisationSlug", f.initiative_organisation_slug as "carrierSlug",
        f.organisation_name as "carrierName", f.active as "isActive", has_own_keepers(f.id) as "canBeClaimed",
        portfolio_unreachable(f.id) as unreachable
      from portfolio_look f where f.slug = ${slug}
        and (f.state = 'open' or (f.state = 'closed' and keeps_portfolio(${actor.person?.id ?? null}::uuid, f.id)))`;
  if (face === undefined) return null;
  const { id, organisationSlug, carrierSlug, carrierName } = face;
  const [areas, themes, lines, initiatives, matches, carrier] = await Promise.all([
    database.$queryRaw<{ code: string; name: string }[]>`
      select area.code, area.name from portfolio_area_of a join area on area.code = a.area_code
        where a.portfolio_id = ${id}::uuid order by area.name`,
    database.$queryRaw<{ slug: string; name: string; nameEn: string }[]>`
      select t.slug, t.name, t.name_en as "nameEn" from portfolio_theme_of p join theme t on t.slug = p.theme_slug
        where p.portfolio_id = ${id}::uuid order by t.position`,
    runningLines(database, [id], today),
    organisationSlug === null
      ? []
      : database.$queryRaw<PortfolioName[]>`
          select slug, name from portfolio_face where active and initiative_organisation_slug = ${organisationSlug} order by name`,
    matchesOf(database, id),
    carrierSlug === null ? null : portfolioOfOrganisation(database, carrierSlug),
  ]);
  return {
    id,
    slug: face.slug,
    name: face.name,
    kind: face.kind,
    about: face.about,
    stage: face.stage,
    place: face.place,
    languages: face.languages,
    wholeDistrict: face.wholeDistrict,
    areas,
    themes: themes.map((theme) => ({ slug: theme.slug, name: inLocale(locale, theme.name, theme.nameEn) })),
    lines: lines.map((line) => ({ ...shownLine(line), fromVersion: line.fromVersion })),
    initiativeSlug: face.initiativeSlug,
    organisation:
      organisationSlug !== null
        ? { slug: organisationSlug, name: face.name }
        : carrierSlug === null
          ? null
          : { slug: carrierSlug, name: carrierName ?? '' },
    organisationPortfolio: carrier,
    initiatives,
    matches,
    unreachable: face.unreachable,
    isActive: face.isActive,
    canBeClaimed: face.canBeClaimed && face.kind === 'initiative' && face.unreachable === 'unkept',
  };
}

/** With whom a portfolio made a match, where both can be seen by everybody. */
async function matchesOf(database: Database, portfolioId: string): Promise<PortfolioName[]> {
  return database.$queryRaw<PortfolioName[]>`
    select f.slug, f.name from portfolio_match m
      join portfolio_face f on f.id = case m.low_id when ${portfolioId}::uuid then m.high_id else m.low_id end
      where ${portfolioId}::uuid in (m.low_id, m.high_id) order by m.made_at desc`;
}

/** Where the portfolio of an initiative is. @returns null when it is not on the marketplace */
export async function portfolioOfInitiative(database: Database, initiativeSlug: string): Promise<PortfolioName | null> {
  const [row] = await database.$queryRaw<PortfolioName[]>`
    select slug, name from portfolio_face where active and initiative_slug = ${initiativeSlug}`;
  return row ?? null;
}

/** Where the portfolio of an organisation is. @returns null when it is not on the marketplace */
export async function portfolioOfOrganisation(
  database: Database,
  organisationSlug: string,
): Promise<PortfolioName | null> {
  const [row] = await database.$queryRaw<PortfolioName[]>`
    select slug, name from portfolio_face where active and organisation_slug = ${organisationSlug}`;
  return row ?? null;
}
