import type { Instant } from '#app/kernel/instant.ts';
import { themes } from '#app/modules/programme/queries/themes.query.server.ts';
import { wijken } from '#app/modules/programme/queries/areas.query.server.ts';
import type { ProgrammeLocale } from '#app/modules/programme/locale.ts';
import type { Database } from '#app/platform/database.server.ts';
import { sha256 } from '#app/platform/secret.server.ts';
import { comesAsChoices, registrationState, runningStates, type ComesAs } from '../registration.ts';
import type { OwnRegistration } from '../views.ts';
import { gatheringById } from './public-gathering.query.server.ts';

/** What stands behind a personal link; null when it leads nowhere, or to another gathering than the address says. */
export async function ownRegistration(
  database: Database,
  { slug, token, now }: { slug: string; token: string; now: Instant },
): Promise<OwnRegistration | null> {
  if (!/^[\w-]{40,50}$/.test(token)) return null;
  const row = await database.gatheringRegistration.findUnique({
    where: { tokenHash: sha256(token) },
    include: { themes: true, portfolios: true },
  });
  const gathering = row === null ? null : await gatheringById(database, row.gatheringId, now);
  if (row === null || gathering === null || gathering.slug !== slug || gathering.state === 'concept') return null;
  const chosen = (why: string) => row.portfolios.filter((one) => one.why === why).map(({ portfolioId }) => portfolioId);
  // a place that was kept too long is nobody's any more, also before the worker says so
  const isPast = row.keptUntil !== null && row.keptUntil <= now;
  return {
    id: row.id,
    state: isPast ? 'lapsed' : registrationState(row.state),
    keptUntil: isPast ? null : row.keptUntil,
    waitBefore: row.state === 'waiting' ? await waitBefore(database, row.gatheringId, row.queueNumber ?? 0) : null,
    doorCode: row.doorCode,
    hasAccount: row.personId !== null,
    arrivedAt: row.arrivedAt,
    revision: row.revision,
    name: row.name,
    comesAs: comesAsOf(row.comesAs),
    comesFrom: row.comesFrom,
    areaCode: row.areaCode,
    languages: row.languages,
    themes: row.themes.map(({ themeSlug }) => themeSlug),
    children: row.children,
    accessWish: row.accessWish,
    meetWish: row.meetWish,
    comesFor: chosen('comes-for'),
    wantsToMeet: chosen('wants-to-meet'),
    gathering,
  };
}

export function comesAsOf(text: string): ComesAs {
  return comesAsChoices.find((one) => one === text) ?? 'resident';
}

async function waitBefore(database: Database, gatheringId: string, queueNumber: number): Promise<number> {
  return database.gatheringRegistration.count({
    where: { gatheringId, state: 'waiting', queueNumber: { lt: queueNumber } },
  });
}

/** Id of the running registration of somebody who is signed in: made with their account, or on their address. */
export async function myRegistrationId(
  database: Database,
  gatheringId: string,
  { id: personId, email }: { id: string; email: string },
): Promise<string | null> {
  const row = await database.gatheringRegistration.findFirst({
    where: {
      gatheringId,
      state: { in: [...runningStates] },
      OR: [{ personId }, { email, confirmedAt: { not: null } }],
    },
    select: { id: true },
  });
  return row?.id ?? null;
}

const mostToMeet = 150;

/** What the form to register offers: themes, wijken, portfolios of one's own and those in the area. */
export async function registrationChoices(
  database: Database,
  { gatheringId, personId, locale }: { gatheringId: string; personId: string | null; locale: ProgrammeLocale },
) {
  const [allThemes, allWijken, mine, near] = await Promise.all([
    themes(database, locale),
    wijken(database),
    personId === null
      ? []
      : database.$queryRaw<{ id: string; name: string }[]>`
          select distinct f.id::text as id, f.name from portfolio_face f
            join portfolio_keeps k on k.portfolio_id = f.id
            where k.person_id = ${personId}::uuid and f.active order by f.name`,
    database.$queryRaw<{ id: string; name: string }[]>`
      select distinct f.id::text as id, f.name from portfolio_face f
        join portfolio_area_of a on a.portfolio_id = f.id
        join gathering_area_buurt b on a.area_code = b.area_code or a.area_code = left(b.area_code, 2)
        join gathering g on g.gathering_area_id = b.gathering_area_id
        where g.id = ${gatheringId}::uuid and f.active order by f.name limit ${mostToMeet}`,
  ]);
  return {
    themes: allThemes.map(({ slug, name }) => ({ value: slug, label: name })),
    wijken: allWijken.map(({ code, name }) => ({ value: code, label: name })),
    mine,
    near: near.filter(({ id }) => !mine.some((one) => one.id === id)),
  };
}
