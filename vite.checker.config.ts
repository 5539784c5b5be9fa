import { defineConfig } from 'vite';

/** The checker of decisions as one file, that any Node from 20 on runs without the rest of the project; the site offers it. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: 'scripts/check-decision.ts',
    target: 'node20',
    outDir: 'build/client',
    emptyOutDir: false,
    rollupOptions: {
      output: { entryFileNames: 'controleer-besluit.mjs', banner: '#!/usr/bin/env node', inlineDynamicImports: true },
    },
  },
});
