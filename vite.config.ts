import { fileURLToPath } from 'node:url';
import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { makeSmallerFonts } from './scripts/smaller-fonts.ts';
import remixOptions from './remix.config.js';

declare module '@remix-run/server-runtime' {
  interface Future {
    v3_singleFetch: true;
  }
}

/** See there why. */
const texts = fileURLToPath(new URL('app/i18n/react-texts.tsx', import.meta.url));

// both the build and who develops need them
await makeSmallerFonts();

export default defineConfig({
  resolve: { alias: [{ find: /^react-i18next$/, replacement: texts }] },
  plugins: [tailwindcss(), remix(remixOptions)],
  // a file inlined as data: would need a hole in the content security policy
  build: { assetsInlineLimit: 0, target: 'es2022', sourcemap: false },
  server: { watch: { ignored: ['**/data/**', '**/test-results/**'] } },
});
