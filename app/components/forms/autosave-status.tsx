import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import { Icon } from '../icon/icon.tsx';
import { useAutosave } from './use-autosave.ts';

type AutosaveStatusProps = {
  /** Id of the form that saves itself; its action knows the intent `autosave`. */
  formId: string;
  /** Of what was loaded, for a form that goes along with one: a hidden field here keeps to the newest. */
  revision?: number;
  /** When it was saved last, before this visit. */
  savedAt?: Date | null;
  texts: {
    /** Before anything was saved. */
    idle: string;
    saving: string;
    saved: (time: string) => string;
    failed: string;
    /** Where somebody else may change the same thing. */
    conflict?: string;
  };
  /** After a conflict nothing saves itself: the person chooses first. */
  isPaused?: boolean;
};

/** Saves a form while somebody types, and says so. Without JavaScript it only says when it was saved last. */
export function AutosaveStatus({ formId, revision, savedAt = null, texts, isPaused = false }: AutosaveStatusProps) {
  const { t, i18n } = useTranslation('components');
  const { answer, lastSaved, isSaving, isLive } = useAutosave(formId, isPaused);
  const last = lastSaved?.savedAt ?? savedAt;
  const failed = !isSaving && answer?.autosaved === false;
  const settled = last !== null ? texts.saved(dateText(last, 'clock', i18n.language)) : isLive ? texts.idle : '';
  const words = failed
    ? answer.unsaved !== undefined
      ? t(`autosave.${answer.unsaved}`)
      : ((answer.isConflict ? texts.conflict : null) ?? texts.failed)
    : isSaving
      ? texts.saving
      : settled;
  return (
    <>
      {revision === undefined ? null : (
        <input type="hidden" name="revision" value={Math.max(revision, lastSaved?.revision ?? 0)} readOnly />
      )}
      <p
        role="status"
        className={`flex min-h-7 items-center gap-2 text-sm ${failed ? 'font-semibold text-brick' : 'text-ink-soft'}`}
      >
        {failed ? <Icon name="warning" /> : last !== null && !isSaving ? <Icon name="check" /> : null}
        <span>{words}</span>
      </p>
    </>
  );
}
