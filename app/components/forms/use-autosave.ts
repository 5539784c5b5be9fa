import {
  isRouteErrorResponse,
  useFetcher,
  type ClientActionFunctionArgs,
  type ShouldRevalidateFunction,
} from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';

/** Milliseconds of rest after which what was typed is saved. */
const rest = 1200;

/** What an action answers to the intent `autosave`. */
export type AutosaveAnswer = Saved | { autosaved: false; isConflict: boolean; unsaved?: Unsaved };

/** Why nothing came back that says more. */
type Unsaved = 'signed-out' | 'unreached' | undefined;

type Saved = { autosaved: true; savedAt: Date; revision?: number };

export type Autosave = {
  /** What the server said last; undefined before anything was sent. */
  answer: AutosaveAnswer | undefined;
  /** The last time that it worked, also when it failed since. */
  lastSaved: Saved | null;
  isSaving: boolean;
  /** False without JavaScript: then nothing saves itself. */
  isLive: boolean;
};

/**
 * Saves a form while somebody types; after a conflict nothing saves itself any more. A press on a button waits for a
 * save that is on its way: crossing it, the older of the two could stay.
 */
export function useAutosave(formId: string, isPaused: boolean): Autosave {
  const { submit, state, data: answer } = useFetcher<AutosaveAnswer>();
  const isSaving = state !== 'idle';
  const [isLive, setLive] = useState(false);
  const [lastSaved, setLastSaved] = useState<Saved | null>(null);
  // while drawing: a press that waited is sent right after, with the new revision
  if (answer?.autosaved === true && answer !== lastSaved) setLastSaved(answer);
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
    // back on the net: what could not be saved is
    window.addEventListener('online', onInput);
    // typed before this page had started, or put back by the browser
    if (isTyped(form)) onInput();
    return () => {
      clearTimeout(timer);
      form.removeEventListener('submit', onSubmit, { capture: true });
      form.removeEventListener('input', onInput);
      window.removeEventListener('online', onInput);
    };
  }, [formId, isStopped, submit]);

  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement) || isSaving) return;
    const submitter = waiting.current;
    waiting.current = null;
    if (submitter !== null) form.requestSubmit(submitter);
  }, [formId, isSaving]);

  return { answer, lastSaved, isSaving, isLive };
}

/** Whether a form holds something else than it came with. */
function isTyped(form: HTMLFormElement): boolean {
  return [...form.elements].some((field) =>
    field instanceof HTMLInputElement
      ? field.value !== field.defaultValue || field.checked !== field.defaultChecked
      : field instanceof HTMLTextAreaElement && field.value !== field.defaultValue,
  );
}

/** `shouldRevalidate` of a page with such a form: what it shows stays while it saves. */
export const unlessAutosaving: ShouldRevalidateFunction = ({ formData, defaultShouldRevalidate }) =>
  formData?.get('intent') === 'autosave' ? false : defaultShouldRevalidate;

/**
 * `clientAction` of a page with such a form. Signed out meanwhile, or no network: the page stays as it is, with what was
 * typed. Otherwise an error page would replace it.
 */
export async function stayWhileAutosaving({ request, serverAction }: ClientActionFunctionArgs): Promise<unknown> {
  const isAutosave = (await request.clone().formData()).get('intent') === 'autosave';
  try {
    return await serverAction();
  } catch (error) {
    if (!isAutosave) throw error;
    const unsaved = !isRouteErrorResponse(error) ? 'unreached' : error.status === 401 ? 'signed-out' : undefined;
    return { autosaved: false, isConflict: false, unsaved } satisfies AutosaveAnswer;
  }
}
