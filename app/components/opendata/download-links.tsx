import { useTranslation } from 'react-i18next';

type DownloadLinksProps = { slug: string; title: string };

const endings = [
  { key: 'csv', ending: '.csv' },
  { key: 'ndjson', ending: '.ndjson' },
  { key: 'json', ending: '' },
] as const;

/** The ways to get a dataset; each says which dataset, for who hears links one after the other. */
export function DownloadLinks({ slug, title }: DownloadLinksProps) {
  const { t } = useTranslation('opendata');
  return (
    <span className="inline-flex flex-wrap gap-x-4">
      {endings.map(({ key, ending }) => (
        <a key={key} href={`/api/v1/${slug}${ending}`} className="inline-flex min-h-11 items-center">
          {t(`what.${key}`)}
          <span className="sr-only"> {title}</span>
        </a>
      ))}
    </span>
  );
}
