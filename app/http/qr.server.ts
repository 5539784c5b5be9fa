import QRCode from 'qrcode';

/** The dark squares of a QR code, in a grid of `size` by `size`. */
export type QrSquares = { size: number; path: string };

/** The dark squares of a QR code as one path in a grid of `size`, for an SVG without script or style. */
export function qrSquares(text: string): QrSquares {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const squares: string[] = [];
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (modules.get(y, x)) squares.push(`M${String(x)} ${String(y)}h1v1h-1z`);
    }
  }
  return { size: modules.size, path: squares.join('') };
}
