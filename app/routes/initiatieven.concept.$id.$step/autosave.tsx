import { useFetcher } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#app/components/icon/icon.tsx';
import type { StepAnswer } from './step-frame.tsx';

/** Milliseconds of rest after which what was typed is saved. */
const rest = 1200;

type AutosaveStatusProps = {
  formId: string;
  savedAt: Date | null;
  /** After a conflict nothing saves itself: the person chooses first. */
  isPaused: boolean;
};

/**
 * Saves the form while somebody types, and says so. Without JavaScript it only says when it was saved last.
 * A press on a button waits for a save that is on its way, so that the two never cross.
 */
export function AutosaveStatus({ formId, savedAt, isPaused }: AutosaveStatusProps) {
  const { t, i18n } = useTranslation('draft');
  const fetcher = useFetcher<StepAnswer<unknown>>();
  const [isLive, setLive] = useState(false);
  const waiting = useRef<HTMLElement | null>(null);
  const isSaving = fetcher.state !== 'idle';
  const savingNow = useRef(isSaving);
  savingNow.current = isSaving;
  const { submit } = fetcher;

  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement) || isPaused) return undefined;
    setLive(true);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () => {
      if (savingNow.current) {
        timer = setTimeout(save, rest);
        return;
      }
      const typed = new FormData(form);
      typed.set('intent', 'autosave');
      submit(typed, { method: 'post' });
    };
    const onInput = () => {
      clearTimeout(timer);
      timer = setTimeout(save, rest);
    };
    const onSubmit = (event: SubmitEvent) => {
      clearTimeout(timer);
      if (!savingNow.current) return;
      event.preventDefault();
      waiting.current = event.submitter;
    };
    // before the buttons' own listeners, which look at whether the form was stopped
    form.addEventListener('submit', onSubmit, { capture: true });
    form.addEventListener('input', onInput);
    return () => {
      clearTimeout(timer);
      form.removeEventListener('submit', onSubmit, { capture: true });
      form.removeEventListener('input', onInput);
    };
  }, [formId, isPaused, submit]);

  const answer = fetcher.data;
  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement) || isSaving) return;
    const revision = form.elements.namedItem('revision');
    if (answer?.saved === true && revision instanceof HTMLInputElement) revision.value = String(answer.revision);
    const submitter = waiting.current;
    waiting.current = null;
    if (submitter !== null) form.requestSubmit(submitter);
  }, [formId, answer, isSaving]);

  const last = answer?.saved === true ? answer.savedAt : savedAt;
  const time =
    last === null
      ? null
      : new Intl.DateTimeFormat(i18n.language, {
          timeZone: 'Europe/Amsterdam',
          hour: '2-digit',
          minute: '2-digit',
        }).format(last);
  const failed = !isSaving && answer?.saved === false;
  const saved = time === null ? (isLive ? t('frame.autosave') : '') : t('frame.saved', { time });
  return (
    <p
      role="status"
      className={`flex min-h-7 items-center gap-2 text-sm ${failed ? 'font-semibold text-brick' : 'text-ink-soft'}`}
    >
      {failed ? <Icon name="warning" /> : saved !== '' && !isSaving ? <Icon name="check" /> : null}
      {failed
        ? answer.isConflict
          ? t('frame.conflictTitle')
          : t('frame.notSaved')
        : isSaving
          ? t('frame.saving')
          : saved}
    </p>
  );
}
