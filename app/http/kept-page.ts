/**
 * `handle = { kept: keptPage() }` of a route: its page may be kept for visitors without a session, because it is the same for all of
 * them and made from what the database, the clock and the address say, and nothing else (docs/decisions/0036).
 * @param query words after the question mark with which it may be kept; with any other it is made anew. None for what people type
 *   freely, of which there is no end.
 */
export function keptPage(...query: readonly string[]): KeptPage {
  return { query };
}

export type KeptPage = { readonly query: readonly string[] };

/** What a route says of it in its `handle`. */
export function keptPageOf(handle: unknown): KeptPage | null {
  if (typeof handle !== 'object' || handle === null || !('kept' in handle)) return null;
  return handle.kept as KeptPage;
}
