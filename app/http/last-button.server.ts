import { z } from 'zod';
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
    intent: z.enum(['code', 'account', 'change']),
  }),
);

/** Which button was pressed; `account` where it does not say. */
export function readIntent(typed: string): 'code' | 'account' | 'change' {
  return typed === 'code' || typed === 'change' ? typed : 'account';
}
