type PartLinksProps = {
  /** What these pages are together, for who hears the page. */
  label: string;
  parts: readonly { key: string; href: string; words: string }[];
  /** Key of the part that this page is. */
  current: string | undefined;
};

/** Leads from one page of a set to the others; goes under the header of each. */
export function PartLinks({ label, parts, current }: PartLinksProps) {
  return (
    <nav aria-label={label} className="no-print">
      <ul className="flex flex-wrap gap-2 sm:gap-3">
        {parts.map(({ key, href, words }) => (
          <li key={key}>
            <a
              href={href}
              aria-current={key === current ? 'page' : undefined}
              className="flex min-h-11 items-center rounded bg-surface px-3 py-2 font-semibold text-ink no-underline hover:bg-tint-garden aria-[current]:bg-tint-garden sm:px-4"
            >
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
