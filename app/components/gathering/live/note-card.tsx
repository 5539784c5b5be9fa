import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WallNote } from '#app/modules/gatherings/wall.ts';
import { Written } from '../../content/written.tsx';

type NoteCardProps = {
  note: WallNote;
  pileName: string | null;
  href: string;
  isOwn: boolean;
  /** Null: it is somebody else's. */
  onWithdraw: ((id: string) => Promise<void>) | null;
};

/** One note on the wall. */
export function NoteCard({ note, pileName, href, isOwn, onWithdraw }: NoteCardProps) {
  const { t } = useTranslation('gatheringRoom');
  const [isBusy, setBusy] = useState(false);
  const { id, kind, text, byline, portfolios } = note;
  return (
    <li className={`note note-${kind}`}>
      <p className="text-sm font-semibold">
        {t(`kind.${kind}`)}
        {pileName === null ? null : (
          <>
            {' · '}
            <Written>{pileName}</Written>
          </>
        )}
        {isOwn ? ` · ${t('wall.own')}` : null}
      </p>
      <p className="mt-1 break-words whitespace-pre-line">
        <Written>{text}</Written>
      </p>
      {byline === '' ? null : (
        <p className="mt-1 text-sm">
          <Written>{byline}</Written>
        </p>
      )}
      {portfolios.length === 0 ? null : (
        <ul className="mt-2 text-sm">
          {portfolios.map(({ slug, name }) => (
            <li key={slug}>
              <a href={`/portfolios/${slug}`}>
                <Written>{name}</Written>
              </a>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-1 flex flex-wrap items-center gap-x-4">
        <a href={href} className="inline-flex min-h-11 items-center text-sm">
          {t('wall.more')}
          <span className="sr-only">
            : <Written>{text.slice(0, 60)}</Written>
          </span>
        </a>
        {onWithdraw === null ? null : (
          <button
            type="button"
            className="button button-text text-sm"
            disabled={isBusy}
            onClick={() => {
              setBusy(true);
              void onWithdraw(id).finally(() => {
                setBusy(false);
              });
            }}
          >
            {t('wall.withdraw')}
          </button>
        )}
      </p>
    </li>
  );
}
