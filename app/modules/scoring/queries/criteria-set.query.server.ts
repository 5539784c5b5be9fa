import { dayInAmsterdam, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { inLocale, type ProgrammeLocale } from '#app/modules/programme/locale.ts';
import type { Database } from '#app/platform/database.server.ts';
import { mayWriteCriteria } from '../policy.ts';
import { criteriaOf, type StoredCriterion } from '../scores.store.server.ts';
import { criterionTexts, type CriterionText } from './round-scores.server.ts';

export type CriteriaVersionLine = {
  version: number;
  /** Day from which it does not change any more; null while it is being written. */
  frozenOn: CalendarDate | null;
  rounds: { slug: string; title: string }[];
};

/** A criteria set with one of its versions, for everybody. */
export type CriteriaSetView = {
  slug: string;
  title: string;
  intro: string;
  body: { slug: string; kind: string; name: string };
  sourceTitle: string | null;
  shown: CriteriaVersionLine;
  criteria: CriterionText[];
  versions: CriteriaVersionLine[];
  canWrite: boolean;
};

/** What a line about a version needs, for every list of them. */
export const versionInclude = {
  rounds: { select: { slug: true, title: true }, orderBy: { closesOn: 'desc' } },
} as const;

export function versionLine(row: {
  version: number;
  frozenAt: Date | null;
  rounds: { slug: string; title: string }[];
}): CriteriaVersionLine {
  return {
    version: row.version,
    frozenOn: row.frozenAt === null ? null : dayInAmsterdam(row.frozenAt),
    rounds: row.rounds,
  };
}

/** @param version number of the version to show; null: the newest that is in use, else the newest */
export async function criteriaSetView(
  database: Database,
  actor: Actor,
  slug: string,
  version: number | null,
  locale: ProgrammeLocale,
): Promise<CriteriaSetView | null> {
  const set = await database.criteriaSet.findUnique({
    where: { slug },
    include: {
      body: { select: { slug: true, kind: true, name: true } },
      source: { select: { title: true } },
      versions: {
        orderBy: { version: 'desc' },
        include: versionInclude,
      },
    },
  });
  if (set === null) return null;
  const shown =
    version === null
      ? (set.versions.find(({ frozenAt }) => frozenAt !== null) ?? set.versions[0])
      : set.versions.find((one) => one.version === version);
  if (shown === undefined) return null;
  return {
    slug: set.slug,
    title: set.title,
    intro: inLocale(locale, set.intro, set.introEn),
    body: set.body,
    sourceTitle: set.source?.title ?? null,
    shown: versionLine(shown),
    criteria: criterionTexts(await criteriaOf(database, shown.id), locale),
    versions: set.versions.map(versionLine),
    canWrite: mayWriteCriteria(actor, set.bodyId).ok,
  };
}

/** What somebody starts from who writes the next version. */
export type CriteriaDraft = {
  slug: string;
  title: string;
  bodyName: string;
  versionId: string;
  version: number;
  revision: number;
  /** The newest version is not in use yet: writing changes it, instead of making a new one. */
  isDraft: boolean;
  criteria: StoredCriterion[];
};

/** @returns null when there is no such set, or the actor does not write its criteria */
export async function criteriaDraft(database: Database, actor: Actor, slug: string): Promise<CriteriaDraft | null> {
  const set = await database.criteriaSet.findUnique({
    where: { slug },
    include: { body: { select: { name: true } }, versions: { orderBy: { version: 'desc' }, take: 1 } },
  });
  const newest = set?.versions[0];
  if (set === null || newest === undefined || !mayWriteCriteria(actor, set.bodyId).ok) return null;
  return {
    slug: set.slug,
    title: set.title,
    bodyName: set.body.name,
    versionId: newest.id,
    version: newest.version,
    revision: newest.revision,
    isDraft: newest.frozenAt === null,
    criteria: await criteriaOf(database, newest.id),
  };
}
