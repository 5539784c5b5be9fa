import { useTranslation } from 'react-i18next';
import { Written } from '../content/written.tsx';
import { SubmitButton } from '../forms/buttons.tsx';
import { Notice } from '../page/notice.tsx';
import { Section } from '../page/section.tsx';
import { MarkedText } from './marked-text.tsx';
import { MarkList } from './mark-list.tsx';
import { OwnMarkForm } from './own-mark-form.tsx';
import { SecondPerson } from './second-person.tsx';
import type { ShownGroup, ShownPiece } from './shown.ts';
import { usePlaceNames } from './use-place-names.ts';

type Desk = {
  state: 'open' | 'offered' | 'released';
  revision: number;
  sentBackWhy: string;
  mayChange: boolean;
  mayRelease: boolean;
  mayWork: boolean;
  counts: { found: number; accepted: number; rejected: number };
  passages: { key: string; pieces: ShownPiece[] }[];
  groups: ShownGroup[];
  leftElsewhere: { word: string; times: number }[];
  words: { id: string; word: string; sort: 'always' | 'never' }[];
};

type RedactionWorkProps = {
  desk: Desk;
  version: number;
  /** A form that came back, with its mistake in words. */
  reply: { intent: string; typed: string; mistake: string } | null;
};

/** The desk: the minutes with what was found beside them, and the steps to a second person. */
export function RedactionWork({ desk, version, reply }: RedactionWorkProps) {
  const { t } = useTranslation('redaction');
  const placeName = usePlaceNames(desk.passages.map(({ key }) => key));
  const { state, counts, mayChange } = desk;
  return (
    <div className="flex flex-col gap-10">
      <div className="flex flex-col gap-3">
        <p className="text-ink-soft">{t('version', { version })}</p>
        <Notice tone={state === 'released' ? 'success' : 'info'} title={t(`state.${state}`)}>
          <p>{t(`stateText.${state}`)}</p>
          <p>{t('counts', counts)}</p>
        </Notice>
        {desk.sentBackWhy === '' ? null : (
          <Notice tone="warning" title={t('sentBack')}>
            <Written>{desk.sentBackWhy}</Written>
          </Notice>
        )}
        {desk.leftElsewhere.length === 0 ? null : (
          <Notice tone="warning" title={t('left.title')}>
            <p>{t('left.text')}</p>
            <ul className="list-disc pl-5">
              {desk.leftElsewhere.map(({ word, times }) => (
                <li key={word}>{t('left.times', { word, count: times })}</li>
              ))}
            </ul>
          </Notice>
        )}
        <SecondPerson
          {...desk}
          open={counts.found}
          mistake={reply?.intent === 'back' ? reply.mistake : null}
          typed={reply?.intent === 'back' ? reply.typed : ''}
        />
      </div>
      <div className="grid gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <Section title={t('textTitle')} lead={t('textLead')}>
          <MarkedText passages={desk.passages} placeName={placeName} />
        </Section>
        <div className="flex min-w-0 flex-col gap-12">
          <Section id="gevonden" title={t('listTitle')}>
            {desk.groups.length === 0 ? <p>{t('listNone')}</p> : null}
            {mayChange ? (
              <p id="vervang-uitleg" className="mb-4 text-ink-soft">
                {t('replacementHint')}
              </p>
            ) : null}
            {mayChange && counts.found > 0 ? (
              <form method="post" className="mb-6 flex flex-col items-start gap-3">
                <p>{t('restText')}</p>
                <SubmitButton name="intent" value="rest">
                  {t('rest')}
                </SubmitButton>
              </form>
            ) : null}
            <MarkList groups={desk.groups} mayChange={mayChange} placeName={placeName} />
          </Section>
          {mayChange ? (
            <Section title={t('own.title')}>
              <OwnMarkForm
                mistake={reply?.intent === 'own' ? reply.mistake : null}
                typed={reply?.intent === 'own' ? reply.typed : ''}
              />
            </Section>
          ) : null}
          <Section title={t('words.title')}>
            <WordList words={desk.words} mayChange={mayChange} />
          </Section>
        </div>
      </div>
    </div>
  );
}

function WordList({ words, mayChange }: { words: Desk['words']; mayChange: boolean }) {
  const { t } = useTranslation('redaction');
  if (words.length === 0) return <p>{t('words.none')}</p>;
  return (
    <ul className="flex flex-col gap-2">
      {words.map(({ id, word, sort }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4">
          <span className="min-w-0 break-words">
            <Written>{word}</Written>: {t(`words.${sort}`)}
          </span>
          {mayChange ? (
            <form method="post">
              <input type="hidden" name="wordId" value={id} />
              <SubmitButton name="intent" value="off-word" tone="text">
                <span aria-hidden>{t('words.remove')}</span>
                <span className="sr-only">{t('words.removeOf', { word })}</span>
              </SubmitButton>
            </form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
