/** Text as somebody typed it: its own paragraphs, nothing else. */
export function TypedWords({ text, className = '' }: { text: string; className?: string }) {
  return <p className={`max-w-prose whitespace-pre-line ${className}`}>{text}</p>;
}
