import { z } from 'zod';
import { ballotKinds, completions, methods } from './vote.ts';

/**
 * What is published when a vote is announced: everything that decides who wins before anybody votes, so that nobody can say
 * afterwards that the rule, the costs or the list were chosen to fit.
 */
const project = z.strictObject({
  number: z.int(),
  /** Address of the initiative when the vote was announced, and the version that is voted on. */
  initiative: z.string(),
  version: z.int(),
  title: z.string(),
  costCents: z.int(),
  /** Codes of areas; empty: the whole district. */
  areas: z.array(z.string()),
  /** Number of its category; left out: in none. */
  category: z.int().optional(),
});

const moment = z.iso.datetime();

export const announcement = z.strictObject({
  format: z.literal('wijkbeurs.vote'),
  version: z.literal(1),
  vote: z.string(),
  title: z.string(),
  question: z.string(),
  body: z.string(),
  fund: z.string(),
  amountCents: z.int(),
  areas: z.array(z.string()),
  minimumAge: z.int(),
  byAccount: z.boolean(),
  announcedAt: moment,
  opensAt: moment,
  closesAt: moment,
  ballot: z.strictObject({ kind: z.enum(ballotKinds), atMost: z.int().nullable() }),
  rule: z.strictObject({
    method: z.enum(methods),
    completion: z.enum(completions).nullable(),
    minimumVotes: z.int(),
    /** What decides when two come equal, in this order. */
    ties: z.tuple([z.literal('most-votes'), z.literal('lowest-cost'), z.literal('lots')]),
    /** What plans of one category may cost together at most; null: no more than there is. Left out: the vote has no categories. */
    categories: z
      .array(z.strictObject({ number: z.int(), name: z.string(), ceilingCents: z.int().nullable() }))
      .optional(),
  }),
  projects: z.array(project),
  excluded: z.array(z.strictObject({ ...project.shape, reason: z.string() })),
});

export type Announcement = z.infer<typeof announcement>;

/** @returns null for what is no announcement of a vote */
export function readAnnouncement(text: string): Announcement | null {
  try {
    return announcement.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Words and addresses that may change since, while what decides stays. */
type Deciding = Omit<Announcement, 'projects' | 'excluded'>;

/**
 * What differs between what was announced and what stands in the database now. Titles and addresses of initiatives are left out:
 * they are told with the version, which never changes.
 * @returns `''` for the vote itself, a number for a project
 */
export function announcedOtherwise(published: Announcement, now: Announcement): ('' | number)[] {
  const deciding = ({ projects: _, excluded: __, ...facts }: Announcement): Deciding => facts;
  const isSame = JSON.stringify(sorted(deciding(published))) === JSON.stringify(sorted(deciding(now)));
  const lines = (one: Announcement) =>
    new Map([
      ...one.projects.map((line) => [line.number, factsOf(line, '')] as const),
      ...one.excluded.map((line) => [line.number, factsOf(line, `out: ${line.reason}`)] as const),
    ]);
  const [before, after] = [lines(published), lines(now)];
  const numbers = [...new Set([...before.keys(), ...after.keys()])].sort((one, other) => one - other);
  return [...(isSame ? [] : ['' as const]), ...numbers.filter((number) => before.get(number) !== after.get(number))];
}

const factsOf = ({ version, costCents, category }: Announcement['projects'][number], reason: string) =>
  JSON.stringify([version, costCents, reason, category ?? null]);

const sorted = (facts: Deciding) => Object.entries(facts).sort(([one], [other]) => (one < other ? -1 : 1));
