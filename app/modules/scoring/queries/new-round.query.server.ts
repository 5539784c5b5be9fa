import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { cents, type Cents } from '#app/kernel/money.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { possibleReviewers } from '../reviewer.store.server.ts';
import { availableIn } from '../round.store.server.ts';
import { bodiesManaged } from './managed-rounds.query.server.ts';

export type RoundChoices = {
  body: { id: string; slug: string; name: string };
  /** Newest first; a version that is not in use yet is frozen when the round opens. */
  criteria: {
    versionId: string;
    setSlug: string;
    setTitle: string;
    version: number;
    isFrozen: boolean;
    criterionCount: number;
  }[];
  funds: { id: string; name: string; year: number; available: Cents; isExample: boolean }[];
  initiatives: InitiativeChoice[];
  reviewers: { personId: string; name: string; organisationName: string | null }[];
};

export type InitiativeChoice = {
  id: string;
  title: string;
  slug: string;
  stage: 'accepted' | 'parked';
  requested: Cents;
  /** The actor has an interest in it, so somebody else must let it enter. */
  keptOut: boolean;
};

/** Bodies for which the actor can open a round, by name. */
export async function bodyChoices(
  database: Database,
  actor: Actor,
): Promise<{ id: string; slug: string; name: string }[]> {
  const ids = bodiesManaged(actor);
  return database.body.findMany({
    where: {
      kind: { in: ['opgaveteam', 'wijkalliantie', 'werkgroep', 'alliantiebestuur'] },
      ...(ids === 'all' ? {} : { id: { in: ids } }),
    },
    select: { id: true, slug: true, name: true },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  });
}

/** @returns null when the actor does not manage rounds of a body at this address */
export async function roundChoices(
  database: Database,
  actor: Actor,
  bodySlug: string,
  now: Instant,
): Promise<RoundChoices | null> {
  const body = (await bodyChoices(database, actor)).find(({ slug }) => slug === bodySlug);
  if (body === undefined || actor.person === null) return null;
  const { parentId } = await database.body.findUniqueOrThrow({ where: { id: body.id }, select: { parentId: true } });
  const [versions, funds, initiatives, reviewers] = await Promise.all([
    database.criteriaVersion.findMany({
      where: {
        criteriaSet: { bodyId: { in: [body.id, ...(parentId === null ? [] : [parentId])] } },
        criteria: { some: {} },
      },
      include: { criteriaSet: { select: { slug: true, title: true } }, _count: { select: { criteria: true } } },
      orderBy: [{ criteriaSet: { title: 'asc' } }, { version: 'desc' }],
    }),
    database.fund.findMany({ where: { bodyId: body.id }, orderBy: [{ year: 'desc' }, { name: 'asc' }] }),
    initiativeChoices(database, body.id, actor.person.id),
    possibleReviewers(database, body.id, dayInAmsterdam(now)),
  ]);
  return {
    body,
    criteria: versions.map((version) => ({
      versionId: version.id,
      setSlug: version.criteriaSet.slug,
      setTitle: version.criteriaSet.title,
      version: version.version,
      isFrozen: version.frozenAt !== null,
      criterionCount: version._count.criteria,
    })),
    funds: await Promise.all(
      funds.map(async ({ id, name, year, isExample }) => ({
        id,
        name,
        year,
        isExample,
        available: await availableIn(database, id),
      })),
    ),
    initiatives,
    reviewers: reviewers.map(({ personId, name, organisationName }) => ({ personId, name, organisationName })),
  };
}

/** Initiatives of a body that can enter a round now. */
export async function initiativeChoices(
  database: Database,
  bodyId: string,
  personId: string,
): Promise<InitiativeChoice[]> {
  const rows = await database.$queryRaw<
    {
      id: string;
      title: string;
      slug: string;
      stage: 'accepted' | 'parked';
      requested_cents: bigint;
      kept_out: boolean;
    }[]
  >`
    select id, title, slug, stage, requested_cents, interest_of(${personId}::uuid, id) is not null as kept_out
      from initiative where body_id = ${bodyId}::uuid and stage in ('accepted', 'parked') and current_version > 0
      order by stage, title, id`;
  return rows.map(({ requested_cents, kept_out, ...row }) => ({
    ...row,
    requested: cents(requested_cents),
    keptOut: kept_out,
  }));
}
