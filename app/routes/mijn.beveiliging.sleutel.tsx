import { redirect } from '@remix-run/node';
import { z } from 'zod';
import type { PasskeyAnswer } from '#app/components/people/passkey-request.ts';
import { guardLoader, guardSensitiveAction } from '#app/http/guard.server.ts';
import { refusalText } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { addPasskey, offerPasskey } from '#app/modules/people/commands/add-passkey.server.ts';
import { askForPasskey, showPasskey } from '#app/modules/people/commands/show-passkey.server.ts';
import { relyingPartyOf } from '#app/modules/people/passkey.server.ts';
import { authenticationAnswer, registrationAnswer } from '#app/modules/people/passkey-answer.ts';
import { signedIn } from '#app/modules/people/policy.ts';

/** Nothing to see: scripts of the security pages post here. */
export const loader = guardLoader(signedIn, () => redirect('/mijn/beveiliging'));

const requests = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('offer') }),
  z.object({ intent: z.literal('add'), name: z.string().trim().max(60), response: registrationAnswer }),
  z.object({ intent: z.literal('ask') }),
  z.object({ intent: z.literal('show'), response: authenticationAnswer }),
]);

export const action = guardSensitiveAction(signedIn, async ({ request, context, platform, t, url }) => {
  const posted = requests.safeParse(await request.json().catch((): null => null));
  if (!posted.success) return Response.json({ ok: false, problem: t('errors:invalid.text') }, { status: 400 });
  const order = posted.data;
  const { env } = platform;
  // a demo is visited by whatever name its machine goes by
  const site = relyingPartyOf(env.mode === 'demo' ? url.origin : env.publicUrl);
  const mine = { ...signedInContext(context), site, secret: env.sessionSecret };
  switch (order.intent) {
    case 'offer': {
      const offered = await offerPasskey(mine);
      return offered.ok
        ? answer({ ok: true, kind: 'offer', options: offered.value })
        : refuse(refusalText(t, 'people', offered));
    }
    case 'add': {
      const name = order.name === '' ? t('people:security.passkeyDefault') : order.name;
      const added = await addPasskey({ name, response: order.response }, mine);
      return added.ok
        ? answer({ ok: true, kind: 'add', backupCodes: added.value })
        : refuse(refusalText(t, 'people', added));
    }
    case 'ask': {
      const asked = await askForPasskey(mine);
      return asked.ok
        ? answer({ ok: true, kind: 'ask', options: asked.value })
        : refuse(refusalText(t, 'people', asked));
    }
    case 'show': {
      const shown = await showPasskey({ response: order.response }, mine);
      return shown.ok ? answer({ ok: true, kind: 'show' }) : refuse(refusalText(t, 'people', shown));
    }
  }
});

function answer(value: PasskeyAnswer): Response {
  return Response.json(value);
}

function refuse(problem: string): Response {
  return Response.json({ ok: false, problem } satisfies PasskeyAnswer, { status: 422 });
}
