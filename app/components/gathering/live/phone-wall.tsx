import type { FieldMetadata, FormMetadata } from '@conform-to/react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteKind, Wall } from '#app/modules/gatherings/wall.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Notice } from '../../page/notice.tsx';
import { LiveSign } from './live-sign.tsx';
import { NoteCard } from './note-card.tsx';
import { NoteForm } from './note-form.tsx';
import { withdrawNote, type WaitingNote } from './note-queue.ts';
import { useLiveWall } from './use-live-wall.ts';
import { useNoteQueue } from './use-note-queue.ts';
import { WaitingNotes } from './waiting-notes.tsx';
import { WallFilter } from './wall-filter.tsx';

type PhoneWallProps = {
  id: string;
  slug: string;
  formKey: string;
  mayWrite: boolean;
  isClosed: boolean;
  isReading: boolean;
  helps: boolean;
  filter: { kind: NoteKind | null; pile: string | null };
  wall: Wall;
  /** Ids of the notes of this seat. */
  own: readonly string[];
  form: FormMetadata<{ kind: string; text: string; byline: string }>;
  fields: { kind: FieldMetadata<string>; text: FieldMetadata<string>; byline: FieldMetadata<string> };
};

/** Notes shown at first: a long wall makes an old phone slow. */
const shownFirst = 60;

/** The wall on a phone: one field to write in, and what hangs there. Works without JavaScript; with it, without a network too. */
export function PhoneWall(props: PhoneWallProps) {
  const { id, slug, formKey, mayWrite, isClosed, isReading, helps, filter, wall, own, form, fields } = props;
  const { t } = useTranslation('gatheringRoom');
  const here = `/ontmoet/${slug}/muur`;
  const endpoint = `${here}/briefje`;
  const { notes, state } = useLiveWall(slug, wall);
  const [sent, setSent] = useState<readonly WaitingNote[]>([]);
  const [isAll, setAll] = useState(false);
  const [said, setSaid] = useState('');
  const onSent = useCallback(
    (note: WaitingNote) => {
      setSent((before) => [...before, note]);
      setSaid(t('wall.hangs'));
    },
    [t],
  );
  const queue = useNoteQueue(id, endpoint, onSent);
  const isHanging = (note: { id: string }) => notes.some((one) => one.id === note.id);
  const onItsWay = sent.filter((note) => !isHanging(note));
  const shown = notes.filter(
    ({ kind, pileId }) =>
      (filter.kind === null || kind === filter.kind) &&
      (filter.pile === null || (filter.pile === 'geen' ? pileId === null : pileId === filter.pile)),
  );
  const mine = new Set([...own, ...sent.map((note) => note.id)]);
  const withdraw = async (noteId: string) => {
    setSaid(t((await withdrawNote(endpoint, noteId)) ? 'wall.withdrawn' : 'wall.notWithdrawn'));
  };
  const isOver = isClosed || state === 'over';
  return (
    <div>
      <LiveSign state={state} />
      {isOver ? (
        <Notice title={t('wall.closed')}>{t('wall.closedText')}</Notice>
      ) : isReading ? (
        <Notice>{t('wall.readingAlong')}</Notice>
      ) : null}
      {mayWrite && !isOver ? <NoteForm form={form} fields={fields} formKey={formKey} onWrite={(kind, text, byline) => {
            queue.write(kind, text, byline);
          }} /> : null}
      <p role="status" className="mt-2 min-h-6">
        {said}
      </p>
      <WaitingNotes
        notes={queue.notes}
        onItsWay={onItsWay}
        isOffline={queue.isOffline}
        joinHref={`/ontmoet/${slug}/mee?naar=${encodeURIComponent(here)}`}
        onDrop={queue.drop}
        onRetry={queue.retry}
      />
      <h2 className="mt-6 text-2xl">{t('wall.hanging', { count: notes.length })}</h2>
      <WallFilter here={here} filter={filter} piles={wall.piles} />
      {shown.length === 0 ? (
        <EmptyState stampId={id} title={t(notes.length === 0 ? 'wall.empty' : 'wall.emptyFilter')}>
          {notes.length === 0 ? t('wall.emptyText') : null}
        </EmptyState>
      ) : (
        <ul className="mt-4 flex flex-col gap-3">
          {(isAll ? shown : shown.slice(0, shownFirst)).map((note) => (
            <NoteCard
              key={note.id}
              note={note}
              pileName={wall.piles.find((pile) => pile.id === note.pileId)?.name ?? null}
              href={`${here}/${note.id}`}
              isOwn={mine.has(note.id)}
              onWithdraw={mine.has(note.id) ? withdraw : null}
            />
          ))}
        </ul>
      )}
      {isAll || shown.length <= shownFirst ? null : (
        <button
          type="button"
          className="button button-quiet mt-4"
          onClick={() => {
            setAll(true);
          }}
        >
          {t('wall.all', { count: shown.length })}
        </button>
      )}
      {helps ? (
        <p className="mt-6">
          <a href={`/ontmoet-werk/${slug}/muur`} className="inline-flex min-h-11 items-center">
            {t('wall.toWork')}
          </a>
        </p>
      ) : null}
    </div>
  );
}
