/** A command that somebody can type over. */
export function Command({ words }: { words: string }) {
  return (
    <pre className="tabular mt-2 overflow-x-auto rounded-sm bg-surface px-3 py-2 text-sm whitespace-pre-wrap">
      {words}
    </pre>
  );
}
