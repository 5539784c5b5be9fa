import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { tidyChoices } from '../ballot.ts';
import { ballotKeyOf, entryDigestOf, newCode, paperLettersOf } from '../code.server.ts';
import { contentOfChoices, mostTries, readPaper, type PaperContent } from '../paper.ts';
import { choosable, lockVote, type StoredVote } from '../vote.store.server.ts';

export type EnterPaperRefusal =
  | 'vote-unknown'
  | 'not-at-table'
  | 'papers-not-now'
  | 'interest'
  | 'paper-unknown'
  | 'paper-done'
  | 'nothing-chosen'
  | 'choice-unknown'
  | 'too-many-tries';

const refusals = {
  vote_takes_papers: 'papers-not-now',
  vote_not_open: 'papers-not-now',
  vote_table_staffed: 'not-at-table',
  vote_table_without_interest: 'interest',
  vote_paper_once: 'paper-done',
  vote_paper_entry_tries: 'too-many-tries',
} as const satisfies Record<string, EnterPaperRefusal>;

/** `entered`: somebody else enters it too. `differs`: others entered something else. `done`: this volunteer entered it before, and it counts or is invalid. */
export type PaperStanding = 'entered' | 'differs' | 'counted' | 'invalid' | 'done';

/**
 * Enters a paper ballot. As soon as two volunteers entered the same, without seeing what the other entered, it counts (or is invalid) in
 * this transaction, and what they entered is wiped. Posting it again is entering it once.
 * @param input.paper number and letters, as typed
 * @param secret SESSION_SECRET
 */
export async function enterPaper(
  { voteId, paper, content }: { voteId: string; paper: string; content: PaperContent },
  context: Context<SignedIn>,
  secret: string,
): Promise<Outcome<PaperStanding, EnterPaperRefusal>> {
  return atTable<PaperStanding>(voteId, context, async (tx, vote, volunteerId) => {
    const read = content.is === 'invalid' ? accepted(content) : await judged(tx, vote, content.choices);
    if (!read.ok) return read;
    const right = await paperTyped(tx, vote, paper);
    if (right === null) return refused('paper-unknown');
    const own = right.entries.find((entry) => entry.volunteerId === volunteerId);
    if (right.isDone) return own === undefined || own.isTakenBack ? refused('paper-done') : accepted('done');
    const digest = entryDigestOf(secret, right.id, read.value);
    if (own?.digest !== digest) {
      const tries = (own?.tries ?? 0) + 1;
      if (tries > mostTries) return refused('too-many-tries');
      const key = { rightId: right.id, volunteerId };
      await tx.votePaperEntry.upsert({
        where: { rightId_volunteerId: key },
        create: { ...key, digest },
        update: { digest, tries, isTakenBack: false },
      });
    }
    const others = right.entries.filter((entry) => entry.volunteerId !== volunteerId && entry.digest !== null);
    if (!others.some((entry) => entry.digest === digest)) return accepted(others.length > 0 ? 'differs' : 'entered');
    return accepted(await settle(tx, vote, right.id, read.value));
  });
}

/** Takes back what this volunteer entered of a paper that waits; how often they entered it stays counted. */
export async function takePaperBack(
  { voteId, number }: { voteId: string; number: number },
  context: Context<SignedIn>,
): Promise<Outcome<void, EnterPaperRefusal>> {
  return atTable<void>(voteId, context, async (tx, _vote, volunteerId) => {
    const right = await paperOf(tx, voteId, number);
    if (right === null) return refused('paper-unknown');
    const { count } = await tx.votePaperEntry.updateMany({
      where: { rightId: right.id, volunteerId, digest: { not: null } },
      data: { digest: null, isTakenBack: true },
    });
    if (count === 1) return accepted();
    return refused(right.isDone ? 'paper-done' : 'paper-unknown');
  });
}

async function atTable<Value>(
  voteId: string,
  context: Context<SignedIn>,
  work: (tx: Transaction, vote: StoredVote, volunteerId: string) => Promise<Outcome<Value, EnterPaperRefusal>>,
): Promise<Outcome<Value, EnterPaperRefusal>> {
  if (!isId(voteId)) return refused('vote-unknown');
  return inTransaction<Value, EnterPaperRefusal, EnterPaperRefusal>(
    context,
    async (tx) => {
      const vote = await lockVote(tx, voteId, 'cast');
      if (vote === null) return refused('vote-unknown');
      const volunteer = await tx.voteTableVolunteer.findFirst({
        where: { voteId, personId: context.actor.person.id, endedAt: null },
      });
      return volunteer === null ? refused('not-at-table') : work(tx, vote, volunteer.id);
    },
    { refusals },
  );
}

async function judged(
  tx: Transaction,
  vote: StoredVote,
  choices: readonly number[],
): Promise<Outcome<PaperContent, 'nothing-chosen' | 'choice-unknown'>> {
  return contentOfChoices(vote, await choosable(tx, vote.id), choices);
}

async function paperTyped(tx: Transaction, { id: voteId, salt }: StoredVote, typed: string) {
  const read = readPaper(typed);
  if (read === null || read.letters !== paperLettersOf(salt, read.number)) return null;
  return paperOf(tx, voteId, read.number);
}

/** A paper of the vote, locked: of two who do something with it at once one waits for the other. */
async function paperOf(tx: Transaction, voteId: string, number: number) {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    select r.id from vote_right r where r.vote_id = ${voteId}::uuid and r.paper_number = ${number}::int for update`;
  const id = locked[0]?.id;
  if (id === undefined) return null;
  const right = await tx.voteRight.findUniqueOrThrow({
    where: { id },
    select: { isUsed: true, invalid: true, entries: true },
  });
  return { id, entries: right.entries, isDone: right.isUsed || right.invalid !== null };
}

/** Using the right and writing the ballot under a key that nobody has: what was entered is wiped by the database with it. */
async function settle(
  tx: Transaction,
  { id: voteId, salt }: StoredVote,
  rightId: string,
  content: PaperContent,
): Promise<'counted' | 'invalid'> {
  if (content.is === 'invalid') {
    await tx.voteInvalidPaper.create({ data: { rightId, reason: content.reason } });
    return 'invalid';
  }
  await tx.$executeRaw`select set_config('voting.paper', 'on', true)`;
  await tx.voteRight.update({ where: { id: rightId }, data: { isUsed: true } });
  const choices = tidyChoices(content.choices);
  await tx.voteBallot.create({ data: { voteId, key: ballotKeyOf(salt, newCode()), choices } });
  await tx.$executeRaw`select set_config('voting.paper', 'off', true)`;
  return 'counted';
}
