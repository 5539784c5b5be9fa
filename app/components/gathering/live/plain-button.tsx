import type { ReactNode } from 'react';
import type { ButtonTone } from '../../forms/buttons.tsx';

type PlainButtonProps = { tone: ButtonTone; value: string; children: ReactNode };

/** Sends a form of a page that stays open: unlike `SubmitButton` it can be pressed again. `value` says what for. */
export function PlainButton({ tone, value, children }: PlainButtonProps) {
  return (
    <button type="submit" name="intent" value={value} className={`button button-${tone}`}>
      {children}
    </button>
  );
}
