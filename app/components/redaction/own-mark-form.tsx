import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SubmitButton } from '../forms/buttons.tsx';
import { GroundField } from './mark-list.tsx';

type OwnMarkFormProps = { mistake: string | null; typed: string };

/** What was selected in the minutes: the words and where they begin in their passage. */
type Selected = { word: string; passage: string; start: number };

function selectedInText(): Selected | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const node = range.commonAncestorContainer;
  const passage = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-passage]');
  if (passage?.dataset.passage === undefined) return null;
  const before = document.createRange();
  before.setStart(passage, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const whole = range.toString();
  const lead = whole.length - whole.trimStart().length;
  const word = whole.replaceAll(/\s+/gu, ' ').trim();
  return word.length < 2 ? null : { word, passage: passage.dataset.passage, start: before.toString().length + lead };
}

/** Marks what the product did not find: a word typed in every place, or the place that was selected. */
export function OwnMarkForm({ mistake, typed }: OwnMarkFormProps) {
  const { t } = useTranslation('redaction');
  const word = useRef<HTMLInputElement>(null);
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    const look = () => {
      const found = selectedInText();
      if (found === null) return;
      setSelected(found);
      if (word.current !== null) word.current.value = found.word;
    };
    document.addEventListener('selectionchange', look);
    return () => {
      document.removeEventListener('selectionchange', look);
    };
  }, []);
  return (
    <form method="post" className="flex flex-col gap-3" id="zelf">
      <input type="hidden" name="passage" value={selected?.passage ?? ''} />
      <input type="hidden" name="start" value={selected?.start ?? 0} />
      <div className="flex flex-col gap-1">
        <label htmlFor="zelf-woord" className="font-semibold">
          {t('own.word')}
        </label>
        <p id="zelf-woord-uitleg" className="text-ink-soft">
          {t('own.wordHint')}
        </p>
        {mistake === null ? null : (
          <p id="zelf-woord-fout" role="alert" className="font-semibold text-brick">
            {mistake}
          </p>
        )}
        <input
          ref={word}
          id="zelf-woord"
          name="word"
          className="input w-full"
          defaultValue={typed}
          maxLength={120}
          autoComplete="off"
          aria-invalid={mistake === null ? undefined : true}
          aria-describedby={mistake === null ? 'zelf-woord-uitleg' : 'zelf-woord-uitleg zelf-woord-fout'}
        />
      </div>
      {selected === null ? null : (
        <Choice
          name="where"
          label={t('own.where')}
          choices={[
            ['everywhere', t('own.everywhere')],
            ['here', t('own.here')],
          ]}
        />
      )}
      <div className="flex flex-col gap-1">
        <label htmlFor="zelf-vervang" className="font-semibold">
          {t('replacement')}
        </label>
        <input
          id="zelf-vervang"
          name="replacement"
          className="input w-full"
          maxLength={120}
          autoComplete="off"
          aria-describedby="vervang-uitleg"
        />
      </div>
      <GroundField id="zelf-grond" value="5.1.2.e" />
      <Choice
        name="list"
        label={t('own.list')}
        choices={[
          ['no', t('own.listNo')],
          ['always', t('own.listAlways')],
          ['never', t('own.listNever')],
        ]}
      />
      <div>
        <SubmitButton name="intent" value="own" tone="quiet">
          {t('own.send')}
        </SubmitButton>
      </div>
    </form>
  );
}

function Choice({
  name,
  label,
  choices,
}: {
  name: string;
  label: string;
  choices: readonly (readonly [string, string])[];
}) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={`zelf-${name}`} className="font-semibold">
        {label}
      </label>
      <select id={`zelf-${name}`} name={name} className="input w-full" defaultValue={choices[0]?.[0]}>
        {choices.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
