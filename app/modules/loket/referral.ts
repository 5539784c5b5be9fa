/** Kinds of bodies that can be given an initiative; the board and the programme office decide on none. */
export const receivingKinds = ['opgaveteam', 'wijkalliantie', 'werkgroep'] as const;

/** Longest name of a fund outside the programme, in characters. */
export const outsideFundNameLength = 120;

/** Longest link to such a fund, in characters. */
export const linkLength = 500;

/** True for an ordinary https address: no script, no file, no name and password in front of the host. */
export function isSafeLink(text: string): boolean {
  if (text.length > linkLength || !URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === 'https:' && url.username === '' && url.password === '' && url.hostname.includes('.');
}
