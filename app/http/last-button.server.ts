import { z } from 'zod';
import type { Translate } from '#app/i18n/texts.ts';
import { sayMessage } from '#app/i18n/message.ts';
import { sealedCookie } from './sealed-cookie.server.ts';

/**
 * Why a ballot was not cast, for the page that is opened next: so that 'back' in the browser opens a page, instead of asking whether the
 * form must be sent again. What was typed is sealed, and gone with the page that shows it.
 */
export const notCastCookie = sealedCookie(
  'niet-gestemd',
  5,
  z.object({
    slug: z.string(),
    /** A key of the texts. */
    message: z.string(),
    typed: z.string().max(40),
    /** The button that was pressed; `next`: on the ballot itself. */
    intent: z.enum(['next', 'code', 'account', 'change']),
  }),
);

/** Which button was pressed; `account` where it does not say. */
export function readIntent(typed: string): 'code' | 'account' | 'change' {
  return typed === 'code' || typed === 'change' ? typed : 'account';
}

type NotCast = NonNullable<Awaited<ReturnType<typeof notCastCookie.read>>>;

/** What the page of this vote says of it; null: it is of another page. */
export function notCastOn<Intent extends NotCast['intent']>(
  notCast: NotCast | null,
  slug: string,
  intents: readonly Intent[],
  t: Translate,
): { typed: string; intent: Intent; refusal: string } | null {
  if (notCast === null || notCast.slug !== slug) return null;
  const intent = intents.find((one) => one === notCast.intent);
  return intent === undefined ? null : { typed: notCast.typed, intent, refusal: sayMessage(t, notCast.message) };
}
