import { useTranslation } from 'react-i18next';
import { SubmitButton } from '#app/components/forms/buttons.tsx';
import { Icon } from '#app/components/icon/icon.tsx';
import type { ContentAttachment } from '#app/modules/initiatives/content.ts';

type AddedFilesProps = {
  attachments: readonly ContentAttachment[];
  /** Descriptions that were refused, by id: they come back as typed. */
  typed: Readonly<Record<string, string>>;
  isChecked: boolean;
};

/** The files of the draft, each with its description and a way to take it out. */
export function AddedFiles({ attachments, typed, isChecked }: AddedFilesProps) {
  const { t } = useTranslation('draft');
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-col gap-4">
        {attachments.map((attachment) => (
          <li key={attachment.id} className="grid gap-4 rounded bg-surface p-4 sm:grid-cols-[10rem_1fr]">
            <Preview attachment={attachment} />
            <div className="flex min-w-0 flex-col gap-2">
              <p className="font-semibold break-words">{attachment.fileName}</p>
              <label htmlFor={`beschrijving-${attachment.id}`}>{t('field.fileDescription')}</label>
              <input
                id={`beschrijving-${attachment.id}`}
                name={`description-${attachment.id}`}
                defaultValue={typed[attachment.id] ?? attachment.description}
                aria-invalid={
                  isChecked && attachment.kind === 'image' && attachment.description === '' ? true : undefined
                }
                className="input"
              />
              <button
                type="submit"
                name="intent"
                value={`remove-${attachment.id}`}
                aria-label={t('files.removeNamed', { name: attachment.fileName })}
                className="button button-text self-start"
              >
                <Icon name="trash" />
                {t('files.remove')}
              </button>
            </div>
          </li>
        ))}
      </ul>
      <div>
        <SubmitButton tone="quiet" name="intent" value="keep">
          {t('files.save')}
        </SubmitButton>
      </div>
    </div>
  );
}

function Preview({ attachment }: { attachment: ContentAttachment }) {
  if (attachment.kind === 'pdf') {
    return (
      <div className="grid h-28 place-items-center rounded bg-tint-sand sm:h-full">
        <Icon name="document" className="size-10" />
      </div>
    );
  }
  return (
    <img
      src={`/bijlagen/${attachment.id}`}
      alt={attachment.description}
      className="h-40 w-full rounded object-cover sm:h-28"
    />
  );
}
