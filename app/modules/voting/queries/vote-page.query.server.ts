import { cents } from '#app/kernel/money.ts';
import { readContent } from '#app/modules/initiatives/content.ts';
import { initiativeCards } from '#app/modules/initiatives/queries/initiative-cards.server.ts';
import { isSlug } from '#app/modules/initiatives/slug.ts';
import type { ProgrammeLocale } from '#app/modules/programme/locale.ts';
import type { Database } from '#app/platform/database.server.ts';
import { publicStates } from '../vote.ts';
import type { VoteLine, VotePageView } from '../views.ts';
import { standingResult } from './standing-result.query.server.ts';
import { lotsDrawn } from './lots-drawn.query.server.ts';
import { factsOf, factsSelect } from './vote-facts.query.server.ts';

const seen = { state: { in: [...publicStates] } };

/**
 * Every vote that was announced: open ones first, then those to come, then the latest.
 * @param body slug of the only body whose votes are wanted
 */
export async function voteList(database: Database, body?: string): Promise<VoteLine[]> {
  const rows = await database.vote.findMany({
    where: body === undefined ? seen : { ...seen, body: { slug: body } },
    orderBy: [{ closesAt: 'desc' }, { slug: 'asc' }],
    select: { ...factsSelect, _count: { select: { projects: { where: { verdict: 'included' } } } } },
  });
  const rank = (state: string) => (state === 'open' ? 0 : state === 'announced' ? 1 : 2);
  return rows
    .map(({ _count, ...row }) => {
      const { slug, state, title, amount, opensAt, closesAt, body, areas } = factsOf(row);
      const names = areas.map(({ name }) => name);
      const line = { slug, state, title, amount, opensAt, closesAt };
      return { ...line, bodyName: body.name, areas: names, projects: _count.projects };
    })
    .sort((one, other) => rank(one.state) - rank(other.state));
}

/** A vote that was announced, with its projects in the order of their numbers; null: there is none at this address. */
export async function votePage(
  database: Database,
  slug: string,
  locale: ProgrammeLocale,
): Promise<VotePageView | null> {
  if (!isSlug(slug)) return null;
  const row = await database.vote.findFirst({
    where: { slug, ...seen },
    select: {
      ...factsSelect,
      projects: {
        orderBy: { number: 'asc' },
        select: {
          number: true,
          costCents: true,
          verdict: true,
          reason: true,
          initiativeId: true,
          content: true,
          category: true,
        },
      },
      counts: {
        orderBy: { attempt: 'desc' },
        take: 1,
        select: { result: true, annulment: { select: { confirmedAt: true } } },
      },
    },
  });
  if (row === null) return null;
  const { projects, counts, ...facts } = row;
  const cards = new Map(
    (
      await initiativeCards(
        database,
        projects.map(({ initiativeId }) => initiativeId),
        locale,
      )
    ).map((card) => [card.id, card]),
  );
  const known = factsOf(facts);
  const shown = projects.map(({ number, costCents, verdict, reason, initiativeId, content, category }) => {
    const card = cards.get(initiativeId);
    const words = wordsOf(content.content) ?? card;
    return {
      verdict,
      reason,
      card: {
        ...{ number, initiativeId, slug: card?.slug ?? '', title: words?.title ?? '', summary: words?.summary ?? '' },
        ...{ cost: cents(costCents), area: card?.area ?? null, picture: card?.picture ?? null },
        category: known.categories.find((one) => one.number === category)?.name ?? null,
      },
    };
  });
  const last = counts[0];
  return {
    ...known,
    projects: shown.filter(({ verdict }) => verdict === 'included').map(({ card }) => card),
    excluded: shown
      .filter(({ verdict }) => verdict === 'excluded')
      .map(({ card: { number, slug: address, title }, reason }) => ({ number, slug: address, title, reason })),
    // a count that was annulled says nothing any more
    lotsDrawn: last === undefined ? [] : await lotsDrawn(database, known.id),
    result: last?.annulment?.confirmedAt != null ? null : await standingResult(database, known, last ?? null),
  };
}

/** Title and summary of the version that is voted on. */
function wordsOf(json: unknown): { title: string; summary: string } | null {
  try {
    return readContent(json);
  } catch {
    return null;
  }
}
