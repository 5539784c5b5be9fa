import { guardAction, guardLoader, type Guarded } from '#app/http/guard.server.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { makePapers } from '#app/modules/voting/commands/make-papers.server.ts';
import { papersForm } from '#app/modules/voting/form.ts';
import { paperBallotsPdf, type PaperBallots } from '#app/modules/voting/paper-pdf.server.ts';
import { readsVoteWork, runsVotes } from '#app/modules/voting/policy.ts';
import { paperWork } from '#app/modules/voting/queries/paper-work.query.server.ts';
import type { PaperWorkView } from '#app/modules/voting/views.ts';

/** One in large letters to read along: no number, so that nobody votes with it. */
export const loader = guardLoader(readsVoteWork, async (args) => {
  const vote = await paperWork(args.database, args.actor, args.params.id ?? '');
  if (vote === null) throw notFound();
  return fileOf(args, vote, { papers: null, letters: 'large' });
});

/** Makes papers with numbers and gives them as a file to print. */
export const action = guardAction(runsVotes, async (args) => {
  const { form, params, context, database, actor, platform } = args;
  const voteId = params.id ?? '';
  const vote = await paperWork(database, actor, voteId);
  if (vote === null) throw notFound();
  const back = async (message: string) => goTo(`/stemwerk/${voteId}/papier`, platform, { tone: 'danger', message });
  const read = parseForm(form, papersForm);
  if (read.status !== 'success') return back('votingPaper:mistake.papers');
  const { letters, ...wanted } = read.value;
  const made = await makePapers({ voteId, ...wanted }, signedInContext(context));
  if (!made.ok) return back(refusalMessage('votingPaper', made));
  return fileOf(args, vote, { papers: made.value, letters });
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
