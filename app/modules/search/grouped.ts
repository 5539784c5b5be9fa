import type { HitView } from './views.ts';

/** Something that was found, with the other pages on the same. */
export type HitGroup = { hit: HitView; also: Pick<HitView, 'id' | 'kind' | 'path'>[] };

/** Its title without marks. */
export const plainTitle = ({ title }: HitView): string => title.map(({ text }) => text).join('');

const titleOf = (hit: HitView): string => plainTitle(hit).trim().toLowerCase();

/**
 * A plan that is also on the marketplace and of which there is a decision stands once, where it was found first. Two of one kind with the
 * same title are two things.
 */
export function grouped(hits: readonly HitView[]): HitGroup[] {
  const groups: HitGroup[] = [];
  for (const hit of hits) {
    const group = groups.find(
      ({ hit: first, also }) =>
        titleOf(first) === titleOf(hit) && [first, ...also].every(({ kind }) => kind !== hit.kind),
    );
    if (group === undefined) groups.push({ hit, also: [] });
    else group.also.push({ id: hit.id, kind: hit.kind, path: hit.path });
  }
  return groups;
}
