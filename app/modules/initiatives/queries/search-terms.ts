/** Words of a search, without signs; more words than this make no difference to what is found. */
const mostTerms = 8;

export function searchTerms(text: string): string[] {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return [...new Set(words)].slice(0, mostTerms);
}
