import { dayInAmsterdam, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { runningLines } from '#app/modules/portfolios/queries/running-lines.query.server.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import { stageGroupOf } from '../stage-group.ts';
import { keysBehind, type DocumentSource } from './source.query.server.ts';

type Face = {
  id: string;
  slug: string;
  name: string;
  about: string;
  place: string;
  stage: string | null;
  wholeDistrict: boolean;
  organisationName: string | null;
  themes: string[];
  areas: string[];
  /** Null of an organisation that was put on the marketplace and has said nothing yet. */
  changedAt: Date | null;
};

/** Needs and offers: what stands on the marketplace, with what is still asked and offered today. */
export const portfolioDocuments: DocumentSource = {
  kind: 'portfolio',
  keys: keysBehind(Prisma.sql`select slug as key from portfolio_face where active`),
  drafts: async ({ database, today }, keys) => {
    const faces = await database.$queryRaw<Face[]>`
      select f.id::text as id, f.slug, f.name, f.about, f.place, f.stage, f.whole_district as "wholeDistrict",
          f.organisation_name as "organisationName",
          case when f.kind = 'organisation' and p.revision = 1 then null else f.changed_at end as "changedAt",
          array(select t.theme_slug from portfolio_theme_of t where t.portfolio_id = f.id) as themes,
          array(select a.area_code from portfolio_area_of a where a.portfolio_id = f.id) as areas
        from portfolio_face f join portfolio p on p.id = f.id where f.active and f.slug = any(${[...keys]}::text[])`;
    const lines = await runningLines(
      database,
      faces.map(({ id }) => id),
      today as CalendarDate,
    );
    return faces.map((face) => {
      const own = lines.filter(({ portfolioId }) => portfolioId === face.id);
      const kinds = (direction: string) =>
        own.filter((line) => line.direction === direction).map(({ resource }) => resource);
      return {
        key: face.slug,
        path: `/portfolios/${face.slug}`,
        title: face.name,
        summary: face.about,
        texts: [...own.map(({ text }) => text), face.place, face.organisationName],
        themes: face.themes,
        areas: face.areas,
        wholeDistrict: face.wholeDistrict,
        stage: stageGroupOf(face.stage),
        needs: kinds('need'),
        offers: kinds('offer'),
        date: face.changedAt === null ? null : dayInAmsterdam(face.changedAt),
      };
    });
  },
};
