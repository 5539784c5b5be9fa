import type { Fragment } from '#app/modules/search/port.ts';
import { useWrittenLang } from '../content/written.tsx';

/** A piece of what people wrote, with what was looked for marked. */
export function Marked({ fragments }: { fragments: readonly Fragment[] }) {
  const lang = useWrittenLang();
  const pieces = fragments.map(({ text, isHit }, index) =>
    isHit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
  );
  return (
    <span lang={lang} className="wrap-anywhere">
      {pieces}
    </span>
  );
}
