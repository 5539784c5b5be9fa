import { useId, type InputHTMLAttributes, type ReactNode } from 'react';

type LineProps = { label: string; children: (id: string) => ReactNode };

/** A field of a small form in a list, with its label above. */
function Line({ label, children }: LineProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      {children(id)}
    </div>
  );
}

/** One line of text or a number. */
export function InputLine({ label, ...input }: { label: string } & InputHTMLAttributes<HTMLInputElement>) {
  return <Line label={label}>{(id) => <input id={id} className="input" {...input} />}</Line>;
}

type SelectLineProps = {
  label: string;
  name: string;
  choices: readonly { value: string; label: string }[];
  defaultValue?: string;
  emptyLabel?: string;
  required?: boolean;
};

/** One out of many. */
export function SelectLine({ label, name, choices, defaultValue, emptyLabel, required = false }: SelectLineProps) {
  return (
    <Line label={label}>
      {(id) => (
        <select id={id} name={name} className="input" defaultValue={defaultValue} required={required}>
          {emptyLabel === undefined ? null : <option value="">{emptyLabel}</option>}
          {choices.map(({ value, label: words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Line>
  );
}
