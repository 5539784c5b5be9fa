import { areaPoints } from '#prisma/programme/area-points.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { AreaGeometry, AreaShapesView, Position } from '../area-shape.ts';
import { drawnShape } from '../drawn-shapes.ts';
import { wijkOf } from '../district.ts';

export async function areaShapes(database: Database): Promise<AreaShapesView> {
  const buurten = await database.area.findMany({
    where: { level: 'buurt' },
    orderBy: { code: 'asc' },
    select: { code: true, name: true, shape: { select: { geometry: true, middleLon: true, middleLat: true } } },
  });
  const drawn = Object.entries(areaPoints).map(([code, { lon, lat }]): [string, Position] => [code, [lon, lat]]);
  const imported = buurten.flatMap(({ code, shape }): [string, Position][] =>
    shape === null ? [] : [[code, [shape.middleLon, shape.middleLat]]],
  );
  return {
    type: 'FeatureCollection',
    features: buurten.flatMap(({ code, name, shape }) => {
      // the command that wrote it checked it
      const geometry = (shape?.geometry ?? drawnShape(code)) as AreaGeometry | null;
      if (geometry === null) return [];
      return [
        { type: 'Feature', properties: { code, name, wijk: wijkOf(code), isOfficial: shape !== null }, geometry },
      ];
    }),
    middles: Object.fromEntries([...drawn, ...imported]),
  };
}

/** Codes of the buurten of the district. */
export async function buurtCodes(database: Database): Promise<Set<string>> {
  const buurten = await database.area.findMany({ where: { level: 'buurt' }, select: { code: true } });
  return new Set(buurten.map(({ code }) => code));
}
