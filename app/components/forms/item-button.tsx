type ItemButtonProps = {
  /** Which one of the list is meant: a hidden field. */
  name: string;
  value: string | number;
  intent: string;
  /** On the button. */
  label: string;
  /** The same with what it is about, for who hears the button without the list around it. */
  labelOf: string;
  tone?: 'quiet' | 'text';
  className?: string;
};

/** A form of one button that does something with one of a list. */
export function ItemButton({ name, value, intent, label, labelOf, tone = 'text', className }: ItemButtonProps) {
  return (
    <form method="post" className={className}>
      <input type="hidden" name={name} value={value} />
      <button type="submit" name="intent" value={intent} className={`button button-${tone}`} aria-label={labelOf}>
        {label}
      </button>
    </form>
  );
}
