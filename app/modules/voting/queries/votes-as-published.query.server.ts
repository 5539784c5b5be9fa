import type { Transaction } from '#app/platform/database.server.ts';
import { cents } from '#app/kernel/money.ts';
import { announcedOtherwise, readAnnouncement } from '../announcement.ts';
import { categoriesOf } from '../category.store.server.ts';
import { announcementOf } from '../announced.store.server.ts';
import { agreesWith, recounted } from '../recounted.ts';
import { keptFacts, readResult, voteResult, type VoteResult } from '../result.ts';
import { tally } from '../tally.ts';
import type { CountingRule } from '../vote.ts';
import { choosable } from '../vote.store.server.ts';

type Row = { offender: string };
type OfCount = { voteId: string; attempt: number };

/** What was published of votes: the address of each, and the SHA-256 of the file that stands there now, taken anew. */
export async function standingVotes(
  tx: Transaction,
  kind: 'announcement' | 'ballots',
): Promise<{ subject: string; sha256: string; isCorrection: boolean }[]> {
  return tx.$queryRaw`
    select v.slug as subject, encode(sha256(convert_to(p.text, 'UTF8')), 'hex') as sha256,
      row_number() over (partition by p.vote_id order by p.attempt) > 1 as "isCorrection"
    from vote_publication p join vote v on v.id = p.vote_id where p.kind = ${kind} order by v.slug, p.attempt`;
}

/**
 * Votes, projects, ballots and counts that are not what was published of them.
 * @returns `vote/<slug>`, `vote_project/<slug>/<number>`, `vote_ballot/<slug>`, `vote_count/<slug>` or `vote_publication/<slug>/<kind>`
 */
export async function votesNotAsPublished(tx: Transaction): Promise<Row[]> {
  const differing: Row[] = [];
  const rows = await tx.votePublication.findMany({
    orderBy: [{ voteId: 'asc' }, { kind: 'asc' }, { attempt: 'asc' }],
    select: { voteId: true, kind: true, attempt: true, vote: { select: { slug: true, announcedAt: true } } },
  });
  for (const { vote, ...key } of rows) {
    const { text } = await tx.votePublication.findUniqueOrThrow({ where: { voteId_kind_attempt: key } });
    const found =
      key.kind === 'ballots'
        ? await ballotsDiffer(tx, key, text)
        : await factsDiffer(tx, key.voteId, text, vote.announcedAt);
    differing.push(...found.map((what) => ({ offender: what.replace('*', vote.slug) })));
  }
  return differing;
}

async function factsDiffer(tx: Transaction, voteId: string, text: string, announcedAt: Date | null): Promise<string[]> {
  const published = readAnnouncement(text);
  if (published === null || announcedAt === null) return ['vote_publication/*/announcement'];
  const now = await announcementOf(tx, voteId, announcedAt);
  return announcedOtherwise(published, now).map((one) => (one === '' ? 'vote/*' : `vote_project/*/${String(one)}`));
}

/** The file must give its own outcome; the ballots in the table must be those of the file, and the count what they come to. */
async function ballotsDiffer(tx: Transaction, of: OfCount, text: string): Promise<string[]> {
  const { voteId } = of;
  const again = recounted(text);
  if (again === null) return ['vote_publication/*/ballots'];
  const differing: string[] = [];
  const { election } = again;
  const inFile = new Map(
    election.ballots.map(({ chosen, voters }) => [
      chosen.map((place) => election.projects[place]?.id ?? '').join(','),
      voters,
    ]),
  );
  const inTable = await tx.$queryRaw<{ choices: number[]; voters: number }[]>`
    select choices, count(*)::int as voters from vote_ballot where vote_id = ${voteId}::uuid group by choices`;
  const isSame =
    inTable.length === inFile.size && inTable.every(({ choices, voters }) => inFile.get(choices.join(',')) === voters);
  if (!isSame) differing.push('vote_ballot/*');
  if (!(await countStands(tx, of, text, inTable))) differing.push('vote_count/*');
  return differing;
}

/** Parts for pictures are sums of doubles, which depend on the order of ballots in their last digits. */
function told(result: VoteResult): string {
  return JSON.stringify(voteResult.parse(result), (key, value: unknown) =>
    key === 'quarters' && Array.isArray(value) ? value.map((part) => Number(part).toFixed(6)) : value,
  );
}

/** Whether the count that is kept is what the ballots come to, and what the file says. */
async function countStands(
  tx: Transaction,
  { voteId, attempt }: OfCount,
  text: string,
  groups: readonly { choices: number[]; voters: number }[],
): Promise<boolean> {
  const kept = await tx.voteCount.findUnique({ where: { voteId_attempt: { voteId, attempt } } });
  const facts = keptFacts.safeParse(kept?.result).data;
  if (kept === null || facts === undefined || !agreesWith(text, facts)) return false;
  const result = readResult(kept.result);
  // kept in an earlier form: what is told of it is counted anew whenever it is shown
  if (result === null) return true;
  const vote = await tx.vote.findUniqueOrThrow({ where: { id: voteId } });
  const projects = await choosable(tx, voteId);
  const rule = vote as unknown as CountingRule;
  const ballots = groups.flatMap(({ choices, voters }) => Array.from({ length: voters }, () => choices));
  const categories = await categoriesOf(tx, voteId);
  const prepared = { amount: cents(vote.amountCents), projects, categories, rule };
  const counted = tally(prepared, ballots, result.is === 'outcome' ? result.lots : [], result.turnout);
  return told(counted) === told(result);
}
