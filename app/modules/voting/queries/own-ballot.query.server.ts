import { isSignedIn, type Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { ballotKeyOf, checkCodeOf } from '../code.server.ts';
import { wasCounted } from './was-counted.query.server.ts';

/** The check code of the ballot that belongs to a ballot code; null: no such ballot. What stands on it nobody is told. */
export async function checkCodeOfBallot(
  database: Database,
  voteId: string,
  ballotCode: string,
): Promise<string | null> {
  const vote = await database.vote.findUnique({ where: { id: voteId }, select: { salt: true } });
  if (vote === null) return null;
  const key = ballotKeyOf(vote.salt, ballotCode);
  return (await database.voteBallot.count({ where: { voteId, key } })) === 1 ? checkCodeOf(key) : null;
}

/** Whether somebody used the vote of their account. */
export async function votedByAccount(database: Database, voteId: string, actor: Actor): Promise<boolean> {
  if (!isSignedIn(actor)) return false;
  return (await database.voteRight.count({ where: { voteId, personId: actor.person.id } })) === 1;
}

/** Of these votes those for which somebody used the vote of their account, by slug. */
export async function votedOfByAccount(
  database: Database,
  votes: readonly { slug: string }[],
  actor: Actor,
): Promise<Set<string>> {
  if (votes.length === 0 || !isSignedIn(actor)) return new Set();
  const rights = await database.voteRight.findMany({
    where: { personId: actor.person.id, vote: { slug: { in: votes.map(({ slug }) => slug) } } },
    select: { vote: { select: { slug: true } } },
  });
  return new Set(rights.map(({ vote }) => vote.slug));
}

/** The check codes of all ballots of a vote that was counted, in order: whose they are and what stands on them nobody sees. */
export async function checkCodes(database: Database, voteId: string): Promise<string[] | null> {
  if (!(await wasCounted(database, voteId))) return null;
  const rows = await database.voteBallot.findMany({ where: { voteId }, select: { key: true } });
  return rows.map(({ key }) => checkCodeOf(key)).sort();
}
