import type { Database } from '#app/platform/database.server.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { hourOf, isOfBallot, signalKinds, type SignalKind } from '../signal.ts';
import type { SignalView } from '../views.ts';

const select = {
  ...{ id: true, kind: true, hour: true, amount: true, answer: true, answeredAt: true },
  vote: { select: { id: true, title: true, body: { select: { name: true } } } },
} as const;

/**
 * All that is kept: what waits for an answer first, then the latest. What was noted while somebody cast a ballot is there when its hour is
 * over, as its mail is.
 */
export async function signalList(database: Database, now: Instant): Promise<SignalView[]> {
  const ofBallots = signalKinds.filter(isOfBallot);
  const rows = await database.voteSignal.findMany({
    where: { NOT: { kind: { in: ofBallots }, hour: { gte: hourOf(now) } } },
    orderBy: [{ hour: 'desc' }, { kind: 'asc' }],
    take: 500,
    select,
  });
  const views = rows.map(viewOf);
  return [...views.filter(({ answeredAt }) => answeredAt === null), ...views.filter((one) => one.answeredAt !== null)];
}

/** One signal; null: it is gone. */
export async function signal(database: Database, id: string): Promise<SignalView | null> {
  const row = await database.voteSignal.findUnique({ where: { id }, select });
  return row === null ? null : viewOf(row);
}

type Row = Omit<SignalView, 'kind' | 'vote'> & {
  kind: string;
  vote: { id: string; title: string; body: { name: string } };
};

function viewOf({ kind, vote, ...row }: Row): SignalView {
  return { ...row, kind: kind as SignalKind, vote: { id: vote.id, title: vote.title, bodyName: vote.body.name } };
}
