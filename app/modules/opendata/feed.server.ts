import { Feed } from 'feed';
import type { Translate } from '#app/i18n/texts.ts';
import type { FeedItem, FeedScope } from './queries/feed-items.query.server.ts';

type Around = { scope: FeedScope; name: string; path: string; publicUrl: string; locale: 'nl' | 'en'; t: Translate };

const longestText = 600;

/** A feed as Atom (RFC 4287). Ids stay the same when the site moves to another address of the same name. */
export function atomFeed(items: readonly FeedItem[], { scope, name, path, publicUrl, locale, t }: Around): string {
  const { hostname } = new URL(publicUrl);
  const feed = new Feed({
    id: `tag:${hostname},2026:feed${path.replace(/\.atom$/, '')}`,
    title: t(`opendata:feed.${scope.kind}`, { name }),
    description: t('opendata:feed.subtitle'),
    link: publicUrl,
    language: locale,
    updated: items[0]?.at ?? new Date(0),
    generator: 'Wijkbeurs',
    feedLinks: { atom: `${publicUrl}${path}` },
    author: { name: 'Wijkbeurs', link: publicUrl },
  });
  for (const item of items) {
    feed.addItem({
      id: `tag:${hostname},2026:${item.what}/${item.key}`,
      title: printable(titleOf(item, t)),
      link: `${publicUrl}${item.path}`,
      date: item.at,
      published: item.at,
      description: printable(shortened(item.text)),
    });
  }
  return feed.atom1();
}

function titleOf({ what, key, step, title }: FeedItem, t: Translate): string {
  if (what === 'decision') return t('opendata:feed.decision', { number: key, title });
  if (what !== 'step') return t(`opendata:feed.${what}`, { title });
  return t(`opendata:feed.step.${step ?? 'submitted'}`, { title });
}

const shortened = (text: string) => (text.length <= longestText ? text : `${text.slice(0, longestText).trimEnd()}…`);

/** XML 1.0 has no place for most control characters, nor for half a character. */
const printable = (text: string) => text.replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
