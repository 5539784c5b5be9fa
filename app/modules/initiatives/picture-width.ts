/** Widths in pixels in which a picture can be asked for: a telephone, a wide telephone or a card, a wide page. */
export const pictureWidths = [480, 960, 1600] as const;
export type PictureWidth = (typeof pictureWidths)[number];

/** The word in an address that asks for it. */
export const widthWord = 'breedte';

/** @returns null for any other width: each is a picture of its own to make */
export function readPictureWidth(asked: string | null): PictureWidth | null {
  return pictureWidths.find((width) => String(width) === asked) ?? null;
}

/**
 * Where a browser finds a picture in the width that it needs.
 * @param sizes how wide it is shown, as the attribute `sizes` of an image says it
 */
export function pictureSources(id: string, sizes: string): { src: string; srcSet: string; sizes: string } {
  const at = (width: PictureWidth) => `/bijlagen/${id}?${widthWord}=${String(width)}`;
  return { src: at(960), srcSet: pictureWidths.map((width) => `${at(width)} ${String(width)}w`).join(', '), sizes };
}
