import { useFetcher } from '@remix-run/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WallNote, WallPile } from '#app/modules/gatherings/wall.ts';

type Answer = { refused: string | null };

/**
 * Moving notes between piles: the note is where it was put at once, and back with the reason when somebody else moved it first.
 * @returns where each note is shown, what to say aloud, and which handle gets the focus after a move by keyboard
 */
export function useMoves(action: string, piles: readonly WallPile[]) {
  const { t } = useTranslation('gatheringRoom');
  const fetcher = useFetcher<Answer>({ key: 'verplaats' });
  const { submit } = fetcher;
  const [put, setPut] = useState<{ noteId: string; pileId: string | null } | null>(null);
  const [said, setSaid] = useState('');
  const focusOn = useRef<string | null>(null);
  const nameOf = useCallback(
    (pileId: string | null) => piles.find(({ id }) => id === pileId)?.name ?? t('work.loose'),
    [piles, t],
  );
  const moved = useRef('');

  const move = useCallback(
    (note: WallNote, pileId: string | null, byKeyboard: boolean) => {
      if (note.pileId === pileId) return;
      setPut({ noteId: note.id, pileId });
      moved.current = t('work.moved', { text: note.text.slice(0, 60), pile: nameOf(pileId) });
      if (byKeyboard) focusOn.current = note.id;
      void submit(
        { intent: 'move', kort: '1', noteId: note.id, revision: String(note.revision), pileId: pileId ?? '' },
        { method: 'post', action },
      );
    },
    [action, nameOf, submit, t],
  );

  const { data, state } = fetcher;
  useEffect(() => {
    if (state !== 'idle' || data === undefined) return;
    setPut(null);
    setSaid(data.refused ?? moved.current);
  }, [data, state]);

  useEffect(() => {
    if (focusOn.current === null) return;
    const handle = document.getElementById(`greep-${focusOn.current}`);
    if (handle !== null && document.activeElement !== handle) handle.focus();
    if (state === 'idle') focusOn.current = null;
  });

  const pileOf = useCallback(
    (note: WallNote) => {
      const pileId = put?.noteId === note.id ? put.pileId : note.pileId;
      return piles.some(({ id }) => id === pileId) ? pileId : null;
    },
    [piles, put],
  );
  return { move, pileOf, said };
}
