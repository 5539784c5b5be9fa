import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { longestNote, noteKinds, shortestNote, type NoteKind, type WallNote, type WallPile } from '#app/modules/gatherings/wall.ts';
import { useNoteQueue } from './use-note-queue.ts';
import { WaitingNotes } from './waiting-notes.tsx';

type PaperFormProps = {
  gatheringId: string;
  slug: string;
  piles: readonly WallPile[];
  formKey: string;
  notes: readonly WallNote[];
};

/**
 * Typing over from paper, one after the other: Enter hangs the note and the field is empty and ready. Alt with 1 to 4 chooses what it is. It goes
 * through the same queue as notes from phones, so that bad internet holds nobody up.
 */
export function PaperForm({ gatheringId, slug, piles, formKey, notes }: PaperFormProps) {
  const { t } = useTranslation(['gatheringRoom', 'forms']);
  const [isReady, setReady] = useState(false);
  const [kind, setKind] = useState<NoteKind>('idea');
  const [said, setSaid] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const queue = useNoteQueue(`${gatheringId}:papier`, `/ontmoet/${slug}/muur/briefje`, () => {
    setSaid(t('work.hangs'));
  });
  useEffect(() => {
    setReady(true);
  }, []);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const text = String(typed.get('text') ?? '').replaceAll('\r\n', '\n').trim();
    if (text.length < shortestNote.text || text.length > longestNote.text) {
      setSaid(text.length > longestNote.text ? t('forms:tooLong', { count: longestNote.text }) : t('mistake.text'));
      area.current?.focus();
      return;
    }
    const pileId = String(typed.get('pileId') ?? '');
    queue.write(kind, text, '', { pileId, isPaper: true });
    if (area.current !== null) area.current.value = '';
    area.current?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      form.current?.requestSubmit();
      return;
    }
    const chosen = event.altKey && /^Digit[1-4]$/.test(event.code) ? noteKinds[Number(event.code.slice(5)) - 1] : undefined;
    if (chosen === undefined) return;
    event.preventDefault();
    setKind(chosen);
    setSaid(t(`kind.${chosen}`));
  };
  return (
    <section aria-labelledby="overtypen" className="max-w-2xl">
      <h2 id="overtypen" className="text-2xl">
        {t('work.typeOver')}
      </h2>
      <p className="mt-1 text-ink-soft">{t('work.typeOverHelp')}</p>
      <form
        ref={form}
        method="post"
        action={`/ontmoet-werk/${slug}/muur`}
        className="mt-3 flex flex-col gap-3"
        onSubmit={isReady ? submit : undefined}
      >
        <input type="hidden" name="intent" value="note" />
        <input type="hidden" name="id" value={formKey} />
        <fieldset>
          <legend className="sr-only">{t('wall.kind')}</legend>
          <div className="flex flex-wrap gap-2">
            {noteKinds.map((one, n) => (
              <label key={one} className={`note-choice note-${one}`}>
                <input
                  type="radio"
                  name="kind"
                  value={one}
                  checked={kind === one}
                  onChange={() => {
                    setKind(one);
                  }}
                />
                <span>
                  {t(`kind.${one}`)} <span className="text-sm">(Alt {n + 1})</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <label className="block">
          <span className="mb-1 block font-semibold">{t('work.paperText')}</span>
          <textarea ref={area} name="text" rows={2} className="input" onKeyDown={isReady ? onKey : undefined} />
        </label>
        <div className="flex flex-wrap items-end gap-3">
          {piles.length === 0 ? null : (
            <label className="min-w-0">
              <span className="mb-1 block text-sm">{t('work.inPile')}</span>
              <select name="pileId" className="input">
                <option value="">{t('work.loose')}</option>
                {piles.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          )}
          <button type="submit" className="button button-main">
            {t('wall.hang')}
          </button>
        </div>
      </form>
      <p role="status" className="min-h-6">
        {said}
      </p>
      <WaitingNotes
        notes={queue.notes.filter(({ id }) => !notes.some((note) => note.id === id))}
        onItsWay={[]}
        isOffline={queue.isOffline}
        joinHref={`/inloggen?naar=${encodeURIComponent(`/ontmoet-werk/${slug}/muur`)}`}
        onDrop={queue.drop}
        onRetry={queue.retry}
      />
    </section>
  );
}
