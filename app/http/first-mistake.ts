import type { SubmissionResult } from '@conform-to/react';

/** The first mistake of a form that has one or two fields and stands in a list: said on top of the page. */
export function firstMistake({ error }: SubmissionResult): string {
  return Object.values(error ?? {}).flatMap((messages) => messages ?? [])[0] ?? 'rounds:mistake.form';
}
