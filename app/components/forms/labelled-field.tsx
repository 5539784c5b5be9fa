import type { ReactNode } from 'react';

type LabelledFieldProps = {
  /** Of the input. Its hint has the same with `-uitleg` behind it (`hintOf`), for `aria-describedby`. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Beside others in a row, as wide as its input. */
  isInRow?: boolean;
  children: ReactNode;
};

/** Id of the hint of a field, for `aria-describedby`. */
export const hintOf = (id: string): string => `${id}-uitleg`;

/** Label and hint above one input of a small form; forms of `FormFrame` have `Field`, which says mistakes too. */
export function LabelledField({ id, label, hint, isInRow = false, children }: LabelledFieldProps) {
  return (
    <div className={`flex flex-col gap-1.5 ${isInRow ? '' : 'w-full'}`}>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {hint === undefined ? null : (
        <p id={hintOf(id)} className="max-w-prose text-ink-soft">
          {hint}
        </p>
      )}
      {children}
    </div>
  );
}
