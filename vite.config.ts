import { fileURLToPath } from 'node:url';
import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { makeSmallerFonts } from './scripts/smaller-fonts.ts';
import { textsOfScripts } from './scripts/texts-of-scripts.ts';
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

/** One file of what every page with scripts uses, and not twenty small ones. */
function everyPagesScript(id: string): string | undefined {
  if (
    /\/node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@remix-run|turbo-stream|i18next)\//.test(
      id,
    )
  )
    return 'react';
  return /\/app\/(components\/(page|icon|shell|stamp)|i18n)\/[a-z-]+\.tsx?$|\/app\/(page-error|around-pages)\.tsx$/.test(
    id,
  )
    ? 'page'
    : undefined;
}

export default defineConfig(({ isSsrBuild }) => ({
  resolve: { alias: [{ find: /^react-i18next$/, replacement: texts }] },
  plugins: [tailwindcss(), remix(remixOptions), textsOfScripts()],
  // a file inlined as data: would need a hole in the content security policy
  build: {
    ...{ assetsInlineLimit: 0, target: 'es2022', sourcemap: false },
    rollupOptions: isSsrBuild === true ? {} : { output: { manualChunks: everyPagesScript } },
  },
  server: { watch: { ignored: ['**/data/**', '**/test-results/**'] } },
}));
