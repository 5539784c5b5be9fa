import { isId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { readContent } from '#app/modules/initiatives/content.ts';
import { isSignedIn, type Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { paperLettersOf } from '../code.server.ts';
import { readPaper, showPaper } from '../paper.ts';
import type { PaperProject, PaperTableView, WaitingPaper } from '../views.ts';
import { factsOf, factsSelect } from './vote-facts.query.server.ts';

/** What can be chosen, in the words of the version that is voted on, by number. */
export async function paperProjects(database: Database, voteId: string): Promise<PaperProject[]> {
  const rows = await database.voteProject.findMany({
    where: { voteId, verdict: 'included' },
    orderBy: { number: 'asc' },
    select: {
      ...{ number: true, costCents: true, inCategory: { select: { name: true } } },
      content: {
        select: {
          content: true,
          initiative: {
            select: { title: true, wholeDistrict: true, areas: { select: { area: { select: { name: true } } } } },
          },
        },
      },
    },
  });
  return rows.map(({ number, costCents, inCategory, content: { content, initiative } }) => ({
    ...{ number, cost: cents(costCents), title: titleIn(content) ?? initiative.title },
    area: initiative.wholeDistrict ? null : initiative.areas.map(({ area }) => area.name).join(', ') || null,
    category: inCategory?.name ?? null,
  }));
}

/** Title of the version that is voted on; null: a version of before titles were kept. */
function titleIn(content: unknown): string | null {
  try {
    return readContent(content).title;
  } catch {
    return null;
  }
}

/** The table of a vote for who staffs it: which papers wait, and nothing of what stands on them or how many voted. Null: not for this actor. */
export async function paperTable(database: Database, actor: Actor, voteId: string): Promise<PaperTableView | null> {
  if (!isId(voteId) || !isSignedIn(actor)) return null;
  const volunteer = await database.voteTableVolunteer.findFirst({
    where: { voteId, personId: actor.person.id, endedAt: null },
    select: {
      id: true,
      vote: { select: { ...factsSelect, salt: true, counts: { take: 1, select: { attempt: true } } } },
    },
  });
  if (volunteer === null) return null;
  const { salt, counts, ...row } = volunteer.vote;
  const facts = factsOf(row);
  const rights = await database.voteRight.findMany({
    where: { voteId, paperNumber: { not: null }, entries: { some: { digest: { not: null } } } },
    orderBy: { paperNumber: 'asc' },
    select: {
      paperNumber: true,
      entries: { where: { digest: { not: null } }, select: { volunteerId: true, digest: true } },
    },
  });
  const waiting = rights.map(({ paperNumber, entries }): WaitingPaper => ({
    number: paperNumber ?? 0,
    paper: showPaper(paperNumber ?? 0, paperLettersOf(salt, paperNumber ?? 0)),
    isOwn: entries.some(({ volunteerId }) => volunteerId === volunteer.id),
    differs: new Set(entries.map(({ digest }) => digest)).size > 1,
  }));
  return {
    ...facts,
    projects: await paperProjects(database, voteId),
    waiting,
    wasCounted: counts.length > 0,
    takesPapers: facts.state === 'open' || (facts.state === 'closed' && counts.length === 0),
  };
}

/** Why a paper as typed cannot be entered by this volunteer, so that nobody types what stands on it for nothing; null: it can. */
export async function paperBarrier(
  database: Database,
  actor: Actor,
  voteId: string,
  typed: string,
): Promise<'paper-unknown' | 'paper-done' | null> {
  const read = readPaper(typed);
  const right =
    read === null || !isSignedIn(actor)
      ? null
      : await database.voteRight.findUnique({
          where: { voteId_paperNumber: { voteId, paperNumber: read.number } },
          select: {
            ...{ isUsed: true, invalid: true, vote: { select: { salt: true } } },
            entries: { where: { isTakenBack: false, volunteer: { personId: actor.person.id } } },
          },
        });
  if (read === null || right === null || read.letters !== paperLettersOf(right.vote.salt, read.number))
    return 'paper-unknown';
  const isDone = right.isUsed || right.invalid !== null;
  // who entered it hears that it was done: posting twice is entering once
  return isDone && right.entries.length === 0 ? 'paper-done' : null;
}

/** The vote at this address, when somebody sits at its table. @returns its id */
export async function ownTable(database: Database, actor: Actor, slug: string): Promise<string | null> {
  if (!isSignedIn(actor)) return null;
  const found = await database.voteTableVolunteer.findFirst({
    where: { personId: actor.person.id, endedAt: null, vote: { slug, state: { in: ['announced', 'open', 'closed'] } } },
    select: { voteId: true },
  });
  return found?.voteId ?? null;
}
