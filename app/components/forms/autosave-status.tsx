import { useFetcher } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../icon/icon.tsx';

/** Milliseconds of rest after which what was typed is saved. */
const rest = 1200;

/** What the action answers to the intent `autosave`. */
export type AutosaveAnswer =
  { autosaved: true; revision: number; savedAt: Date } | { autosaved: false; isConflict: boolean };

type AutosaveStatusProps = {
  /** Id of a form with a hidden field `revision`, which is kept up to date. */
  formId: string;
  texts: {
    /** Before anything was saved. */
    idle: string;
    saving: string;
    saved: (at: Date) => string;
    failed: string;
    conflict: string;
  };
  /** After a conflict nothing saves itself: the person chooses first. */
  isPaused?: boolean;
};

/**
 * Saves a form while somebody types, and says so; silent without JavaScript.
 * A press on a button waits for a save that is on its way, so that the two never cross.
 */
export function AutosaveStatus({ formId, texts, isPaused = false }: AutosaveStatusProps) {
  const fetcher = useFetcher<AutosaveAnswer>();
  const { submit, data: answer } = fetcher;
  const isSaving = fetcher.state !== 'idle';
  const [isLive, setLive] = useState(false);
  const waiting = useRef<HTMLElement | null>(null);
  const savingNow = useRef(isSaving);
  useEffect(() => {
    savingNow.current = isSaving;
  }, [isSaving]);
  const isStopped = isPaused || (answer?.autosaved === false && answer.isConflict);

  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement) || isStopped) return undefined;
    setLive(true);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () => {
      if (savingNow.current) {
        timer = setTimeout(save, rest);
        return;
      }
      const typed = new FormData(form);
      typed.set('intent', 'autosave');
      savingNow.current = true;
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
  }, [formId, isStopped, submit]);

  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement) || isSaving) return;
    const revision = form.elements.namedItem('revision');
    if (answer?.autosaved === true && revision instanceof HTMLInputElement) revision.value = String(answer.revision);
    const submitter = waiting.current;
    waiting.current = null;
    if (submitter !== null) form.requestSubmit(submitter);
  }, [formId, answer, isSaving]);

  const failed = !isSaving && answer?.autosaved === false;
  const settled = answer?.autosaved === true ? texts.saved(answer.savedAt) : isLive ? texts.idle : '';
  const words = failed ? (answer.isConflict ? texts.conflict : texts.failed) : isSaving ? texts.saving : settled;
  return (
    <p
      role="status"
      className={`flex min-h-7 items-center gap-2 text-sm ${failed ? 'font-semibold text-brick' : 'text-ink-soft'}`}
    >
      {failed ? <Icon name="warning" /> : answer?.autosaved === true && !isSaving ? <Icon name="check" /> : null}
      <span>{words}</span>
    </p>
  );
}
