import { guardLoader } from '#app/http/guard.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { signedIn } from '#app/modules/people/policy.ts';
import { myData } from '#app/modules/people/queries/my-data.query.server.ts';

/** Everything that is stored about who is signed in, as a file. */
export const loader = guardLoader(signedIn, async ({ context, database, now }) => {
  const everything = await myData(database, signedInContext(context).actor, now);
  return new Response(JSON.stringify(everything, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="wijkbeurs-mijn-gegevens-${dayInAmsterdam(now)}.json"`,
      'Cache-Control': 'no-store',
    },
  });
});
