import type { Database } from '#app/platform/database.server.ts';
import { demoCards, demoCode, rightHashOf } from '../code.server.ts';
import { showCode } from '../code.ts';
import type { DemoVotingCards } from '../views.ts';

const shownCards = 4;

/** Voting cards of the demo that nobody used yet; null: no vote is open for which there are any. */
export async function demoVotingCards(database: Database, secret: string): Promise<DemoVotingCards | null> {
  const votes = await database.vote.findMany({
    where: { state: 'open' },
    select: { id: true, slug: true, title: true, salt: true },
  });
  const known = Array.from({ length: demoCards }, (_, number) => demoCode(secret, number));
  for (const { id: voteId, slug, title, salt } of votes) {
    const codeOf = new Map(known.map((code) => [rightHashOf(salt, code), code]));
    const rows = await database.voteRight.findMany({
      where: { voteId, isUsed: false, codeHash: { in: [...codeOf.keys()] } },
      select: { codeHash: true },
    });
    const free = new Set(rows.map(({ codeHash }) => codeOf.get(codeHash ?? '')));
    const codes = known.filter((code) => free.has(code)).slice(0, shownCards);
    if (codes.length > 0) return { slug, title, codes: codes.map((code) => ({ code, shown: showCode(code) })) };
  }
  return null;
}
