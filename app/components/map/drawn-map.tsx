import { areaOutline, districtViewBox, isWijkCode, outlineElsewhere, wijkOf } from '#app/modules/programme/district.ts';
import { drawnFrame, drawnPoint } from '#app/modules/programme/drawn-shapes.ts';
import { areaViewBox } from '#prisma/programme/area-shapes.ts';
import { shownPlaces, type MapPlace } from './place.ts';

type DrawnMapProps = { label: string; places: readonly MapPlace[]; chosen: string };

const depths = ['map-0', 'map-1', 'map-2', 'map-3', 'map-4'] as const;

/** The map as a drawing, with links: before the moving map is there, without JavaScript, and where a browser cannot draw it. */
export function DrawnMap({ label, places, chosen }: DrawnMapProps) {
  const frame = chosen === '' ? null : drawnFrame(wijkOf(chosen));
  const { areas, bubbles } = shownPlaces(places, { isNear: false, chosen });
  // what is chosen comes last, so that its border lies on top
  const drawn = [...areas].sort((one, other) => Number(one.code === chosen) - Number(other.code === chosen));
  const size = (frame?.width ?? areaViewBox.width) / 100;
  const viewBox =
    frame === null ? districtViewBox : [frame.x, frame.y, frame.width, frame.height].map(Math.round).join(' ');
  return (
    <svg viewBox={viewBox} className="drawn-map" role="group" aria-label={label}>
      {/* where nothing is lies around it, so that one sees where in the district the rest is */}
      <path
        d={outlineElsewhere(areas.map(({ code }) => code))}
        className={`map-area ${depths[0]}`}
        vectorEffect="non-scaling-stroke"
        aria-hidden="true"
      />
      {drawn.map(({ code, name, note, depth, href }) => (
        <a key={code} href={href} className="map-link" aria-label={`${name}: ${note}`}>
          <path
            d={areaOutline(code)}
            className={`map-area ${depths[depth]} ${code === chosen ? 'map-chosen' : ''}`}
            vectorEffect="non-scaling-stroke"
          >
            <title>{`${name}: ${note}`}</title>
          </path>
        </a>
      ))}
      {bubbles.map((place) => (
        <DrawnBubble key={place.code} place={place} size={size} />
      ))}
    </svg>
  );
}

/** Over the area, which is the link; `size` is a hundredth of the width of the drawing. */
function DrawnBubble({ place: { code, name, short }, size }: { place: MapPlace; size: number }) {
  const point = drawnPoint(code);
  if (point === null) return null;
  const width = size * Math.max(6.4, 2.2 + short.length * 2.1);
  const height = size * 6.4;
  return (
    <g className="drawn-bubble" aria-hidden="true">
      <rect x={point.x - width / 2} y={point.y - height / 2} width={width} height={height} rx={height / 2} />
      <text x={point.x} y={point.y} fontSize={size * 3.4}>
        {short}
      </text>
      <text
        x={point.x}
        y={point.y + height * 0.95}
        fontSize={size * 2.3}
        className={`drawn-name ${isWijkCode(code) ? '' : 'drawn-name-small'}`}
      >
        {name}
      </text>
    </g>
  );
}
