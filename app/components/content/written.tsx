import type { ReactNode } from 'react';
import { useLocale } from '#app/i18n/use-locale.ts';

/** No text says in which language it was written; the programme, its papers and its residents write Dutch. */
const writtenIn = 'nl';

/**
 * The `lang` of what people or the papers wrote: only where the page speaks another language (WCAG 3.1.2).
 * For an element that is there already; inside a line of the page's own words there is `Written`.
 */
export function useWrittenLang(): 'nl' | undefined {
  return useLocale() === writtenIn ? undefined : writtenIn;
}

/** Longer than any word; it may be broken, so that it does not widen the page. */
const endlessWord = /\S{40}/;

/**
 * What people or the papers wrote: a title, a name, a reason. Adds an element only where the page speaks another language, or
 * for a word without an end.
 */
export function Written({ children }: { children: ReactNode }) {
  const lang = useWrittenLang();
  const isEndless = typeof children === 'string' && endlessWord.test(children);
  if (lang === undefined && !isEndless) return <>{children}</>;
  return (
    <span lang={lang} className={isEndless ? 'wrap-anywhere' : undefined}>
      {children}
    </span>
  );
}

type QuotingProps = {
  /** A sentence of the page, with what people wrote filled in. */
  text: string;
  /** What was filled in; may be empty. */
  written: string;
};

/** A sentence of the page that quotes what people wrote. */
export function Quoting({ text, written }: QuotingProps) {
  const at = written === '' ? -1 : text.indexOf(written);
  if (at < 0) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <Written>{written}</Written>
      {text.slice(at + written.length)}
    </>
  );
}
