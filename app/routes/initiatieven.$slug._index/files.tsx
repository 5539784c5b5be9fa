import { useTranslation } from 'react-i18next';
import { useWrittenLang } from '#app/components/content/written.tsx';
import { Icon } from '#app/components/icon/icon.tsx';
import { Section } from '#app/components/page/section.tsx';
import type { ContentAttachment } from '#app/modules/initiatives/content.ts';
import { pictureSources } from '#app/modules/initiatives/picture-width.ts';

/** Pictures to look at and documents to save. */
export function Files({ attachments }: { attachments: readonly ContentAttachment[] }) {
  const { t } = useTranslation('initiatives');
  const lang = useWrittenLang();
  if (attachments.length === 0) return null;
  const pictures = attachments.filter(({ kind }) => kind === 'image');
  const documents = attachments.filter(({ kind }) => kind === 'pdf');
  return (
    <Section title={t('page.files')}>
      {pictures.length === 0 ? null : (
        <ul className="grid gap-4 sm:grid-cols-2">
          {pictures.map(({ id, description, width, height }) => (
            <li key={id}>
              <img
                {...pictureSources(id, '(min-width: 64rem) 24rem, (min-width: 40rem) 45vw, 92vw')}
                alt={description}
                lang={lang}
                width={width ?? undefined}
                height={height ?? undefined}
                loading="lazy"
                className="h-auto w-full rounded"
              />
            </li>
          ))}
        </ul>
      )}
      {documents.length === 0 ? null : (
        <ul className="mt-4 flex flex-col gap-1">
          {documents.map(({ id, fileName, byteSize, description }) => (
            <li key={id}>
              <a href={`/bijlagen/${id}`} download className="inline-flex min-h-11 items-center gap-2">
                <Icon name="download" />
                <span lang={description === '' ? undefined : lang}>
                  {t('page.download', {
                    name: description === '' ? fileName : description,
                    size: Math.ceil(byteSize / 1024),
                  })}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
