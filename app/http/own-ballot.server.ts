import { tidyChoices } from '#app/modules/voting/ballot.ts';
import { chanceOf } from '#app/modules/voting/code.server.ts';
import { ballotFacts } from '#app/modules/voting/queries/ballot-facts.query.server.ts';
import { votePage } from '#app/modules/voting/queries/vote-page.query.server.ts';
import type { VotePageView } from '#app/modules/voting/views.ts';
import type { Guarded } from './guard.server.ts';
import { readOwnVote, type OwnVote } from './own-vote.server.ts';
import { turnAway } from './turn-away.server.ts';

/**
 * The vote of this address (`$slug`), and what this browser keeps of it.
 * @throws Response 404 when there is none
 */
export async function ownBallot(args: Guarded): Promise<{ vote: VotePageView; own: OwnVote }> {
  const { database, params, locale, request, platform, actor } = args;
  const vote = await votePage(database, params.slug ?? '', locale);
  if (vote === null) throw turnAway(404);
  return { vote, own: withKnown(vote, await readOwnVote(request, platform, vote, actor)) };
}

type BallotFacts = NonNullable<Awaited<ReturnType<typeof ballotFacts>>>;

/**
 * The same for who casts: without what only the page shows.
 * @throws Response 404 when there is none
 */
export async function ownBallotToCast(args: Guarded): Promise<{ vote: BallotFacts; own: OwnVote }> {
  const { database, params, request, platform, actor } = args;
  const vote = await ballotFacts(database, params.slug ?? '');
  if (vote === null) throw turnAway(404);
  return { vote, own: withKnown(vote, await readOwnVote(request, platform, vote, actor)) };
}

function withKnown({ projects }: { projects: readonly { number: number }[] }, own: OwnVote): OwnVote {
  const known = new Set(projects.map(({ number }) => number));
  return { ...own, choices: own.choices.filter((choice) => known.has(choice)) };
}

/** What a form of this vote says is chosen, tidied. */
export function choicesIn(form: FormData, { projects }: { projects: readonly { number: number }[] }): number[] {
  const known = new Set(projects.map(({ number }) => number));
  return tidyChoices(
    form
      .getAll('plan')
      .map(Number)
      .filter((number) => known.has(number)),
  );
}

/** Projects in an order by chance that is this browser's own: who stands first is seen most. */
export function inOwnOrder(vote: VotePageView, order: string): VotePageView['projects'] {
  const place = ({ number }: { number: number }) => chanceOf(order, `${vote.id}/${String(number)}`);
  return [...vote.projects].sort((one, other) => (place(one) < place(other) ? -1 : 1));
}
