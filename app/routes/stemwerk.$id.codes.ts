import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { qrSquares } from '#app/http/qr.server.ts';
import { goTo, notFound, refusalMessage } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { votingCardsPdf } from '#app/modules/voting/cards-pdf.server.ts';
import { makeCodes } from '#app/modules/voting/commands/make-codes.server.ts';
import { sheetForm } from '#app/modules/voting/form.ts';
import { runsVotes } from '#app/modules/voting/policy.ts';
import { voteWorkPage } from '#app/modules/voting/queries/vote-work.query.server.ts';

/** There is nothing to look at: codes are in the answer to the form, once. */
export const loader = guardLoader(runsVotes, () => {
  throw notFound();
});

/** Makes codes and gives them as a file to print; nobody can make the same file again. */
export const action = guardAction(
  runsVotes,
  async ({ form, params, context, database, actor, platform, t, locale }) => {
    const voteId = params.id ?? '';
    const vote = await voteWorkPage(database, actor, voteId);
    if (vote === null) throw notFound();
    const back = async (message: string) =>
      goTo(`/stemwerk/${voteId}#stemkaarten`, platform, { tone: 'danger', message });
    const read = parseForm(form, sheetForm);
    if (read.status !== 'success') return back('votingWork:mistake.codes');
    const made = await makeCodes({ voteId, ...read.value }, signedInContext(context));
    if (!made.ok) return back(refusalMessage('votingWork', made));
    const { slug, title, closesAt } = vote;
    const address = `${platform.env.publicUrl}/stemmen/${slug}`;
    const file = await votingCardsPdf({
      ...{ title, t, locale, codes: made.value },
      areaName: vote.areas.find(({ code }) => code === read.value.areaCode)?.name ?? '',
      address: address.replace(/^https?:\/\//, ''),
      until: dateText(closesAt, 'time', locale),
      // after the # it goes to no server: not in a log, not in a history
      squaresOf: (code) => qrSquares(`${address}#${code}`),
    });
    return new Response(file, {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `attachment; filename="stemkaarten-${slug}.pdf"`,
        'Cache-Control': 'private, no-store',
      },
    });
  },
);
