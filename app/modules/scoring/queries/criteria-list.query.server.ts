import type { Actor } from '#app/modules/people/actor.ts';
import { inLocale, type ProgrammeLocale } from '#app/modules/programme/locale.ts';
import type { Database } from '#app/platform/database.server.ts';
import { mayWriteCriteria } from '../policy.ts';
import { versionInclude, versionLine, type CriteriaVersionLine } from './criteria-set.query.server.ts';

/** A criteria set in the list of all, for everybody. */
export type CriteriaSetLine = {
  slug: string;
  title: string;
  intro: string;
  body: { slug: string; name: string };
  /** The newest first. */
  versions: CriteriaVersionLine[];
  canWrite: boolean;
};

/** Every criteria set with its versions, in the order of the bodies. */
export async function criteriaSets(
  database: Database,
  actor: Actor,
  locale: ProgrammeLocale,
): Promise<CriteriaSetLine[]> {
  const sets = await database.criteriaSet.findMany({
    orderBy: [{ body: { position: 'asc' } }, { title: 'asc' }],
    include: {
      body: { select: { slug: true, name: true } },
      versions: { orderBy: { version: 'desc' }, include: versionInclude },
    },
  });
  return sets.map((set) => ({
    slug: set.slug,
    title: set.title,
    intro: inLocale(locale, set.intro, set.introEn),
    body: set.body,
    versions: set.versions.map(versionLine),
    canWrite: mayWriteCriteria(actor, set.bodyId).ok,
  }));
}
