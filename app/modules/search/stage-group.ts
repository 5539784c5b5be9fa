import { stageGroupNames, stageGroups, type StageGroup } from '#app/modules/initiatives/list-filter.ts';

const groupOf: ReadonlyMap<string, StageGroup> = new Map(
  stageGroupNames.flatMap((group) => stageGroups[group].map((stage) => [stage, group] as const)),
);

/** How far an initiative is, as people ask for it. @returns null for what is no stage of an initiative */
export function stageGroupOf(stage: string | null): StageGroup | null {
  return stage === null ? null : (groupOf.get(stage) ?? null);
}
