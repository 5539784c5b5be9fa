import { guardAction, guardLoader, type Guarded } from '#app/http/guard.server.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { makePapers } from '#app/modules/voting/commands/make-papers.server.ts';
import { papersForm } from '#app/modules/voting/form.ts';
import { paperBallotsPdf, type PaperBallots } from '#app/modules/voting/paper-pdf.server.ts';
import { readsVoteWork, runsVotes } from '#app/modules/voting/policy.ts';
import { paperWork, papersOfSheet } from '#app/modules/voting/queries/paper-work.query.server.ts';
import type { PaperWorkView } from '#app/modules/voting/views.ts';

/**
 * One in large letters to read along: no number, so that nobody votes with it. With `reeks` the papers of that sheet, which only who runs
 * the vote gets: as often as the printer needs it, and always with the same numbers.
 */
export const loader = guardLoader(readsVoteWork, async (args) => {
  const { database, actor, params, url } = args;
  const vote = await paperWork(database, actor, params.id ?? '');
  if (vote === null) throw notFound();
  const sheet = url.searchParams.get('reeks');
  if (sheet === null) return fileOf(args, vote, { papers: null, letters: 'large' });
  const papers = vote.mayRun ? await papersOfSheet(database, vote.id, sheet) : null;
  if (papers === null) throw notFound();
  return fileOf(args, vote, { papers, letters: url.searchParams.get('letters') === 'groot' ? 'large' : 'normal' });
});

/** Makes papers with numbers; the page on which they are found leads to the file. */
export const action = guardAction(runsVotes, async (args) => {
  const { form, params, context, database, actor, platform } = args;
  const voteId = params.id ?? '';
  const vote = await paperWork(database, actor, voteId);
  if (vote === null) throw notFound();
  const back = async (message: string, tone: 'danger' | 'success' = 'danger') =>
    goTo(`/stemwerk/${voteId}/papier#biljetten`, platform, { tone, message });
  const read = parseForm(form, papersForm);
  if (read.status !== 'success') return back('votingPaper:mistake.papers');
  const made = await makePapers({ voteId, ...read.value }, signedInContext(context));
  return made.ok ? back('votingPaper:work.isMade', 'success') : back(refusalMessage('votingPaper', made));
});

async function fileOf(
  { platform, t, locale }: Guarded,
  vote: PaperWorkView,
  which: Pick<PaperBallots, 'papers' | 'letters'>,
): Promise<Response> {
  const { slug, closesAt, areas } = vote;
  const file = await paperBallotsPdf({
    ...{ ...vote, ...which, t, locale },
    areas: areas.map(({ name }) => name),
    until: dateText(closesAt, 'time', locale),
    address: `${platform.env.publicUrl}/stemmen/${slug}/controle`.replace(/^https?:\/\//, ''),
  });
  return new Response(file, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="stembiljetten-${slug}.pdf"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
