/** The word in an address that asks for a check: only then scripts come with the page (`handle.hydrate`). */
export const checkWord = 'controle';

/**
 * The same page, which then checks itself.
 * @param search what stands behind the path now
 */
export function checkHref(search: string, id: string): string {
  const words = new URLSearchParams(search);
  words.set(checkWord, 'nu');
  return `?${words.toString()}#${id}`;
}
