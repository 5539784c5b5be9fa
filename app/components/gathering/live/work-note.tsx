import { Form } from '@remix-run/react';
import { useRef, type FormEvent, type HTMLAttributes, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { longestNote, type WallNote, type WallPile, type WorkNote } from '#app/modules/gatherings/wall.ts';
import { Written } from '../../content/written.tsx';
import { PlainButton } from './plain-button.tsx';

type WorkNoteCardProps = {
  note: WallNote | WorkNote;
  piles: readonly WallPile[];
  here: string;
  mayWork: boolean;
  isDragged: boolean;
  /** What makes the handle drag, by mouse, pen or finger. */
  drag: HTMLAttributes<HTMLElement>;
  onMove: (note: WallNote, pileId: string | null) => void;
  onStep: (note: WallNote, step: -1 | 1) => void;
};

/** A note that can be moved: by dragging, by the arrows on its handle, and by a list of piles that is a plain form. */
export function WorkNoteCard(props: WorkNoteCardProps) {
  const { note, piles, here, mayWork, isDragged, drag, onMove, onStep } = props;
  const { t } = useTranslation('gatheringRoom');
  const menu = useRef<HTMLDetailsElement>(null);
  const { id, kind, text, byline, pileId, revision, portfolios } = note;
  const isPaper = 'isPaper' in note && note.isPaper;
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : null;
    if (step === null) return;
    event.preventDefault();
    onStep(note, step);
  };
  const choose = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (!(submitter instanceof HTMLButtonElement)) return;
    event.preventDefault();
    if (menu.current !== null) menu.current.open = false;
    onMove(note, submitter.value === '' ? null : submitter.value);
  };
  const short = text.slice(0, 60);
  return (
    <li className={`note note-${kind} text-base ${isDragged ? 'opacity-50' : ''}`}>
      <p className="flex items-start justify-between gap-2">
        <span className="text-sm font-semibold">
          {t(`kind.${kind}`)}
          {isPaper ? ` · ${t('work.paper')}` : null}
        </span>
        {mayWork ? (
          <button
            type="button"
            id={`greep-${id}`}
            className="wall-handle"
            {...drag}
            aria-label={t('work.handle', { text: short })}
            aria-describedby="uitleg-verplaatsen"
            onKeyDown={onKey}
          >
            <span aria-hidden="true">↔</span>
          </button>
        ) : null}
      </p>
      <p className="break-words whitespace-pre-line">
        <Written>{text}</Written>
      </p>
      {byline === '' ? null : (
        <p className="mt-1 text-sm">
          <Written>{byline}</Written>
        </p>
      )}
      {portfolios.map(({ slug, name }) => (
        <p key={slug} className="mt-1 text-sm">
          <a href={`/portfolios/${slug}`}>
            <Written>{name}</Written>
          </a>
        </p>
      ))}
      {mayWork ? (
        <div className="mt-1 flex flex-wrap gap-x-4">
          <details ref={menu} className="open:basis-full">
            <summary className="min-h-11 cursor-pointer content-center text-sm">{t('work.moveTo')}</summary>
            <form method="post" action={here} onSubmit={choose} className="flex flex-col items-start gap-1">
              <input type="hidden" name="intent" value="move" />
              <input type="hidden" name="noteId" value={id} />
              <input type="hidden" name="revision" value={revision} />
              {[...piles, null]
                .filter((pile) => (pile?.id ?? null) !== pileId)
                .map((pile) => (
                  <button
                    key={pile?.id ?? ''}
                    type="submit"
                    name="pileId"
                    value={pile?.id ?? ''}
                    className="button button-quiet w-full"
                  >
                    {pile === null ? t('work.loose') : <Written>{pile.name}</Written>}
                  </button>
                ))}
            </form>
          </details>
          <details className="open:basis-full">
            <summary className="min-h-11 cursor-pointer content-center text-sm">{t('work.hide')}</summary>
            <Form method="post" action={here} className="flex flex-col gap-2">
              <input type="hidden" name="noteId" value={id} />
              <input type="hidden" name="revision" value={revision} />
              <label className="block">
                <span className="block text-sm">{t('work.hideReason')}</span>
                <input name="reason" className="input" maxLength={longestNote.reason} autoComplete="off" />
              </label>
              <PlainButton tone="danger" value="hide">
                {t('work.hideSubmit')}
              </PlainButton>
              {isPaper ? (
                <PlainButton tone="text" value="withdraw">
                  {t('work.withdraw')}
                </PlainButton>
              ) : null}
            </Form>
          </details>
        </div>
      ) : null}
    </li>
  );
}
