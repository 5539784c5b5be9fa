import type { ReactNode } from 'react';

type CardProps = {
  children: ReactNode;
  tone?: 'surface' | 'garden' | 'water' | 'sand' | 'brick';
  className?: string;
};

const fields = {
  surface: 'bg-surface',
  garden: 'bg-tint-garden',
  water: 'bg-tint-water',
  sand: 'bg-tint-sand',
  brick: 'bg-tint-brick',
};

/** A field of colour that holds together what belongs together. No border, no shadow. */
export function Card({ children, tone = 'surface', className = '' }: CardProps) {
  return <div className={`card rounded p-5 sm:p-6 ${fields[tone]} ${className}`}>{children}</div>;
}

type CardGridProps = {
  children: ReactNode;
  label?: string;
  /** Closer together on a phone, for cards without a picture there. */
  isTight?: boolean;
};

/** A list of cards, as many beside each other as fit. Children are `li`. */
export function CardGrid({ children, label, isTight = false }: CardGridProps) {
  return (
    <ul
      aria-label={label}
      className={`grid grid-cols-[repeat(auto-fill,minmax(min(100%,18rem),1fr))] gap-x-6 ${isTight ? 'gap-y-3 sm:gap-y-8' : 'gap-y-8'}`}
    >
      {children}
    </ul>
  );
}
