/** Ways on from an overview, each with what is there. */
export function LinkCards({ cards }: { cards: readonly { href: string; title: string; text: string }[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {cards.map(({ href, title, text }) => (
        <li key={href} className="card rounded bg-surface p-5">
          <a href={href} className="card-link text-lg font-bold text-ink">
            {title}
          </a>
          <p className="mt-1 text-ink-soft">{text}</p>
        </li>
      ))}
    </ul>
  );
}
