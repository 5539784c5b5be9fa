import type { MetaDescriptor, MetaFunction } from '@remix-run/react';
import type { Thing, WithContext } from 'schema-dts';
import type { Given } from './page-title.ts';

/** Where the site is, for addresses that must be whole. */
export type Site = { publicUrl: string };

/** What search machines and feed readers find in the head of a page. */
export type Head = {
  /** Address of the feed about what the page is about. */
  feed?: string;
  /** The page in the words of schema.org. */
  data?: WithContext<Thing>;
};

/**
 * A title with more in the head. Data of schema.org is no script: browsers run nothing of it, so the content security policy
 * has no say in it, and Remix writes it so that no word in it can end the element.
 */
export function withHead<Loader>(title: MetaFunction, head: (data: Given<Loader>, site: Site) => Head): MetaFunction {
  return (args) => {
    const titles = title(args) ?? [];
    if (args.data === undefined) return titles;
    const root = args.matches.find((match) => match.id === 'root')?.data;
    const { feed, data } = head(args.data as Given<Loader>, { publicUrl: publicUrlIn(root) });
    const more: MetaDescriptor[] = [];
    if (feed !== undefined)
      more.push({ tagName: 'link', rel: 'alternate', type: 'application/atom+xml', href: feed, title: 'Atom' });
    if (data !== undefined) more.push({ 'script:ld+json': data as unknown as Record<string, string> });
    return [...titles, ...more];
  };
}

function publicUrlIn(root: unknown): string {
  const known = typeof root === 'object' && root !== null && 'publicUrl' in root ? root.publicUrl : '';
  return typeof known === 'string' ? known : '';
}
