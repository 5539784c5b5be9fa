/** The idempotency key of a form: made by the loader, so that a double post does its work once. */
export function FormKey({ value, name = 'formKey' }: { value: string; name?: string }) {
  return <input type="hidden" name={name} value={value} />;
}

/** Bait for robots: people neither see nor hear it, and leave it empty. */
export function HoneypotField({ name = 'website' }: { name?: string }) {
  return (
    <div aria-hidden="true" className="absolute -left-[200vw] size-px overflow-hidden">
      <label>
        {name}
        <input type="text" name={name} tabIndex={-1} autoComplete="off" defaultValue="" />
      </label>
    </div>
  );
}
