type PlainSection = { title: string; text?: string; points?: readonly string[] };

/** A page of explanation: a few headings with a sentence or a list below each. */
export function PlainWords({ sections }: { sections: readonly PlainSection[] }) {
  return (
    <div className="prose">
      {sections.map(({ title, text, points }) => (
        <section key={title} className="mt-8 first:mt-0">
          <h2 className="mb-2">{title}</h2>
          {text === undefined ? null : <p>{text}</p>}
          {points === undefined ? null : (
            <ul>
              {points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}
