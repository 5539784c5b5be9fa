import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import remixOptions from './remix.config.js';

declare module '@remix-run/server-runtime' {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  plugins: [tailwindcss(), remix(remixOptions)],
  // a file inlined as data: would need a hole in the content security policy
  build: { assetsInlineLimit: 0, target: 'es2022', sourcemap: false },
  server: { watch: { ignored: ['**/data/**', '**/test-results/**'] } },
});
