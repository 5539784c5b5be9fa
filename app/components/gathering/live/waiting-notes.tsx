import { useTranslation } from 'react-i18next';
import type { WaitingNote } from './note-queue.ts';

type WaitingNotesProps = {
  notes: readonly WaitingNote[];
  /** The server has them; this screen did not hear of them yet. */
  onItsWay: readonly WaitingNote[];
  isOffline: boolean;
  joinHref: string;
  onDrop: (id: string) => void;
  onRetry: (id: string) => void;
};

/** What was written on this phone and does not hang yet, with why. */
export function WaitingNotes({ notes, onItsWay, isOffline, joinHref, onDrop, onRetry }: WaitingNotesProps) {
  const { t } = useTranslation('gatheringRoom');
  if (notes.length === 0 && onItsWay.length === 0) return null;
  return (
    <section aria-label={t('waiting.title')} className="mt-2">
      {isOffline && notes.length > 0 ? (
        <p role="status" className="mb-2 font-semibold">
          {t('waiting.offline', { count: notes.length })}
        </p>
      ) : null}
      <ul className="flex flex-col gap-3">
        {notes.map((note) => {
          const { id, kind, text, problem } = note;
          return (
            <li key={id} className={`note note-${kind} opacity-90`}>
              <p className="break-words whitespace-pre-line">{text}</p>
              <p className={`mt-2 text-sm ${problem === null ? '' : 'font-semibold'}`}>
                {problem === null ? t('waiting.sending') : t(`waiting.problem.${problem}`)}
                {problem === 'no-seat' ? (
                  <>
                    {' '}
                    <a href={joinHref}>{t('waiting.join')}</a>
                  </>
                ) : null}
              </p>
              {problem === null && !isOffline ? null : (
                <p className="mt-2 flex flex-wrap gap-3">
                  <button
                    type="button"
                    className="button button-quiet"
                    onClick={() => {
                      onRetry(id);
                    }}
                  >
                    {t('waiting.again')}
                  </button>
                  <button
                    type="button"
                    className="button button-text"
                    onClick={() => {
                      onDrop(id);
                    }}
                  >
                    {t('waiting.drop')}
                  </button>
                </p>
              )}
            </li>
          );
        })}
        {onItsWay.map(({ id, kind, text }) => (
          <li key={id} className={`note note-${kind}`}>
            <p className="break-words whitespace-pre-line">{text}</p>
            <p className="mt-2 text-sm">{t('waiting.sent')}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
