import type { ReactNode } from 'react';
import { Icon } from '../icon/icon.tsx';

type RowFieldProps = {
  name: string;
  id: string;
  label: string;
  value: string;
  /** Rows of a text; one line when left out. */
  rows?: number;
  hint?: string;
};

/** A field of a row: small, because there are many. */
export function RowField({ name, id, label, value, rows, hint }: RowFieldProps) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      {rows === undefined ? (
        <input
          type="text"
          id={id}
          name={name}
          defaultValue={value}
          autoComplete="off"
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          className="input"
        />
      ) : (
        <textarea
          id={id}
          name={name}
          defaultValue={value}
          rows={rows}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          className="input field-sizing-content"
        />
      )}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      )}
    </div>
  );
}

type RowSelectProps = {
  name: string;
  id: string;
  label: string;
  value: string;
  choices: readonly { value: string; label: string }[];
};

export function RowSelect({ name, id, label, value, choices }: RowSelectProps) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <span className="relative block">
        <select id={id} name={name} defaultValue={value} className="input">
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" className="pointer-events-none absolute top-1/2 right-3 size-5 -translate-y-1/2" />
      </span>
    </div>
  );
}

/** Buttons of a row, each with the row in its name for who listens. */
export function RowButton({ label, row, onPress }: { label: string; row: string; onPress: () => void }) {
  return (
    <button type="button" className="button button-text" aria-label={`${label}: ${row}`} onClick={onPress}>
      {label}
    </button>
  );
}

export function RowButtons({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap gap-x-4">{children}</div>;
}
