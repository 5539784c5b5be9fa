/** What can be followed (constraint `subscription_kind`). */
export const subjectKinds = ['body', 'theme', 'wijk', 'initiative', 'search'] as const;

export type SubjectKind = (typeof subjectKinds)[number];

/** Slug of a body, theme or initiative; code of a wijk; of a search what the address of the search page asks (`q=fietsen&gebied=FA`). */
export type Subject = { kind: SubjectKind; key: string };

/** The same in addresses and forms: `team:eigenaarschap`. */
const words: Record<SubjectKind, string> = {
  body: 'team',
  theme: 'thema',
  wijk: 'wijk',
  initiative: 'plan',
  search: 'zoek',
};

/** Longest question that can be followed (constraint `subscription_key`). */
const longestSearchKey = 500;

/** Most that one subscriber follows. */
export const mostSubjects = 50;

export const rhythms = ['daily', 'weekly'] as const;

export type Rhythm = (typeof rhythms)[number];

export function subjectWord({ kind, key }: Subject): string {
  return `${words[kind]}:${key}`;
}

/** @returns what the word of an address or form is about, or null when it can be none */
export function readSubject(word: string): Subject | null {
  const [, name, key = ''] = /^([a-z]+):(.+)$/i.exec(word) ?? [];
  const kind = subjectKinds.find((one) => words[one] === name);
  if (kind === 'search') return readSearchKey(key);
  return kind === undefined || !/^[\w-]{1,120}$/.test(key) ? null : { kind, key };
}

/** Words of an address in one order, so that the same question is followed once. */
function readSearchKey(typed: string): Subject | null {
  const asked = [...new URLSearchParams(typed)].filter(([name, value]) => /^[a-z]{1,20}$/.test(name) && value !== '');
  const address = new URLSearchParams(asked);
  address.sort();
  const key = address.toString();
  return key === '' || key.length > longestSearchKey ? null : { kind: 'search', key };
}

/** Page of what is followed. */
export function subjectPath({ kind, key }: Subject): string {
  return {
    body: `/opgaveteams/${key}`,
    theme: `/themas/${key}`,
    wijk: `/gebieden/${key}`,
    initiative: `/initiatieven/${key}`,
    search: `/zoeken?${key}`,
  }[kind];
}

/** The same news as a feed; an initiative and a search have none of their own. */
export function feedPath({ kind, key }: Subject): string | null {
  return {
    body: `/feeds/teams/${key}.atom`,
    theme: `/feeds/themas/${key}.atom`,
    wijk: `/feeds/wijken/${key}.atom`,
    initiative: null,
    search: null,
  }[kind];
}

/** Page where following begins. */
export function followPath(subject: Subject): string {
  return `/volgen?wat=${encodeURIComponent(subjectWord(subject))}`;
}
