import { useTranslation } from 'react-i18next';
import { Written } from '../content/written.tsx';
import type { ShownPiece, ShownState } from './shown.ts';

type MarkedTextProps = {
  passages: readonly { key: string; pieces: readonly ShownPiece[] }[];
  placeName: (passage: string) => string;
};

/** What is still open, what goes out, what stays: told by more than colour. */
const looks: Record<ShownState, string> = {
  found: 'bg-sun text-on-sun underline decoration-2',
  accepted: 'bg-ink text-surface no-underline',
  rejected: 'bg-tint-garden text-ink underline decoration-dotted',
};

/** The minutes with every mark in its place; each leads to its answer in the list. */
export function MarkedText({ passages, placeName }: MarkedTextProps) {
  const { t } = useTranslation('redaction');
  return (
    <dl className="flex flex-col gap-4" data-marked-text>
      {passages.map(({ key, pieces }) => (
        <div key={key}>
          <dt className="text-sm text-ink-soft">{placeName(key)}</dt>
          <dd className="break-words whitespace-pre-line" data-passage={key}>
            <Written>
              {pieces.map(({ text, mark }, index) =>
                mark === null ? (
                  text
                ) : (
                  <a
                    key={index}
                    id={`plek-${mark.id}`}
                    href={`#woord-${String(mark.group)}`}
                    title={`${t(`markState.${mark.state}`)}${mark.state === 'accepted' ? ` → ${mark.instead}` : ''}`}
                    className={`scroll-mt-6 px-0.5 ${looks[mark.state]}`}
                  >
                    {text}
                  </a>
                ),
              )}
            </Written>
          </dd>
        </div>
      ))}
    </dl>
  );
}
