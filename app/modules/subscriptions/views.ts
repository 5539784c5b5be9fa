import type { Rhythm, Subject } from './subject.ts';

/** What a subscriber follows, for themselves; their address is not in it. */
export type FollowingView = {
  subscriberId: string;
  rhythm: Rhythm;
  isConfirmed: boolean;
  followed: (Subject & { name: string })[];
};

/** Everything that can be chosen from a list; initiatives are followed from their own page. */
export type SubjectChoices = Record<'body' | 'theme' | 'wijk', { key: string; name: string }[]>;
