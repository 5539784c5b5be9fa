type QrCodeProps = { squares: { size: number; path: string }; label: string };

const quietZone = 4;

/** Dark on white in dark mode too: cameras expect it. */
export function QrCode({ squares: { size, path }, label }: QrCodeProps) {
  const side = size + 2 * quietZone;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${String(-quietZone)} ${String(-quietZone)} ${String(side)} ${String(side)}`}
      shapeRendering="crispEdges"
      className="my-4 w-full max-w-64 rounded"
    >
      <rect x={-quietZone} y={-quietZone} width={side} height={side} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
