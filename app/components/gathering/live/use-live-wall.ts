import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { LiveChange } from '#app/modules/gatherings/live/change.ts';
import type { Wall, WallNote } from '#app/modules/gatherings/wall.ts';
import { useFresh } from './use-fresh.ts';
import { useLive } from './use-live.ts';

/** What was heard of a note after the page was made. */
type Heard = ReadonlyMap<string, { number: number; note: WallNote | null }>;

/** While many come at once (somebody catches up) they are drawn together. */
const drawEvery = 60;

/**
 * The notes of a wall as they are now: those of the page, and what was heard since. Piles and the gathering itself are read anew.
 * @returns the newest note first
 */
export function useLiveWall<Note extends WallNote>(
  slug: string,
  { since, notes: loaded }: Omit<Wall, 'notes'> & { notes: readonly Note[] },
  options: { isScreen?: boolean } = {},
) {
  const [heard, setHeard] = useState<Heard>(new Map());
  const fresh = useFresh();
  const waiting = useRef<LiveChange[]>([]);
  const timer = useRef<number | undefined>(undefined);
  useEffect(
    () => () => {
      window.clearTimeout(timer.current);
    },
    [],
  );
  const draw = useCallback(() => {
    timer.current = undefined;
    const changes = waiting.current;
    waiting.current = [];
    setHeard((before) => {
      const after = new Map(before);
      for (const { id, number, note } of changes) if (id !== undefined && note !== undefined) after.set(id, { number, note });
      return after;
    });
  }, []);
  const state = useLive(
    slug,
    since,
    (change) => {
      if (change.kind === 'cluster' || change.kind === 'gathering') fresh();
      if (change.kind !== 'note') return;
      waiting.current.push(change);
      timer.current ??= window.setTimeout(draw, drawEvery);
    },
    options,
  );
  const notes = useMemo(() => {
    const newer = [...heard].filter(([, { number }]) => number > since);
    const byId = new Map<string, Note | WallNote>(loaded.map((note) => [note.id, note]));
    for (const [id, { note }] of newer) {
      if (note === null) byId.delete(id);
      else byId.set(id, { ...byId.get(id), ...note });
    }
    return [...byId.values()].sort(
      (one, other) => other.writtenAt.localeCompare(one.writtenAt) || other.id.localeCompare(one.id),
    );
  }, [heard, loaded, since]);
  return { notes, state, fresh };
}
