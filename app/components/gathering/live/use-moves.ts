import { useFetcher } from '@remix-run/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WallNote, WallPile } from '#app/modules/gatherings/wall.ts';

type Answer = { refused: string | null };
type Move = { note: WallNote; pileId: string | null; says: string };

/**
 * Moving notes between piles: the note is where it was put at once, and back with the reason when somebody else moved it first. Moves
 * go one after the other, so that a note that goes on before the server answered is not refused as changed meanwhile.
 * @returns where each note is shown, what to say aloud, and which handle gets the focus after a move by keyboard
 */
export function useMoves(action: string, piles: readonly WallPile[]) {
  const { t } = useTranslation('gatheringRoom');
  const fetcher = useFetcher<Answer>({ key: 'verplaats' });
  const { submit, data, state } = fetcher;
  const [put, setPut] = useState<ReadonlyMap<string, string | null>>(new Map());
  const [said, setSaid] = useState('');
  const focusOn = useRef<string | null>(null);
  const queue = useRef<Move[]>([]);
  const sent = useRef<(Move & { revision: number }) | null>(null);
  /** By note: what its revision became by moves from here. */
  const revisions = useRef(new Map<string, number>());

  const sendNext = useCallback(() => {
    const next = sent.current === null ? queue.current.shift() : undefined;
    if (next === undefined) return;
    const { note, pileId } = next;
    const revision = Math.max(note.revision, revisions.current.get(note.id) ?? 0);
    sent.current = { ...next, revision };
    submit(
      { intent: 'move', kort: '1', noteId: note.id, revision: String(revision), pileId: pileId ?? '' },
      { method: 'post', action },
    );
  }, [action, submit]);

  const pileOf = useCallback(
    (note: WallNote) => {
      const kept = put.get(note.id);
      const pileId = kept === undefined ? note.pileId : kept;
      return piles.some(({ id }) => id === pileId) ? pileId : null;
    },
    [piles, put],
  );

  const move = useCallback(
    (note: WallNote, pileId: string | null, byKeyboard: boolean) => {
      if (pileOf(note) === pileId) return;
      const pile = piles.find(({ id }) => id === pileId)?.name ?? t('work.loose');
      const says = t('work.moved', { text: note.text.slice(0, 60), pile });
      setPut((before) => new Map(before).set(note.id, pileId));
      if (byKeyboard) focusOn.current = note.id;
      // a step that still waits is overtaken by the next of the same note
      queue.current = [...queue.current.filter((one) => one.note.id !== note.id), { note, pileId, says }];
      sendNext();
    },
    [piles, pileOf, sendNext, t],
  );

  useEffect(() => {
    const done = sent.current;
    if (state !== 'idle' || data === undefined || done === null) return;
    sent.current = null;
    const { id } = done.note;
    if (data.refused === null) revisions.current.set(id, done.revision + 1);
    else {
      revisions.current.delete(id);
      queue.current = queue.current.filter(({ note }) => note.id !== id);
    }
    if (!queue.current.some(({ note }) => note.id === id))
      setPut((before) => new Map([...before].filter(([noteId]) => noteId !== id)));
    setSaid(data.refused ?? done.says);
    sendNext();
  }, [data, state, sendNext]);

  useEffect(() => {
    if (focusOn.current === null) return;
    const handle = document.getElementById(`greep-${focusOn.current}`);
    if (handle !== null && document.activeElement !== handle) handle.focus();
    if (state === 'idle') focusOn.current = null;
  });

  return { move, pileOf, said };
}
