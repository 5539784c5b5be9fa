import { useWrittenLang } from '../content/written.tsx';
/** Text as somebody typed it: its own paragraphs, nothing else. */
export function TypedWords({ text, className = '' }: { text: string; className?: string }) {
  return (
    <p lang={useWrittenLang()} className={`max-w-prose whitespace-pre-line ${className}`}>
      {text}
    </p>
  );
}
