/** Ways on from an overview, each with what is there. */
export function LinkCards({ cards }: { cards: readonly { href: string; title: string; text: string }[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {cards.map(({ href, title, text }) => (
        <li key={href} className="card bg-surface rounded p-5">
          <a href={href} className="card-link text-ink text-lg font-bold">
            {title}
          </a>
          <p className="text-ink-soft mt-1">{text}</p>
        </li>
      ))}
    </ul>
  );
}
