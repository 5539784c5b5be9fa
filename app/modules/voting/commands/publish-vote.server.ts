import { createHash } from 'node:crypto';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { canonicalJson } from '#app/kernel/canonical-json.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { writePabulib } from '#app/modules/counting/pabulib/write.ts';
import { recordLeaf } from '#app/modules/transparency/commands/record-leaf.server.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { announcementOf } from '../announced.store.server.ts';
import { ballotFile } from '../ballot-file.ts';
import { agreesWith } from '../recounted.ts';
import type { VoteOutcome } from '../result.ts';
import type { LotDrawn } from '../views.ts';

/** Publishes what was fixed when a vote is announced, with its leaf in the log; in the transaction that announces it. */
export async function publishAnnouncement(tx: Transaction, voteId: string, now: Instant): Promise<void> {
  const announced = await announcementOf(tx, voteId, now);
  const sha256 = await keep(tx, { voteId, kind: 'announcement', text: canonicalJson(announced) }, now);
  const { vote, body } = announced;
  await recordLeaf(tx, { kind: 'vote', version: 1, vote, body, publishedOn: dayInAmsterdam(now), sha256 }, now);
}

/**
 * Publishes every ballot with the rule and the outcome, and its leaf in the log; in the transaction that counts the vote.
 * @throws Error when counting the file again does not give this outcome
 */
export async function publishBallots(
  tx: Transaction,
  voteId: string,
  counted: {
    attempt: number;
    ballots: readonly (readonly number[])[];
    result: VoteOutcome;
    drawn: readonly LotDrawn[];
  },
  now: Instant,
): Promise<void> {
  const earlier = await tx.votePublication.findMany({ where: { voteId }, select: { kind: true, sha256: true } });
  const before = earlier.find(({ kind }) => kind === 'announcement') ?? null;
  const announced = await announcementOf(tx, voteId, now);
  const { attempt, ballots, result, drawn } = counted;
  const file = ballotFile(announced, ballots, { result, drawn, announcedSha256: before?.sha256 ?? null });
  const text = writePabulib(file);
  if (!agreesWith(text, result)) throw new Error(`the ballots of ${announced.vote} do not give its outcome`);
  const sha256 = await keep(tx, { voteId, kind: 'ballots', attempt, text }, now);
  const { vote } = announced;
  const publishedOn = dayInAmsterdam(now);
  // in the place of a count that was annulled
  if (earlier.some(({ kind }) => kind === 'ballots'))
    await recordLeaf(
      tx,
      { kind: 'correction', version: 1, corrects: { kind: 'vote-result', vote }, publishedOn, sha256 },
      now,
    );
  else await recordLeaf(tx, { kind: 'vote-result', version: 1, vote, publishedOn, sha256 }, now);
}

async function keep(
  tx: Transaction,
  file: { voteId: string; kind: 'announcement' | 'ballots'; attempt?: number; text: string },
  now: Instant,
): Promise<string> {
  const sha256 = createHash('sha256').update(file.text, 'utf8').digest('hex');
  await tx.votePublication.create({ data: { ...file, sha256, publishedAt: now } });
  return sha256;
}
