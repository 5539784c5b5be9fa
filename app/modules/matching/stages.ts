/** How far somebody is, for who could help whom. */
type Progress = 'begins' | 'runs' | 'waits';

/** Stages of initiatives and phases of groups; an organisation has none and counts as one that runs. */
const progress: Record<string, Progress> = {
  idea: 'begins',
  starting: 'begins',
  submitted: 'begins',
  question: 'begins',
  accepted: 'begins',
  scoring: 'begins',
  deciding: 'begins',
  exploring: 'begins',
  referred: 'begins',
  granted: 'runs',
  running: 'runs',
  completed: 'runs',
  declined: 'waits',
  parked: 'waits',
  paused: 'waits',
};

const worth: Record<`${Progress} ${Progress}`, number> = {
  // who begins learns from who is under way
  'begins runs': 1,
  'runs begins': 1,
  // who got no money is helped most by somebody who goes on
  'waits runs': 1,
  'runs waits': 1,
  'begins begins': 0.6,
  'waits begins': 0.5,
  'begins waits': 0.5,
  'runs runs': 0.4,
  'waits waits': 0.2,
};

/** Numbers under which progress stands in a corpus. */
const progresses = ['begins', 'runs', 'waits'] as const;

export function progressOf(stage: string | null): number {
  return progresses.indexOf(progress[stage ?? 'running'] ?? 'begins');
}

/** How well two go together by how far they are, from 0 to 1; the same from both sides. */
export const stageWorth: readonly (readonly number[])[] = progresses.map((one) =>
  progresses.map((other) => worth[`${one} ${other}`]),
);
