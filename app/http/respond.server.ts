import { data, redirect } from '@remix-run/node';
import type { Refused } from '#app/kernel/outcome.ts';
import { formMessage } from '#app/i18n/message.ts';
import type { Namespace, RefusalOf, Translate } from '#app/i18n/texts.ts';
import type { Platform } from '#app/platform/platform.server.ts';
import { writeFlash, type Flash } from './flash.server.ts';
import { turnAway } from './turn-away.server.ts';

/** A form that comes back: filled in, with its mistakes. Give Conform's `submission.reply()`. */
export function rejected<Reply>(reply: Reply) {
  return data(reply, { status: 422 });
}

/** The words of a refusal: `refusal.<reason>` in the texts of its module. */
export function refusalText<Module extends Namespace>(
  t: Translate,
  module: Module,
  refusal: Refused<RefusalOf<Module>>,
): string {
  const say = t as (key: string, facts?: Record<string, string | number>) => string;
  return say(`${module}:refusal.${refusal.reason as string}`, refusal.detail);
}

/** 404 for what is not there, 409 when the world moved on, else 422: understood, but no. */
export function refusalStatus(reason: string): 404 | 409 | 422 {
  if (reason.endsWith('-unknown')) return 404;
  return reason === 'changed-meanwhile' || reason.startsWith('already-') ? 409 : 422;
}

/** Ends an action: on to the next page, with a message where that page does not speak for itself. */
export async function goTo(path: string, platform: Platform, flash?: Flash, cookies: readonly string[] = []) {
  const headers = new Headers();
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  if (flash !== undefined) headers.append('Set-Cookie', await writeFlash(platform, flash));
  return redirect(path, { status: 303, headers });
}

/** A refusal as a mistake of a form: its key with what is filled in, for Conform's `reply({ formErrors: […] })`. */
export function refusalMessage<Module extends Namespace>(module: Module, refusal: Refused<RefusalOf<Module>>): string {
  return formMessage(`${module}:refusal.${refusal.reason as string}`, refusal.detail);
}

/** Nothing here, or nothing that you may know of. */
export function notFound(): Response {
  return turnAway(404);
}
