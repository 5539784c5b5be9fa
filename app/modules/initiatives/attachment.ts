/** Limits of files that people add to a plan. The database knows the size too (`attachment_size`). */
export const attachmentLimits = {
  files: 8,
  bytes: 10 * 1024 * 1024,
  /** Longest side of a kept picture, in pixels. */
  imageSide: 2000,
  /** Pixels that a picture may unfold to; a small file can hold a huge one. */
  imagePixels: 60_000_000,
} as const;

export type AttachmentKind = 'image' | 'pdf';

/** What the page's file field offers; the content decides. Telephones turn their own HEIC into JPEG for this list. */
export const acceptedFiles = 'image/jpeg,image/png,image/webp,application/pdf';

/** Longest description of a file, in characters. */
export const longestDescription = 300;

const longestName = 80;

/**
 * A file name without the folders, control characters and signs that mean something to a system, with the extension
 * of what the file really is.
 */
export function safeFileName(name: string, kind: AttachmentKind): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const stem = last
    .replace(/\.[^.]*$/, '')
    .replaceAll(/[^\p{L}\p{N} _()+.-]/gu, '')
    .replaceAll(/\.{2,}/g, '.')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[ .]+|[ .]+$/g, '');
  const short = [...stem].slice(0, longestName).join('').trim();
  const fallback = kind === 'image' ? 'foto' : 'document';
  return `${short === '' ? fallback : short}.${kind === 'image' ? 'webp' : 'pdf'}`;
}

/** Value of the header `Content-Disposition`: pictures show in the page, documents are saved. */
export function contentDisposition(kind: AttachmentKind, fileName: string): string {
  const ascii = fileName
    .normalize('NFKD')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .replaceAll(/["\\%]/g, '');
  return `${kind === 'image' ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encodeHeader(fileName)}`;
}

function encodeHeader(text: string): string {
  return encodeURIComponent(text).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
