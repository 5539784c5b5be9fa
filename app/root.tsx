import { data, type LinksFunction } from '@remix-run/node';
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  useLocation,
  useMatches,
  useRouteLoaderData,
  type ShouldRevalidateFunction,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { unlessAutosaving } from './components/forms/use-autosave.ts';
import { SiteShell } from './components/shell/site-shell.tsx';
import { clearFlash, readFlash } from './http/flash.server.ts';
import { guardLoader } from './http/guard.server.ts';
import { unfinishedVotes } from './http/own-vote.server.ts';
import { useNonce } from './http/nonce.ts';
import { hasPageScripts, saidByRoutes } from './http/page-scripts.ts';
import { rootTitle } from './http/page-title.ts';
import { sayMessage } from './i18n/message.ts';
import { isSignedIn } from './modules/people/actor.ts';
import { everyone } from './modules/people/policy.ts';
import { workPlacesOf } from './modules/people/work-place.ts';
import { votedOfByAccount } from './modules/voting/queries/own-ballot.query.server.ts';
import { searchPath } from './modules/search/address.ts';
import { unreadConversations } from './modules/portfolios/queries/conversations.query.server.ts';
import { PageError } from './page-error.tsx';
import styles from './styles/app.css?url';
import headingFont from './styles/made-fonts/headings.woff2?url';
import textFont from './styles/made-fonts/text.woff2?url';

export const loader = guardLoader(everyone, async ({ actor, database, locale, t, request, platform }) => {
  const flash = await readFlash(request, platform);
  const unfinished = await unfinishedVotes(request, platform, actor);
  const voted = await votedOfByAccount(database, unfinished, actor);
  return data(
    {
      locale,
      personName: actor.person === null ? null : actor.person.name,
      unread: isSignedIn(actor) ? await unreadConversations(database, actor) : 0,
      isDemo: actor.demo,
      publicUrl: platform.env.publicUrl,
      unfinishedVotes: unfinished.map(({ slug, title, hasCast }) => ({
        ...{ slug, title },
        isChange: hasCast || voted.has(slug),
      })),
      workItems: workPlacesOf(actor).map(({ key, href }) => ({ label: t(`people:mine.places.${key}`), href })),
      flash: flash === null ? null : { tone: flash.tone, text: sayMessage(t, flash.message) },
    },
    flash === null ? {} : { headers: { 'Set-Cookie': await clearFlash(platform) } },
  );
});

/**
 * Without a network, loading this again would replace the page, with what is being typed, by an error. And while somebody searches
 * on, nothing around the page changes.
 */
export const shouldRevalidate: ShouldRevalidateFunction = (how) =>
  how.currentUrl.pathname === searchPath && how.nextUrl.pathname === searchPath ? false : unlessAutosaving(how);

export const meta = rootTitle;

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  ...[textFont, headingFont].map((href) => ({
    ...{ rel: 'preload', as: 'font', type: 'font/woff2', href },
    crossOrigin: 'anonymous' as const,
  })),
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' },
  { rel: 'manifest', href: '/site.webmanifest' },
  { rel: 'alternate', type: 'application/atom+xml', href: '/feeds/alles.atom', title: 'Wijkbeurs' },
];

/**
 * Around every page and every error page. Scripts only where a matched route asks for them (`hasPageScripts`). On a big screen in a
 * hall (`handle.bigScreen`) nothing but the page.
 */
export function Layout({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const root = useRouteLoaderData<typeof loader>('root');
  const nonce = useNonce();
  const matches = useMatches();
  const { pathname, search } = useLocation();
  const handles = matches.map(({ handle }) => handle);
  const hasScripts = hasPageScripts(handles, search);
  return (
    <html lang={i18n.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        {saidByRoutes(handles, 'bigScreen').length > 0 ? (
          <main id="inhoud">{children}</main>
        ) : (
          <SiteShell
            currentPath={root === undefined ? '/' : `${pathname}${search}`}
            personName={root?.personName ?? null}
            unread={root?.unread ?? 0}
            workItems={root?.workItems ?? []}
            demoHref={root?.isDemo === true ? '/demo' : null}
            unfinishedVotes={(root?.unfinishedVotes ?? []).filter(
              ({ slug }) => pathname !== `/stemmen/${slug}/controleren`,
            )}
            flash={root?.flash ?? null}
          >
            {children}
          </SiteShell>
        )}
        {hasScripts ? <Scripts nonce={nonce} /> : null}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <PageError />;
}
