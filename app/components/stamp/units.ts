/**
 * The stempels: ways in which low blocks stand round a green court on a plot of 24 by 24.
 * Drawn after the kinds that stand in Slotermeer, Geuzenveld, Slotervaart and Osdorp.
 */
export type Rect = readonly [x: number, y: number, width: number, height: number];
export type Point = readonly [x: number, y: number];

export type StampUnit = { name: string; blocks: readonly Rect[]; courts: readonly Rect[]; trees: readonly Point[] };

export const plot = 24;

/** Two hooks that hold a court between them; also the mark of the Wijkbeurs. */
export const hooks: StampUnit = {
  name: 'hooks',
  blocks: [
    [3, 3, 14, 4],
    [3, 7, 4, 9],
    [7, 17, 14, 4],
    [17, 8, 4, 9],
  ],
  courts: [[7, 7, 10, 10]],
  trees: [
    [10, 10],
    [14, 11],
    [11, 14],
  ],
};

const strips: StampUnit = {
  name: 'strips',
  blocks: [
    [3, 3, 18, 3.4],
    [3, 10.3, 18, 3.4],
    [3, 17.6, 18, 3.4],
  ],
  courts: [
    [5, 6.4, 14, 3.9],
    [5, 13.7, 14, 3.9],
  ],
  trees: [
    [8, 8.4],
    [16, 8.4],
    [12, 15.7],
  ],
};

const echelon: StampUnit = {
  name: 'echelon',
  blocks: [
    [3, 3, 11, 4],
    [6.5, 10, 11, 4],
    [10, 17, 11, 4],
  ],
  courts: [
    [14, 3, 7, 7],
    [3, 14, 7, 7],
  ],
  trees: [
    [17, 5],
    [18.6, 7.6],
    [5, 16.6],
    [7.4, 18.6],
  ],
};

const horseshoe: StampUnit = {
  name: 'horseshoe',
  blocks: [
    [3, 3, 18, 4],
    [3, 7, 4, 14],
    [17, 7, 4, 14],
  ],
  courts: [[7, 7, 10, 14]],
  trees: [
    [10, 11],
    [14, 14],
    [10.5, 18],
  ],
};

const pinwheel: StampUnit = {
  name: 'pinwheel',
  blocks: [
    [3, 3, 13, 4],
    [17, 3, 4, 13],
    [8, 17, 13, 4],
    [3, 8, 4, 13],
  ],
  courts: [[7, 7, 10, 10]],
  trees: [[12, 12]],
};

const slabs: StampUnit = {
  name: 'slabs',
  blocks: [
    [3, 3, 4, 18],
    [10, 6, 4, 12],
    [17, 3, 4, 18],
  ],
  courts: [
    [7, 6, 3, 12],
    [14, 6, 3, 12],
  ],
  trees: [
    [12, 3.6],
    [12, 20.4],
  ],
};

const towerAndRow: StampUnit = {
  name: 'tower and row',
  blocks: [
    [3, 3, 8, 8],
    [16, 3, 5, 18],
    [3, 16, 9, 5],
  ],
  courts: [
    [11, 6, 5, 12],
    [3, 11, 8, 5],
  ],
  trees: [
    [13.6, 8.6],
    [13.6, 15],
    [6, 13.6],
  ],
};

const comb: StampUnit = {
  name: 'comb',
  blocks: [
    [3, 3, 18, 3.6],
    [3, 6.6, 3.6, 11],
    [10.2, 6.6, 3.6, 14.4],
    [17.4, 6.6, 3.6, 11],
  ],
  courts: [
    [6.6, 6.6, 3.6, 11],
    [13.8, 6.6, 3.6, 11],
  ],
  trees: [
    [8.4, 10],
    [15.6, 13.6],
    [5, 20],
    [19, 20],
  ],
};

export const units = [hooks, strips, echelon, horseshoe, pinwheel, slabs, towerAndRow, comb] as const;

/** Turned by quarters and mirrored: eight stamps out of one. */
export function turned(unit: StampUnit, quarters: number, mirrored: boolean): StampUnit {
  const point = ([x, y]: Point): Point => {
    let turnedPoint: Point = mirrored ? [plot - x, y] : [x, y];
    for (let quarter = 0; quarter < quarters % 4; quarter += 1) turnedPoint = [plot - turnedPoint[1], turnedPoint[0]];
    return turnedPoint;
  };
  const rect = ([x, y, width, height]: Rect): Rect => {
    const [ax, ay] = point([x, y]);
    const [bx, by] = point([x + width, y + height]);
    return [Math.min(ax, bx), Math.min(ay, by), Math.abs(ax - bx), Math.abs(ay - by)];
  };
  return {
    name: unit.name,
    blocks: unit.blocks.map(rect),
    courts: unit.courts.map(rect),
    trees: unit.trees.map(point),
  };
}
