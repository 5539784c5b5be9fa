import { RemixBrowser } from '@remix-run/react';
import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { addTexts } from './i18n/instances.ts';

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

/** Only pages with `handle.hydrate` get here; the texts of the page's language come along, the other's do not. */
async function hydrate(): Promise<void> {
  const texts =
    document.documentElement.lang === 'en'
      ? addTexts('en', (await import('./i18n/en/index.ts')).en)
      : addTexts('nl', (await import('./i18n/nl/index.ts')).nl);
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
