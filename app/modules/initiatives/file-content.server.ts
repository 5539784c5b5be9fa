import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { attachmentLimits, type AttachmentKind } from './attachment.ts';
import { cleanPdf, type PdfRefusal } from './pdf-content.server.ts';

/** A file as it is kept: made anew from what came in, so that nothing travels along unseen. */
export type CleanFile = {
  kind: AttachmentKind;
  contentType: 'image/webp' | 'application/pdf';
  bytes: Uint8Array<ArrayBuffer>;
  sha256: string;
  width: number | null;
  height: number | null;
};

export type FileRefusal =
  'file-empty' | 'file-too-large' | 'file-type-refused' | 'file-heic' | 'image-broken' | 'image-too-large' | PdfRefusal;

const images = new Set(['image/jpeg', 'image/png', 'image/webp']);

/**
 * Checks what a file is by its content, never by its name, and makes a clean one of it: pictures become WebP without
 * place, camera or any other data; PDFs lose their metadata.
 */
export async function cleanFile(bytes: Uint8Array): Promise<Outcome<CleanFile, FileRefusal>> {
  if (bytes.length === 0) return refused('file-empty');
  if (bytes.length > attachmentLimits.bytes) return refused('file-too-large');
  const type = (await fileTypeFromBuffer(bytes))?.mime ?? '';
  if (images.has(type)) return cleanImage(bytes);
  if (type === 'application/pdf') {
    const cleaned = await cleanPdf(bytes);
    return cleaned.ok ? keep('pdf', cleaned.value, null) : cleaned;
  }
  return refused(type === 'image/heic' || type === 'image/heif' ? 'file-heic' : 'file-type-refused');
}

async function cleanImage(bytes: Uint8Array): Promise<Outcome<CleanFile, FileRefusal>> {
  try {
    const options = { limitInputPixels: attachmentLimits.imagePixels, pages: 1, failOn: 'error' } as const;
    const { width, height } = await sharp(bytes, options).metadata();
    if (width * height > attachmentLimits.imagePixels) return refused('image-too-large');
    // turned as the camera held it, then written without any metadata: sharp keeps none unless told to
    const { data, info } = await sharp(bytes, options)
      .rotate()
      .resize({
        width: attachmentLimits.imageSide,
        height: attachmentLimits.imageSide,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .webp({ quality: 82 })
      .timeout({ seconds: 20 })
      .toBuffer({ resolveWithObject: true });
    return keep('image', new Uint8Array(data), info);
  } catch (error) {
    return refused(
      error instanceof Error && error.message.includes('pixel limit') ? 'image-too-large' : 'image-broken',
    );
  }
}

function keep(
  kind: AttachmentKind,
  bytes: Uint8Array<ArrayBuffer>,
  size: { width: number; height: number } | null,
): Outcome<CleanFile, FileRefusal> {
  if (bytes.length > attachmentLimits.bytes) return refused('file-too-large');
  return accepted({
    kind,
    contentType: kind === 'image' ? 'image/webp' : 'application/pdf',
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    width: size?.width ?? null,
    height: size?.height ?? null,
  });
}
