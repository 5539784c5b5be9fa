import type { Plugin } from 'vite';
import { nl } from '../app/i18n/nl/index.ts';

const namespaces = new Set(Object.keys(nl));

/** Texts that the form of any page may be answered with. */
const saidByForms = ['errors', 'forms'] as const satisfies (keyof typeof nl)[];

/**
 * Which texts a script uses: those that it asks for (`useTranslation('search')`) and those of which it names a text (`'forms:required'`).
 * Rather one too many than one missing.
 *
 * @throws when it asks for texts by a name that is only known when it runs
 */
export function textsUsedBy(code: string): string[] {
  const used = new Set<string>();
  for (const [, said = ''] of code.matchAll(/\buseTranslation\(([^)]*)\)/g)) {
    const names = [...said.matchAll(/(["'`])(\w+)\1/g)].map(([, , name = '']) => name);
    if (said.replaceAll(/(["'`])\w+\1|[[\],\s]/g, '') !== '')
      throw new Error(`useTranslation(${said}): write the names of its texts there, or they do not come with the page`);
    for (const name of names.length === 0 ? ['shell'] : names) used.add(name);
  }
  for (const [, name = ''] of code.matchAll(/["'`](\w+):\w/g)) if (namespaces.has(name)) used.add(name);
  // what a form says is wrong comes from the server, by a name of one of these (app/i18n/message.ts)
  if (/\bsayMessage\b/.test(code)) for (const name of saidByForms) used.add(name);
  return [...used].sort();
}

/**
 * Every script that is built says which texts it uses, and the browser fetches those alone, in the language of the page
 * (app/i18n/page-texts.ts). All texts of all pages together are larger than all scripts of a page.
 */
export function textsOfScripts(): Plugin {
  return {
    name: 'texts-of-scripts',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
    renderChunk: {
      // before it is made smaller
      order: 'pre',
      handler(code, chunk) {
        const own = chunk.moduleIds.filter((id) => !/\/app\/i18n\/(nl\/|en\/|react-texts\.)/.test(id));
        const used = new Set(own.flatMap((id) => textsUsedBy(chunk.modules[id]?.code ?? '')));
        if (used.size === 0) return null;
        return {
          code: `(globalThis.textsOfScripts??=new Set);${[...used]
            .sort()
            .map((name) => `textsOfScripts.add("${name}");`)
            .join('')}\n${code}`,
          map: null,
        };
      },
    },
  };
}
