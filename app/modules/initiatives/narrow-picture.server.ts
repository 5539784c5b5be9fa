import { LRUCache } from 'lru-cache';
import sharp from 'sharp';
import type { PictureWidth } from './picture-width.ts';

type Picture = { sha256: string; contentType: string; bytes: Uint8Array<ArrayBuffer> };

const mebibyte = 1024 * 1024;

/** By what is in it and its width, so whoever may see it was asked before; made once for all who ask at the same time. */
const made = new LRUCache<string, { bytes: Uint8Array<ArrayBuffer> }>({
  maxSize: 32 * mebibyte,
  sizeCalculation: ({ bytes }) => bytes.length,
});
const making = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/** A picture not wider than it is shown; the picture itself where it is narrower, or is no picture. */
export async function narrowPicture<File extends Picture>(file: File, width: PictureWidth | null): Promise<File> {
  if (width === null || file.contentType !== 'image/webp') return file;
  const key = `${file.sha256}-${String(width)}`;
  const bytes = made.get(key)?.bytes ?? (await (making.get(key) ?? make(key, file.bytes, width)));
  return { ...file, bytes, sha256: key };
}

async function make(
  key: string,
  bytes: Uint8Array<ArrayBuffer>,
  width: PictureWidth,
): Promise<Uint8Array<ArrayBuffer>> {
  const work = sharp(bytes)
    .resize({ width, withoutEnlargement: true })
    .webp({ quality: 78 })
    .timeout({ seconds: 20 })
    .toBuffer()
    .then((data) => (data.length < bytes.length ? new Uint8Array(data) : bytes));
  making.set(key, work);
  try {
    const narrow = await work;
    made.set(key, { bytes: narrow });
    return narrow;
  } finally {
    making.delete(key);
  }
}
