import { useFetcher } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icon/icon.tsx';

/** Milliseconds of rest after which what was typed is saved. */
const rest = 1500;

type Answer = { savedAt: Date | null };

/** Saves the form as a draft while somebody types, and says so. Without JavaScript the button beside it does. */
export function DraftSaver({ formId, savedAt }: { formId: string; savedAt: Date | null }) {
  const { t, i18n } = useTranslation('decisions');
  const { submit, state, data } = useFetcher<Answer>();
  const [isLive, setLive] = useState(false);
  const busy = useRef(false);
  busy.current = state !== 'idle';
  const waiting = useRef<HTMLElement | null>(null);

  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return undefined;
    setLive(true);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () => {
      if (busy.current) {
        timer = setTimeout(save, rest);
        return;
      }
      const typed = new FormData(form);
      typed.set('doen', 'bewaar-vanzelf');
      submit(typed, { method: 'post' });
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(save, rest);
    };
    // a press on a button waits for a save that is on its way, or that would come after it and leave an old draft
    const hold = (event: SubmitEvent) => {
      clearTimeout(timer);
      if (!busy.current) return;
      event.preventDefault();
      waiting.current = event.submitter;
    };
    form.addEventListener('input', later);
    // before the buttons' own listeners, which look at whether the form was stopped
    form.addEventListener('submit', hold, { capture: true });
    return () => {
      clearTimeout(timer);
      form.removeEventListener('input', later);
      form.removeEventListener('submit', hold, { capture: true });
    };
  }, [formId, submit]);

  useEffect(() => {
    const form = document.getElementById(formId);
    const submitter = waiting.current;
    if (state !== 'idle' || submitter === null || !(form instanceof HTMLFormElement)) return;
    waiting.current = null;
    form.requestSubmit(submitter);
  }, [formId, state]);

  const last = data?.savedAt ?? savedAt;
  const failed = state === 'idle' && data?.savedAt === null;
  const time =
    last === null
      ? null
      : new Intl.DateTimeFormat(i18n.language, {
          timeZone: 'Europe/Amsterdam',
          hour: '2-digit',
          minute: '2-digit',
        }).format(last);
  const words = failed
    ? t('form.notSaved')
    : state !== 'idle'
      ? t('form.saving')
      : time === null
        ? isLive
          ? t('form.autosave')
          : ''
        : t('form.saved', { time });
  return (
    <p
      role="status"
      className={`flex min-h-7 items-center gap-2 text-sm ${failed ? 'font-semibold text-brick' : 'text-ink-soft'}`}
    >
      {failed ? <Icon name="warning" /> : null}
      {words}
    </p>
  );
}
