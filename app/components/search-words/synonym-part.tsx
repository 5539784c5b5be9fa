import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { Written } from '../content/written.tsx';
import { ButtonLink, ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { TextField } from '../forms/text-field.tsx';
import { Section } from '../page/section.tsx';
import { IntentButton } from '../people/intent-button.tsx';

type SynonymLine = { id: string; words: string[] };

type SynonymPartProps = {
  lines: readonly SynonymLine[];
  editing: SynonymLine | null;
  reply: SubmissionResult | undefined;
  mayChange: boolean;
  here: string;
};

/** Words that mean the same: the form, and a line for each. */
export function SynonymPart({ lines, editing, reply, mayChange, here }: SynonymPartProps) {
  const { t } = useTranslation('searchWords');
  return (
    <Section id="woorden" title={t('synonyms.title')} lead={t('synonyms.lead')}>
      {mayChange ? <SynonymForm key={editing?.id} editing={editing} reply={reply} here={here} /> : null}
      {lines.length === 0 ? <p>{t('synonyms.none')}</p> : null}
      <ul className="mt-8">
        {lines.map(({ id, words }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line py-3"
          >
            <p className="min-w-0 flex-1 basis-56 break-words">
              <Written>{words.join(', ')}</Written>
            </p>
            {mayChange ? (
              <div className="flex flex-wrap gap-3">
                <ButtonLink href={`${here}?woorden=${id}#woorden`} tone="quiet">
                  {t('form.edit')}
                  <span className="sr-only"> {words.join(', ')}</span>
                </ButtonLink>
                <IntentButton intent="remove-words" id={id} label={t('form.remove')} about={words.join(', ')} />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function SynonymForm({ editing, reply, here }: Pick<SynonymPartProps, 'editing' | 'reply' | 'here'>) {
  const { t } = useTranslation('searchWords');
  const [form, fields] = useForm<{ words: string }>({
    id: 'zoekwoorden',
    lastResult: reply,
    constraint: { words: { required: true, maxLength: 2000 } },
    defaultValue: { words: editing?.words.join(', ') ?? '' },
  });
  return (
    <>
      <h3 className="mb-4">{t(editing === null ? 'synonyms.add' : 'synonyms.change')}</h3>
      <FormFrame form={form} labels={{ words: t('synonyms.words') }}>
        {editing === null ? null : <input type="hidden" name="id" value={editing.id} />}
        <TextField field={fields.words} label={t('synonyms.words')} hint={t('synonyms.wordsHint')} autoComplete="off" />
        <ButtonRow>
          <SubmitButton name="intent" value="save-words">
            {t('form.save')}
          </SubmitButton>
          {editing === null ? null : (
            <ButtonLink href={`${here}#woorden`} tone="quiet">
              {t('form.cancel')}
            </ButtonLink>
          )}
        </ButtonRow>
      </FormFrame>
    </>
  );
}
