import type { ReactNode } from 'react';

type PageProps = {
  /** `wide` for overviews, `reading` for text (65 characters), `form` for forms. All start on the same left line. */
  width?: 'wide' | 'reading' | 'form';
  children: ReactNode;
};

/** The grid of a page. A `PageHeader` inside runs from edge to edge, everything else stands in the content column. */
export function Page({ width = 'wide', children }: PageProps) {
  return <div className={`page page-${width}`}>{children}</div>;
}
