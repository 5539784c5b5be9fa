import type { FormMetadata } from '@conform-to/react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { sayMessage } from '#app/i18n/message.ts';
import { inFormOrder } from './form-order.ts';
import { messageOnArrival } from './focus-on-arrival.ts';

type FormErrorsProps = {
  form: Pick<FormMetadata, 'allErrors' | 'errors' | 'errorId' | 'id'>;
  /** Label per field name, as the form shows it, in its order. */
  labels: Readonly<Record<string, string>>;
};

/** All mistakes on top of a rejected form, each a link to its field. Takes the focus when it appears. */
export function FormErrors({ form, labels }: FormErrorsProps) {
  const { t } = useTranslation('components');
  const fields = inFormOrder(
    Object.entries(form.allErrors).filter(([name]) => name !== ''),
    Object.keys(labels),
  );
  const count = fields.length + (form.errors?.length ?? 0);
  return count === 0 ? null : (
    <Summary id={form.errorId} title={t('formErrors.title', { count })}>
      {form.errors?.map((message) => (
        <li key={message} className="py-1">
          <Message message={message} />
        </li>
      ))}
      {fields.map(([name, messages]) => (
        <li key={name} className="py-1">
          <a href={`#${form.id}-${name}`} className="text-ink">
            {labels[name] === undefined ? null : <strong>{labels[name]} </strong>}
            {messages.map((message) => (
              <Message key={message} message={message} />
            ))}
          </a>
        </li>
      ))}
    </Summary>
  );
}

function Summary({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Not while somebody is typing: a field that is checked along must keep the focus.
    if (!(document.activeElement instanceof HTMLInputElement || document.activeElement instanceof HTMLTextAreaElement))
      box.current?.focus();
  }, []);
  return (
    <div ref={box} id={id} role="alert" {...messageOnArrival} className="rounded bg-tint-brick px-5 py-4">
      <p className="font-heading text-xl font-bold">{title}</p>
      <ul className="mt-2 list-[square] pl-5">{children}</ul>
    </div>
  );
}

function Message({ message }: { message: string }) {
  const { t } = useTranslation();
  return <>{sayMessage(t, message)} </>;
}
