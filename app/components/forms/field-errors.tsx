import { useTranslation } from 'react-i18next';
import { sayMessage } from '#app/i18n/message.ts';
import { Icon } from '../icon/icon.tsx';

/** What is wrong with a field and how to put it right. Messages come from `formMessage`: `forms:required`. */
export function FieldErrors({ id, errors }: { id: string; errors: readonly string[] | undefined }) {
  const { t } = useTranslation();
  if (errors === undefined || errors.length === 0) return null;
  return (
    <div id={id} className="font-semibold text-brick">
      {errors.map((message) => (
        <p key={message} className="flex gap-2">
          <Icon name="warning" className="mt-[0.2em] size-[1.15em]" />
          <span>{sayMessage(t, message)}</span>
        </p>
      ))}
    </div>
  );
}
