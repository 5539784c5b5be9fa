/** What can be followed (constraint `subscription_kind`). */
export const subjectKinds = ['body', 'theme', 'wijk', 'initiative'] as const;

export type SubjectKind = (typeof subjectKinds)[number];

/** Slug of a body, theme or initiative; code of a wijk. */
export type Subject = { kind: SubjectKind; key: string };

/** The same in addresses and forms: `team:eigenaarschap`. */
const words: Record<SubjectKind, string> = { body: 'team', theme: 'thema', wijk: 'wijk', initiative: 'plan' };

/** Most that one subscriber follows. */
export const mostSubjects = 50;

export const rhythms = ['daily', 'weekly'] as const;

export type Rhythm = (typeof rhythms)[number];

export function subjectWord({ kind, key }: Subject): string {
  return `${words[kind]}:${key}`;
}

/** @returns what the word of an address or form is about, or null when it can be none */
export function readSubject(word: string): Subject | null {
  const [, name, key = ''] = /^([a-z]+):([\w-]{1,120})$/i.exec(word) ?? [];
  const kind = subjectKinds.find((one) => words[one] === name);
  return kind === undefined ? null : { kind, key };
}

/** Page of what is followed. */
export function subjectPath({ kind, key }: Subject): string {
  return {
    body: `/opgaveteams/${key}`,
    theme: `/themas/${key}`,
    wijk: `/gebieden/${key}`,
    initiative: `/initiatieven/${key}`,
  }[kind];
}

/** The same news as a feed; an initiative has none of its own. */
export function feedPath({ kind, key }: Subject): string | null {
  return {
    body: `/feeds/teams/${key}.atom`,
    theme: `/feeds/themas/${key}.atom`,
    wijk: `/feeds/wijken/${key}.atom`,
    initiative: null,
  }[kind];
}

/** Page where following begins. */
export function followPath(subject: Subject): string {
  return `/volgen?wat=${encodeURIComponent(subjectWord(subject))}`;
}
