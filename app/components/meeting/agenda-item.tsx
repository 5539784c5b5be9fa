import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemView } from '#app/modules/meetings/views.ts';
import { Quoting, useWrittenLang, Written } from '../content/written.tsx';
import { useMeetingWords } from './use-meeting-words.ts';

type AgendaItemProps = {
  item: ItemView;
  /** Number on the agenda; null: taken off. */
  number: number | null;
  /** What can be done with it, for who works on the agenda. */
  children?: ReactNode;
};

/** One item of an agenda: what, how long, with what, and who asked for it. */
export function AgendaItem({ item, number, children }: AgendaItemProps) {
  const { t } = useTranslation('meetings');
  const words = useMeetingWords();
  const lang = useWrittenLang();
  const { actielijn, initiative, decision, from, files } = item;
  const isGone = item.mark === 'removed';
  return (
    <li id={`punt-${item.id}`} className="rounded bg-surface p-4 sm:p-5">
      {item.mark === null ? null : <p className="text-sm font-semibold text-brick">{t(`mark.${item.mark}`)}</p>}
      <h3 className={`text-xl break-words ${isGone ? 'line-through' : ''}`} lang={lang}>
        {number === null ? '' : `${String(number)}. `}
        {item.title}
      </h3>
      <p className="tabular text-ink-soft">
        {t(`itemKind.${item.kind}`)}
        {item.minutes === 0 ? '' : ` · ${t('minutes', { count: item.minutes })}`}
      </p>
      {from === null ? null : (
        <p className="text-ink-soft">
          {from.kind === 'resident' ? (
            t('from.resident')
          ) : (
            <Quoting text={t(`from.${from.kind}`, { name: from.name })} written={from.name} />
          )}
        </p>
      )}
      {item.explanation === '' || isGone ? null : (
        <p className="mt-2 max-w-prose break-words whitespace-pre-line" lang={lang}>
          {item.explanation}
        </p>
      )}
      {isGone ? null : (
        <ul className="mt-2 flex flex-col">
          {actielijn === null ? null : (
            <li>
              <a href={`/opgaveteams/${actielijn.body}`} className="inline-flex min-h-11 items-center">
                <Quoting text={t('link.actielijn', { title: actielijn.title })} written={actielijn.title} />
              </a>
            </li>
          )}
          {initiative === null ? null : (
            <li>
              <a href={`/initiatieven/${initiative.slug}`} className="inline-flex min-h-11 items-center">
                <Quoting text={t('link.initiative', { title: initiative.title })} written={initiative.title} />
              </a>
            </li>
          )}
          {decision === null ? null : decision.number === null ? (
            <li>{t('link.prepared')}</li>
          ) : (
            <li>
              <a href={`/besluiten/${decision.number}`} className="inline-flex min-h-11 items-center">
                <Quoting
                  text={t('link.decision', { number: decision.number, title: decision.title })}
                  written={decision.title}
                />
              </a>
            </li>
          )}
          {files.map((file) => (
            <li key={file.id}>
              <a href={`/vergaderstukken/${file.id}`} className="inline-flex min-h-11 items-center">
                <Written>
                  {t('file', {
                    description: file.description,
                    kind: t(file.kind === 'pdf' ? 'fileKind.pdf' : 'fileKind.image'),
                    size: words.size(file.byteSize),
                  })}
                </Written>
              </a>
            </li>
          ))}
        </ul>
      )}
      {children}
    </li>
  );
}

/** Items with their numbers: what was taken off has none. */
export function numbered<Item extends { mark: ItemView['mark'] }>(
  items: readonly Item[],
): { item: Item; number: number | null }[] {
  let last = 0;
  return items.map((item) => {
    if (item.mark === 'removed') return { item, number: null };
    last += 1;
    return { item, number: last };
  });
}
