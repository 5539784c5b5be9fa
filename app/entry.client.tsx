import { RemixBrowser } from '@remix-run/react';
import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { localeFrom } from './i18n/locale.ts';
import { fetchPageTexts } from './i18n/page-texts.ts';

/**
 * Remix suspends, outside any boundary, until the data that came with the page is decoded. When somebody types or clicks at
 * that very moment React 18 gives up on the page (error 345). So the data is waited for before React begins.
 */
async function decodeData(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (pending) {
    if (pending instanceof Promise) await pending;
  }
}

/** Only pages with `handle.hydrate` get here. Without its texts a page stays as it came: it works without scripts too. */
async function hydrate(): Promise<void> {
  const texts = await fetchPageTexts(localeFrom(document.documentElement.lang));
  await decodeData();
  startTransition(() => {
    hydrateRoot(
      document,
      <I18nextProvider i18n={texts}>
        <RemixBrowser />
      </I18nextProvider>,
    );
  });
}

void hydrate();
