import { Form } from '@remix-run/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestNote, type WallNote, type WallPile, type WorkNote } from '#app/modules/gatherings/wall.ts';
import { Written } from '../../content/written.tsx';
import { SubmitButton } from '../../forms/buttons.tsx';
import { WorkNoteCard } from './work-note.tsx';

type WorkPileProps = {
  /** Null: notes that are in no pile. */
  pile: WallPile | null;
  piles: readonly WallPile[];
  notes: readonly (WallNote | WorkNote)[];
  here: string;
  mayWork: boolean;
  onDrag: (noteId: string | null) => void;
  onDrop: () => void;
  onMove: (note: WallNote, pileId: string | null) => void;
  /** Moves a pile to the left (-1) or right (1). */
  onStep: (note: WallNote, step: -1 | 1) => void;
};

/** One pile as a column. */
export function WorkPile({ pile, piles, notes, here, mayWork, onDrag, onDrop, onMove, onStep }: WorkPileProps) {
  const { t } = useTranslation('gatheringRoom');
  const [isOver, setOver] = useState(false);
  const name = pile?.name ?? t('work.loose');
  const dropping = mayWork
    ? {
        onDragOver: (event: React.DragEvent) => {
          event.preventDefault();
          setOver(true);
        },
        onDragLeave: () => {
          setOver(false);
        },
        onDrop: (event: React.DragEvent) => {
          event.preventDefault();
          setOver(false);
          onDrop();
        },
      }
    : {};
  return (
    <section aria-label={name} className={`wall-column ${isOver ? 'wall-column-over' : ''}`} {...dropping}>
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
              <input name="name" className="input" maxLength={longestNote.pile} defaultValue={pile.name} autoComplete="off" />
            </label>
            <SubmitButton tone="quiet" name="intent" value="pile-rename">
              {t('work.renamePile')}
            </SubmitButton>
            <SubmitButton tone="text" name="intent" value="pile-remove">
              {t('work.removePile')}
            </SubmitButton>
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
            onDrag={onDrag}
            onMove={onMove}
            onStep={onStep}
          />
        ))}
      </ul>
    </section>
  );
}
