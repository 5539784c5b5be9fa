import { redirect } from '@remix-run/node';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { writeLocale } from '#app/http/locale-cookie.server.ts';
import { goTo } from '#app/http/respond.server.ts';
import { isLocale } from '#app/i18n/locale.ts';
import { isSignedIn } from '#app/modules/people/actor.ts';
import { changeLocale } from '#app/modules/people/commands/change-profile.server.ts';
import { ownPath } from '#app/modules/people/own-path.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, () => redirect('/'));

/** Keeps the chosen language, for the mails of who is signed in too, and goes back to where it was chosen. */
export const action = guardAction(everyone, async ({ form, platform, context }) => {
  const chosen = form.get('taal');
  const locale = isLocale(chosen) ? chosen : 'nl';
  const { actor } = context;
  if (isSignedIn(actor)) await changeLocale(locale, { ...context, actor });
  return goTo(ownPath(form.get('terug'), '/'), platform, undefined, [writeLocale(platform, locale)]);
});
