import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { isSlug } from '#app/modules/initiatives/slug.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import { answerableUntil, expiredUntil } from '../keeper-invitation.ts';
import type { EditedPortfolio, OwnPortfolio } from '../views.ts';
import { asLine, shownLine } from './running-lines.query.server.ts';

type OwnRow = OwnPortfolio & { hasOwnKeepers: boolean };

const ownRows = (personId: string) => Prisma.sql`
  select p.id::text as id, p.slug, p.kind, p.state, coalesce(i.title, o.name, p.name) as name,
      p.state = 'open' and (i.id is null or i.stage not in ('draft', 'withdrawn', 'completed')) as "isActive",
      has_own_keepers(p.id) as "hasOwnKeepers"
    from portfolio p left join initiative i on i.id = p.initiative_id left join organisation o on o.id = p.organisation_id
    where p.id in (select portfolio_id from portfolio_keeps where person_id = ${personId}::uuid)
      and (i.id is null or i.stage <> 'draft')`;

/** Portfolios that the actor keeps, also closed and hidden ones. */
export async function ownPortfolios(database: Database, actor: SignedIn): Promise<OwnPortfolio[]> {
  const rows = await database.$queryRaw<OwnRow[]>`${ownRows(actor.person.id)} order by "isActive" desc, name, p.id`;
  return rows.map(({ hasOwnKeepers: _, ...portfolio }) => portfolio);
}

/** One of the actor's portfolios to change. @returns null when it is not theirs, or not there */
export async function editedPortfolio(
  database: Database,
  actor: SignedIn,
  slug: string,
  now: Instant,
): Promise<EditedPortfolio | null> {
  if (!isSlug(slug)) return null;
  const personId = actor.person.id;
  const [own] = await database.$queryRaw<OwnRow[]>`${ownRows(personId)} and p.slug = ${slug}`;
  if (own === undefined) return null;
  const row = await database.portfolio.findUniqueOrThrow({
    where: { id: own.id },
    select: {
      about: true,
      phase: true,
      place: true,
      languages: true,
      hiddenReason: true,
      revision: true,
      initiative: { select: { slug: true } },
      areas: { select: { areaCode: true }, orderBy: { areaCode: 'asc' } },
      themes: { select: { themeSlug: true } },
      lines: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
      keepers: {
        where: { endedAt: null },
        orderBy: { addedAt: 'asc' },
        select: { id: true, personId: true, addedAt: true, person: { select: { name: true } } },
      },
      invitations: {
        where: { answer: null, invitedAt: { gt: expiredUntil(now) } },
        orderBy: { invitedAt: 'asc' },
        select: { id: true, email: true, invitedById: true, invitedAt: true },
      },
    },
  });

  return {
    ...own,
    about: row.about,
    phase: row.phase,
    place: row.place,
    languages: row.languages,
    areas: row.areas.map(({ areaCode }) => areaCode),
    themes: row.themes.map(({ themeSlug }) => themeSlug),
    hiddenReason: row.hiddenReason,
    revision: row.revision,
    initiativeSlug: row.initiative?.slug ?? null,
    lines: row.lines.map((line) => ({
      ...shownLine(asLine(line)),
      isDone: line.doneAt !== null,
      fromVersion: line.fromVersion,
    })),
    keepers: row.keepers.map((keeper) => ({
      id: keeper.id,
      name: keeper.person.name,
      isMe: keeper.personId === personId,
      addedOn: dayInAmsterdam(keeper.addedAt),
    })),
    invitations: row.invitations.map(({ id, email, invitedById, invitedAt }) => ({
      id,
      email: invitedById === personId ? email : null,
      until: answerableUntil(invitedAt),
    })),
    hasOwnKeepers: own.hasOwnKeepers,
  };
}
