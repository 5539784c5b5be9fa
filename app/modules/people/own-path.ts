const origin = 'https://own.invalid';

/**
 * Where to go after signing in: a path of this site only, so that a link cannot lead people away from here after they
 * signed in (`//elsewhere.nl`, `/\elsewhere.nl`, `https://…`).
 * @param text what stood in the address, of any kind
 * @param otherwise the path for when the text is not safe
 */
export function ownPath(text: unknown, otherwise: string): string {
  if (typeof text !== 'string' || text.length > 500 || !text.startsWith('/')) return otherwise;
  // browsers read a backslash as a slash and skip tabs and line ends
  if (/[\\\p{Cc}]/u.test(text)) return otherwise;
  const url = URL.canParse(text, origin) ? new URL(text, origin) : null;
  if (url?.origin !== origin || url.pathname.startsWith('//')) return otherwise;
  // signing in or out again after signing in helps nobody
  if (/^\/(inloggen|uitloggen)(\/|$)/.test(url.pathname)) return otherwise;
  return `${url.pathname}${url.search}${url.hash}`;
}
