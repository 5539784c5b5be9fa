import { turnAway } from './turn-away.server.ts';

/**
 * Which count of a vote an address asks for: `?telling=<number>`, the last one without it.
 * @throws Response 404 for what is no number of a count
 */
export function countAsked(url: URL): number | undefined {
  const asked = url.searchParams.get('telling');
  if (asked === null) return undefined;
  if (!/^[1-9]\d{0,3}$/.test(asked)) throw turnAway(404);
  return Number(asked);
}
