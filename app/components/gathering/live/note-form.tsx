import { getFormProps, type FieldMetadata, type FormMetadata } from '@conform-to/react';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { longestNote, noteKinds, shortestNote, type NoteKind } from '#app/modules/gatherings/wall.ts';
import { FormErrors } from '../../forms/form-errors.tsx';
import { TextAreaField } from '../../forms/text-area-field.tsx';
import { TextField } from '../../forms/text-field.tsx';

type NoteFormProps = {
  form: FormMetadata<{ kind: string; text: string; byline: string }>;
  fields: { kind: FieldMetadata<string>; text: FieldMetadata<string>; byline: FieldMetadata<string> };
  /** Becomes the id of the note where there is no JavaScript. */
  formKey: string;
  onWrite: (kind: NoteKind, text: string, byline: string) => void;
};

/** One field and one button. With JavaScript the note hangs at once and the field is empty for the next one. */
export function NoteForm({ form, fields, formKey, onWrite }: NoteFormProps) {
  const { t } = useTranslation(['gatheringRoom', 'forms']);
  const element = useRef<HTMLFormElement>(null);
  const [isReady, setReady] = useState(false);
  const [mistake, setMistake] = useState('');
  useEffect(() => {
    setReady(true);
  }, []);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const read = (name: string) => String(typed.get(name) ?? '').trim();
    const text = read('text').replaceAll('\r\n', '\n');
    const area = event.currentTarget.querySelector('textarea');
    const wrong =
      text.length < shortestNote.text
        ? t('mistake.text')
        : text.length > longestNote.text
          ? t('forms:tooLong', { count: longestNote.text })
          : '';
    setMistake(wrong);
    area?.focus();
    if (wrong !== '' || area === null) return;
    onWrite(noteKinds.find((kind) => kind === read('kind')) ?? 'idea', text, read('byline').slice(0, longestNote.byline));
    area.value = '';
    // what counts the characters hears it
    area.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) element.current?.requestSubmit();
  };
  return (
    <form
      {...getFormProps(form)}
      ref={element}
      method="post"
      noValidate
      className="mt-2 flex flex-col gap-4"
      onSubmit={isReady ? submit : undefined}
      onKeyDown={onKey}
    >
      <FormErrors form={form} labels={{ text: t('wall.text'), byline: t('wall.byline'), kind: t('wall.kind') }} />
      <input type="hidden" name="id" value={formKey} />
      <fieldset>
        <legend className="mb-2 font-semibold">{t('wall.kind')}</legend>
        <div className="grid grid-cols-2 gap-2">
          {noteKinds.map((kind) => (
            <label key={kind} className={`note-choice note-${kind}`}>
              <input type="radio" name="kind" value={kind} defaultChecked={kind === (fields.kind.initialValue ?? 'idea')} />
              <span>{t(`kind.${kind}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <TextAreaField field={fields.text} label={t('wall.text')} rows={3} />
      {mistake === '' ? null : (
        <p role="alert" className="font-semibold text-brick">
          {mistake}
        </p>
      )}
      <details>
        <summary className="min-h-11 cursor-pointer content-center">{t('wall.bylineMore')}</summary>
        <TextField field={fields.byline} label={t('wall.byline')} hint={t('wall.bylineHint')} autoComplete="off" />
      </details>
      <button type="submit" className="button button-main">
        {t('wall.hang')}
      </button>
    </form>
  );
}
