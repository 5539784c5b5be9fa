/** What can be wrong with a question of a machine, by its status. */
export const problemStatuses = {
  'unknown-dataset': 404,
  'unknown-row': 404,
  'unknown-address': 404,
  'wrong-cursor': 400,
  'wrong-since': 400,
  'no-changes': 400,
  'wrong-limit': 400,
  'unknown-parameter': 400,
  'too-many': 429,
} as const;

export type Problem = keyof typeof problemStatuses;

export const problems = Object.keys(problemStatuses) as Problem[];
