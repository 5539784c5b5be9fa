import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { choicesIn, ownBallotToCast } from '#app/http/own-ballot.server.ts';
import { holderOf, writeOwnVote } from '#app/http/own-vote.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** Nothing to see here: the ballot sends what somebody chooses, to be kept on the device. */
export const loader = guardLoader(everyone, () => {
  throw notFound();
});

export const action = guardAction(everyone, async (args) => {
  const { form, platform, now, actor } = args;
  const { vote, own } = await ownBallotToCast(args);
  const kept = { ...own, choices: choicesIn(form, vote), chosenBy: holderOf(platform, actor) };
  const headers = { 'Set-Cookie': await writeOwnVote(platform, vote, kept, now), 'Cache-Control': 'no-store' };
  return new Response(null, { status: 204, headers });
});
