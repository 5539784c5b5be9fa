/** Words that stand as an address of their own under /initiatieven. */
const taken = new Set(['nieuw', 'concept', 'lijkt-op', 'zoek']);

const longestSlug = 70;

/**
 * The address of a title: "Energiecoöperatie Westerlicht!" → `energiecooperatie-westerlicht`.
 * @param isTaken whether another initiative has this address already
 */
export function slugFor(title: string, isTaken: (slug: string) => boolean): string {
  const plain = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replaceAll(/^-+|-+$/g, '');
  // a title in another script leaves nothing over
  const base = plain === '' || /^\d+$/.test(plain) ? `plan${plain === '' ? '' : `-${plain}`}` : plain;
  const unavailable = (slug: string) => taken.has(slug) || isTaken(slug);
  if (!unavailable(base)) return base;
  for (let number = 2; ; number += 1) {
    if (!unavailable(`${base}-${number}`)) return `${base}-${number}`;
  }
}

/** True for text that can be the address of an initiative; guards queries against anything else in an address. */
export function isSlug(text: string): boolean {
  return text.length <= 100 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}
