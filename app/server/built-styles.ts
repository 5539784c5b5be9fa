import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const assets = fileURLToPath(new URL('../../build/client/assets', import.meta.url));

let known: string | null | undefined;

/** Address of the style sheet of all pages; null where nothing was built, as while somebody develops. */
export function builtStyles(): string | null {
  known ??= find();
  return known;
}

function find(): string | null {
  try {
    const name = readdirSync(assets).find((file) => /^app-[\w-]+\.css$/.test(file));
    return name === undefined ? null : `/assets/${name}`;
  } catch {
    return null;
  }
}
