import { Form } from '@remix-run/react';
import type { HTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';
import { longestNote, type WallNote, type WallPile, type WorkNote } from '#app/modules/gatherings/wall.ts';
import { Written } from '../../content/written.tsx';
import { dropAttribute } from '../rounds/use-drag.ts';
import { WorkNoteCard } from './work-note.tsx';
import { PlainButton } from './plain-button.tsx';

type WorkPileProps = {
  /** Null: notes that are in no pile. */
  pile: WallPile | null;
  piles: readonly WallPile[];
  notes: readonly (WallNote | WorkNote)[];
  here: string;
  mayWork: boolean;
  /** Whether a note is held above it. */
  isOver: boolean;
  /** Id of the note that is held. */
  dragged: string | null;
  /** What makes the handle of a note drag. */
  handle: (noteId: string) => HTMLAttributes<HTMLElement>;
  onMove: (note: WallNote, pileId: string | null) => void;
  /** Moves a pile to the left (-1) or right (1). */
  onStep: (note: WallNote, step: -1 | 1) => void;
};

/** One pile as a column. */
export function WorkPile(props: WorkPileProps) {
  const { pile, piles, notes, here, mayWork, isOver, dragged, handle, onMove, onStep } = props;
  const { t } = useTranslation('gatheringRoom');
  const name = pile?.name ?? t('work.loose');
  const drop = { [dropAttribute]: pile?.id ?? '' };
  return (
    <section aria-label={name} className={`wall-column ${isOver ? 'wall-column-over' : ''}`} {...drop}>
      <h2 className="text-xl break-words">
        <Written>{name}</Written> <span className="text-base font-normal text-ink-soft">({notes.length})</span>
      </h2>
      {pile === null || !mayWork ? null : (
        <details>
          <summary className="min-h-11 cursor-pointer content-center text-sm">{t('work.changePile')}</summary>
          <Form method="post" action={here} className="flex flex-col gap-2" key={pile.revision}>
            <input type="hidden" name="pileId" value={pile.id} />
            <input type="hidden" name="revision" value={pile.revision} />
            <label className="block">
              <span className="block text-sm">{t('work.pileName')}</span>
              <input
                name="name"
                className="input"
                maxLength={longestNote.pile}
                defaultValue={pile.name}
                autoComplete="off"
              />
            </label>
            <PlainButton tone="quiet" value="pile-rename">
              {t('work.renamePile')}
            </PlainButton>
            <PlainButton tone="text" value="pile-remove">
              {t('work.removePile')}
            </PlainButton>
          </Form>
        </details>
      )}
      <ul className="mt-2 flex flex-col gap-2">
        {notes.map((note) => (
          <WorkNoteCard
            key={note.id}
            note={note}
            piles={piles}
            here={here}
            mayWork={mayWork}
            isDragged={dragged === note.id}
            drag={handle(note.id)}
            onMove={onMove}
            onStep={onStep}
          />
        ))}
      </ul>
    </section>
  );
}
