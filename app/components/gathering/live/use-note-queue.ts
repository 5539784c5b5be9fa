import { useCallback, useEffect, useRef, useState } from 'react';
import { newId } from '#app/kernel/ids.ts';
import type { NoteKind } from '#app/modules/gatherings/wall.ts';
import { dropNote, keepNote, readNotes, sendNote, type WaitingNote } from './note-queue.ts';

const retryAfter = 4000;
/** After a refusal because of too many in a minute. */
const pauseAfterMany = 15_000;

/**
 * Notes from this phone: each is there at once, is kept on the phone until the server has it, and is sent again until then, one after
 * the other. What is refused stays, with why, until its writer takes it back.
 * @param endpoint where they go. @param onSent when one is on the wall
 */
export function useNoteQueue(gatheringId: string, endpoint: string, onSent: (note: WaitingNote) => void) {
  const [notes, setNotes] = useState<readonly WaitingNote[]>([]);
  const [isOffline, setOffline] = useState(false);
  const waiting = useRef<WaitingNote[]>([]);
  const isSending = useRef(false);
  const notBefore = useRef(0);
  const sent = useRef(onSent);
  useEffect(() => {
    sent.current = onSent;
  });

  const keep = useCallback((next: WaitingNote[]) => {
    waiting.current = next;
    setNotes(next);
  }, []);

  const change = useCallback(
    (note: WaitingNote) => {
      keepNote(gatheringId, note);
      keep(waiting.current.map((one) => (one.id === note.id ? note : one)));
    },
    [gatheringId, keep],
  );

  const send = useCallback(async () => {
    if (isSending.current) return;
    isSending.current = true;
    for (;;) {
      const note = waiting.current.find(({ problem }) => problem === null || problem === 'too-many-notes');
      if (note === undefined || Date.now() < notBefore.current) break;
      const result = await sendNote(endpoint, note);
      // taken back meanwhile: it may hang all the same, and is on the wall to take away
      const isHere = waiting.current.some(({ id }) => id === note.id);
      setOffline(result === 'later');
      if (result === 'later') break;
      if (result === 'sent') {
        dropNote(gatheringId, note.id);
        keep(waiting.current.filter(({ id }) => id !== note.id));
        sent.current(note);
        continue;
      }
      if (isHere) change({ ...note, problem: result });
      if (result === 'too-many-notes') notBefore.current = Date.now() + pauseAfterMany;
    }
    isSending.current = false;
  }, [endpoint, gatheringId, keep, change]);

  useEffect(() => {
    keep(readNotes(gatheringId));
    const again = () => void send();
    window.addEventListener('online', again);
    const timer = setInterval(again, retryAfter);
    again();
    return () => {
      window.removeEventListener('online', again);
      clearInterval(timer);
    };
  }, [gatheringId, keep, send]);

  const write = useCallback(
    (kind: NoteKind, text: string, byline: string, paper = { pileId: '', isPaper: false }) => {
      const note: WaitingNote = { id: newId(), kind, text, byline, ...paper, at: Date.now(), problem: null };
      keepNote(gatheringId, note);
      keep([...waiting.current, note]);
      void send();
    },
    [gatheringId, keep, send],
  );

  /** Takes a note back that is not on the wall. */
  const drop = useCallback(
    (id: string) => {
      dropNote(gatheringId, id);
      keep(waiting.current.filter((one) => one.id !== id));
    },
    [gatheringId, keep],
  );

  const retry = useCallback(
    (id: string) => {
      const note = waiting.current.find((one) => one.id === id);
      if (note === undefined) return;
      notBefore.current = 0;
      change({ ...note, problem: null });
      void send();
    },
    [change, send],
  );

  return { notes, isOffline, write, drop, retry };
}
