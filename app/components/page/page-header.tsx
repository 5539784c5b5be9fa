import type { ReactNode } from 'react';
import { groundOf } from '../stamp/plan.ts';
import { Stamp } from '../stamp/stamp.tsx';

type PageHeaderProps = {
  title: ReactNode;
  /** What kind of thing this is, above the title: "Initiatief", "Besluit". */
  eyebrow?: ReactNode;
  /** One or two sentences in large type. */
  lead?: ReactNode;
  /** One main action, at most one quiet one beside it. */
  actions?: ReactNode;
  breadcrumbs?: ReactNode;
  /** Colour of the field; without it the colour of the stamp, or green. `plain` for pages where the work is below. */
  tone?: 'garden' | 'water' | 'sand' | 'plain';
  /** Draws this id's stamp at the right edge on wide screens. */
  stampId?: string;
  /** For the home page only: the largest type. */
  large?: boolean;
  children?: ReactNode;
};

const fields = {
  garden: 'bg-tint-garden',
  water: 'bg-tint-water',
  sand: 'bg-tint-sand',
  plain: '',
};

const toneOfGround = { meadow: 'garden', grove: 'garden', dune: 'sand', lake: 'water' } as const;

/** The top of a page: says where you are and what you can do here. Holds the only h1. */
export function PageHeader({
  title,
  eyebrow,
  lead,
  actions,
  breadcrumbs,
  tone,
  stampId,
  large = false,
  children,
}: PageHeaderProps) {
  const field = tone ?? (stampId === undefined ? 'garden' : toneOfGround[groundOf(stampId)]);
  const room = field === 'plain' ? 'pt-8' : large ? 'py-14 md:py-20' : 'pt-7 pb-10 md:pb-12';
  return (
    <header
      className={`page-full ${stampId === undefined ? '' : 'page-header-with-art'} ${fields[field]} overflow-clip`}
    >
      <div className={`page-header-text ${room}`}>
        {breadcrumbs === undefined ? null : <div className="mb-6">{breadcrumbs}</div>}
        {eyebrow === undefined ? null : <p className="mb-3 font-semibold text-garden">{eyebrow}</p>}
        <h1 className={large ? 'text-4xl' : undefined}>{title}</h1>
        {lead === undefined ? null : <p className="mt-4 max-w-[36em] text-lg">{lead}</p>}
        {actions === undefined ? null : (
          <div className="no-print mt-6 flex flex-wrap items-center gap-3">{actions}</div>
        )}
        {children}
      </div>
      {stampId === undefined ? null : (
        <div className="page-header-art">
          <Stamp id={stampId} columns={6} rows={4} className="absolute inset-0 h-full w-full" />
        </div>
      )}
    </header>
  );
}
