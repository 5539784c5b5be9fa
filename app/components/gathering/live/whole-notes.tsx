import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WallNote } from '#app/modules/gatherings/wall.ts';
import { Written } from '../../content/written.tsx';

type WholeNotesProps = {
  /** Of the pile. */
  id: string;
  /** The newest first. */
  notes: readonly WallNote[];
  /** Counts up when it is time for others. */
  turn: number;
  places: Map<string, number>;
  className: string;
};

/** More than fit on any screen: what stands outside is not seen, only kept out of the page. */
const most = 40;

/**
 * As many notes as fit, each whole. The newest stays on top, so that who hangs one sees it at once; the others take turns until
 * everybody's has been there.
 */
export function WholeNotes({ id, notes, turn, places, className }: WholeNotesProps) {
  const list = useRef<HTMLUListElement>(null);
  const [first, setFirst] = useState(places.get(id) ?? 0);
  const count = useRef(notes.length);
  useEffect(() => {
    count.current = notes.length;
  });
  useEffect(() => {
    if (turn === 0) return;
    const seen = wholeIn(list.current);
    setFirst((before) => {
      const next = seen >= count.current ? 0 : (before + Math.max(1, seen - 1)) % Math.max(1, count.current - 1);
      places.set(id, next);
      return next;
    });
  }, [turn, id, places]);
  const [newest, ...others] = notes;
  const start = others.length === 0 ? 0 : first % others.length;
  const shown = [...others.slice(start), ...others.slice(0, start)].slice(0, most);
  return (
    <ul ref={list} className={className}>
      {newest === undefined ? null : <BigNote note={newest} />}
      {shown.map((note) => (
        <BigNote key={note.id} note={note} />
      ))}
    </ul>
  );
}

/** How many notes are in sight: what does not fit goes on beside the list, where it is cut off. */
function wholeIn(list: HTMLUListElement | null): number {
  if (list === null) return 0;
  const edge = list.getBoundingClientRect().right;
  return [...list.children].filter((note) => note.getBoundingClientRect().left < edge).length;
}

function BigNote({ note }: { note: WallNote }) {
  const { t } = useTranslation('gatheringRoom');
  return (
    <li className={`note note-${note.kind} big-note`}>
      <span className="big-kind">{t(`kind.${note.kind}`)}</span>
      <span className="big-words">
        <Written>{note.text}</Written>
      </span>
      {note.byline === '' ? null : (
        <span className="big-kind">
          <Written>{note.byline}</Written>
        </span>
      )}
    </li>
  );
}
