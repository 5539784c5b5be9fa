import { createHash } from 'node:crypto';

/**
 * The numbers under which reviewers of a round are public: "Beoordelaar 1". The same person has the same number for
 * every initiative of the round. The order comes from a hash over ids that are never public, so it tells nothing about
 * names or about who was assigned first, and the numbers of two rounds have nothing to do with each other.
 */
export function reviewerNumbers(roundId: string, personIds: Iterable<string>): Map<string, number> {
  const hash = (personId: string): string => createHash('sha256').update(`${roundId}:${personId}`).digest('hex');
  const ordered = [...new Set(personIds)]
    .map((personId) => ({ personId, key: hash(personId) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return new Map(ordered.map(({ personId }, index) => [personId, index + 1]));
}
