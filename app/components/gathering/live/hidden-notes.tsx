import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { HiddenNote } from '#app/modules/gatherings/wall.ts';
import { Written } from '../../content/written.tsx';
import { SubmitButton } from '../../forms/buttons.tsx';

/** What was hidden from the wall and why, for who runs it. */
export function HiddenNotes({ notes, here, mayWork }: { notes: readonly HiddenNote[]; here: string; mayWork: boolean }) {
  const { t } = useTranslation('gatheringRoom');
  if (notes.length === 0) return null;
  return (
    <details>
      <summary className="min-h-11 cursor-pointer content-center font-semibold">
        {t('work.hidden', { count: notes.length })}
      </summary>
      <ul className="mt-2 flex max-w-prose flex-col gap-3">
        {notes.map(({ id, kind, text, reason, revision }) => (
          <li key={id} className="rounded bg-surface px-4 py-3">
            <p className="text-sm font-semibold">{t(`kind.${kind}`)}</p>
            <p className="break-words whitespace-pre-line">
              <Written>{text}</Written>
            </p>
            <p className="mt-1 text-sm">
              {t('work.because')} <Written>{reason}</Written>
            </p>
            {mayWork ? (
              <Form method="post" action={here}>
                <input type="hidden" name="noteId" value={id} />
                <input type="hidden" name="revision" value={revision} />
                <SubmitButton tone="text" name="intent" value="show">
                  {t('work.showAgain')}
                </SubmitButton>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
