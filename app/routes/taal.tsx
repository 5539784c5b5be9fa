import { redirect } from '@remix-run/node';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { isLocale, localeCookie } from '#app/i18n/locale.ts';
import { ownPath } from '#app/modules/people/own-path.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, () => redirect('/'));

/** Keeps the chosen language for a year and goes back to the page where it was chosen. */
export const action = guardAction(everyone, ({ form, platform }) => {
  const chosen = form.get('taal');
  const secure = platform.env.publicUrl.startsWith('https:') ? '; Secure' : '';
  const cookie = `${localeCookie}=${isLocale(chosen) ? chosen : 'nl'}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${secure}`;
  return redirect(ownPath(form.get('terug'), '/'), { status: 303, headers: { 'Set-Cookie': cookie } });
});
