import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { markAtDoor } from '#app/modules/gatherings/commands/mark-at-door.server.ts';
import { workGathering } from '#app/modules/gatherings/queries/organiser.query.server.ts';
import { marksForm } from '#app/modules/gatherings/registration-form.ts';
import { signedIn } from '#app/modules/people/policy.ts';

/** Nothing to see here: phones at the door send what they marked. */
export const loader = guardLoader(signedIn, () => {
  throw notFound();
});

export const action = guardAction(signedIn, async ({ database, actor, params, form, context }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering === null) throw notFound();
  const marks = marksForm.safeParse(readJson(formText(form, 'marks')));
  if (!marks.success) throw turnAway(400);
  const outcome = await markAtDoor({ gatheringId: gathering.id, marks: marks.data }, signedInContext(context));
  return Response.json(outcome.ok ? { results: outcome.value } : { refused: outcome.reason }, {
    status: outcome.ok ? 200 : outcome.reason === 'gathering-unknown' ? 404 : 409,
    headers: { 'Cache-Control': 'no-store' },
  });
});

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
