import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldErrors } from './field-errors.tsx';
import type { FieldProps, FormField } from './field-metadata.ts';

/** Label, hint and mistakes around one input, in the order in which they are read. */
export function Field({ field, label, hint, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={field.id} className="font-bold">
        {label}
        <Optional field={field} />
      </label>
      <FieldHint field={field} hint={hint} />
      <FieldErrors id={field.errorId} errors={field.errors} />
      {children}
    </div>
  );
}

/** The same around a group of choices. The summary of mistakes links to the group, so it can take the focus. */
export function FieldGroup({ field, label, hint, children }: FieldProps & { children: ReactNode }) {
  return (
    <fieldset id={field.id} tabIndex={-1} aria-describedby={describedBy(field, hint)} className="min-w-0">
      <legend className="mb-1.5 font-bold">
        {label}
        <Optional field={field} />
      </legend>
      <div className="flex flex-col gap-1.5">
        <FieldHint field={field} hint={hint} />
        <FieldErrors id={field.errorId} errors={field.errors} />
        {children}
      </div>
    </fieldset>
  );
}

/** Most fields must be filled in, so the few that need not say so. */
function Optional({ field }: { field: FormField }) {
  const { t } = useTranslation('components');
  return field.required === true ? null : <span className="font-normal text-ink-soft"> {t('field.optional')}</span>;
}

function FieldHint({ field, hint }: { field: FormField; hint: string | undefined }) {
  return hint === undefined ? null : (
    <p id={field.descriptionId} className="max-w-prose text-ink-soft">
      {hint}
    </p>
  );
}

/** Ids of the hint and of the mistakes, for who listens. */
export function describedBy(field: FormField, hint: string | undefined): string | undefined {
  const ids = [field.errors === undefined ? '' : field.errorId, hint === undefined ? '' : field.descriptionId];
  return ids.filter((id) => id !== '').join(' ') || undefined;
}
