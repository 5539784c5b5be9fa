import { guardLoader } from '#app/http/guard.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { downloadAccounts } from '#app/modules/bank/commands/download-accounts.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';
import { myData } from '#app/modules/people/queries/my-data.query.server.ts';

/** Everything that is stored about who is signed in, as a file. */
export const loader = guardLoader(signedIn, async ({ context, database, now, platform }) => {
  const mine = signedInContext(context);
  const data = await myData(database, mine.actor, now);
  const bankAccounts = await downloadAccounts({ ...mine, keys: platform.env.bankKeys });
  return new Response(JSON.stringify({ ...data, bankAccounts }, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="wijkbeurs-mijn-gegevens-${dayInAmsterdam(now)}.json"`,
      'Cache-Control': 'no-store',
    },
  });
});
