import { type ReactNode, useId } from 'react';

type SectionProps = {
  title: ReactNode;
  /** For links to this part of the page. */
  id?: string;
  lead?: ReactNode;
  /** A link beside the title: "Alle initiatieven". */
  action?: ReactNode;
  /** The title stays for who listens, and is not shown. */
  titleHidden?: boolean;
  children: ReactNode;
};

/** A part of a page with its own h2. */
export function Section({ title, id, lead, action, titleHidden = false, children }: SectionProps) {
  const titleId = useId();
  return (
    <section id={id} aria-labelledby={titleId}>
      <div className={titleHidden ? 'sr-only' : 'mb-5 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2'}>
        <h2 id={titleId}>{title}</h2>
        {action}
      </div>
      {lead === undefined ? null : <p className="-mt-2 mb-5 max-w-prose text-ink-soft">{lead}</p>}
      {children}
    </section>
  );
}
