import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const texts = new Set(['.js', '.mjs', '.css', '.svg', '.json', '.webmanifest', '.txt']);
/** Below this a compressed file is hardly smaller. */
const smallest = 1024;

/** Puts files beside what the browser fetches, as small as they get: compressed once, and not for everybody who asks. */
export async function compressFiles(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  const compress = async (name: string) => {
    const bytes = await readFile(join(folder, name));
    if (bytes.length < smallest) return;
    const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    await writeFile(join(folder, `${name}.br`), await promisify(brotliCompress)(bytes, { params }));
    await writeFile(join(folder, `${name}.gz`), await promisify(gzip)(bytes, { level: 9 }));
  };
  const left = names.filter((name) => texts.has(extname(name)));
  const worker = async () => {
    for (let name = left.pop(); name !== undefined; name = left.pop()) await compress(name);
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
}
