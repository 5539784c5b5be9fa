import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../page/notice.tsx';
import { typedTexts } from './typed-texts.ts';
import { messageOnArrival } from './focus-on-arrival.ts';

type NotSentProps = {
  /** `initialValue` of the form that came back. */
  typed: unknown;
  /** Names of its fields for text. */
  names: readonly string[];
  /** Why it was not taken. */
  children: ReactNode;
};

/** For a form that was refused and that the page no longer offers: why, and what was typed, to take along. */
export function NotSent({ typed, names, children }: NotSentProps) {
  const { t } = useTranslation('components');
  const texts = typedTexts(typed, names);
  return (
    <div {...messageOnArrival}>
      <Notice tone="warning" role="alert" title={t('notSent.title')}>
        <p>{children}</p>
        {texts.length === 0 ? null : <p className="mt-3 font-semibold">{t('notSent.typed')}</p>}
        {texts.map((text, index) => (
          <blockquote key={index} className="mt-2 max-w-prose break-words whitespace-pre-line">
            {text}
          </blockquote>
        ))}
      </Notice>
    </div>
  );
}
