import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntroducedSide, MessageView } from '#app/modules/portfolios/views.ts';
import { DateText } from '../content/date-text.tsx';
import { Written } from '../content/written.tsx';
import { ShortLines } from '../portfolio/lines.tsx';

type MessageListProps = {
  messages: readonly MessageView[];
  /** Name of the other side, as far as it may be said. */
  otherName: ReactNode;
  introduction: readonly [IntroducedSide, IntroducedSide] | null;
};

/** What was written, the oldest first. */
export function MessageList({ messages, otherName, introduction }: MessageListProps) {
  const { t } = useTranslation('messages');
  return (
    <ol className="flex flex-col gap-4">
      {messages.map((message) => {
        const { id, from, isOwn, text, sentAt } = message;
        const who =
          from === 'product'
            ? t('page.product')
            : from === 'theirs'
              ? otherName
              : isOwn
                ? t('page.you')
                : t('page.yourSide');
        return (
          <Message key={id} who={who} from={from} sentAt={sentAt}>
            {from === 'product' && introduction !== null ? (
              <Introduction sides={introduction} />
            ) : (
              <div className="wrap-anywhere whitespace-pre-line">
                <Written>{text}</Written>
              </div>
            )}
          </Message>
        );
      })}
    </ol>
  );
}

type MessageProps = { who: ReactNode; from: MessageView['from']; sentAt: Date; children: ReactNode };

const fields = { mine: 'bg-tint-garden sm:ml-12', theirs: 'bg-surface sm:mr-12', product: 'bg-tint-sand' };

/** One message with who sent it and when. */
export function Message({ who, from, sentAt, children }: MessageProps) {
  return (
    <li className={`rounded px-5 py-4 ${fields[from]}`}>
      <p className="mb-1 flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <strong>{who}</strong>
        <span className="text-ink-soft">
          <DateText value={sentAt} format="time" />
        </span>
      </p>
      {children}
    </li>
  );
}

/** How the product brings two portfolios together: what each needs and offers, and a first question. */
function Introduction({ sides }: { sides: readonly [IntroducedSide, IntroducedSide] }) {
  const { t } = useTranslation(['messages', 'portfolios']);
  return (
    <div className="flex flex-col gap-4">
      <p>
        <strong>{t('introduction.title')}.</strong> {t('introduction.lead')}
      </p>
      <div className="grid gap-4 sm:grid-cols-2">
        {sides.map(({ slug, name, isOpen, needs, offers }) => (
          <div key={slug} className="flex flex-col gap-2">
            {isOpen ? (
              <a href={`/portfolios/${slug}`} className="inline-block py-1 font-bold">
                <Written>{name}</Written>
              </a>
            ) : (
              <p className="py-1 font-bold">
                <Written>{name}</Written>
              </p>
            )}
            <ShortLines title={t('portfolios:needs')} lines={needs} most={5} />
            <ShortLines title={t('portfolios:offers')} lines={offers} most={5} />
          </div>
        ))}
      </div>
      <p className="font-semibold">{t('introduction.question')}</p>
    </div>
  );
}
