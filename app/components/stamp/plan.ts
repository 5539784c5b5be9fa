import { type RandomStream, pick, randomStream } from './random.ts';
import { type Point, type Rect, type StampUnit, plot, turned, units } from './units.ts';

/**
 * A piece of garden city seen from above, drawn from an id: one stamp, repeated along roads, with water and trees,
 * and one plot with blocks of its own colour: that is the initiative in its neighbourhood.
 * Each kind of thing is one SVG path, so that a page with thirty covers stays light.
 */
export type StampPlan = {
  width: number;
  height: number;
  ground: StampGround;
  roads: string;
  courts: string;
  water: string;
  quay: string;
  shades: string;
  blocks: string;
  own: string;
  trees: string;
};

export const grounds = ['meadow', 'dune', 'lake', 'grove'] as const;
export type StampGround = (typeof grounds)[number];

type Plot = { column: number; row: number };
type Water = { d: string; covers: (x: number, y: number) => boolean };

/** How far a block throws its shadow, to the south-east. */
const shadow = 1.3;

export function planStamp(id: string, columns: number, rows: number, ground?: StampGround): StampPlan {
  const random = randomStream(id);
  const chosenGround = ground ?? pick(random, grounds);
  const width = columns * plot;
  const height = rows * plot;
  const unit = turned(pick(random, units), Math.floor(random() * 4), random() < 0.5);
  const mirroredUnit = turned(unit, 0, true);
  const alternate = random() < 0.6;
  const water = planWater(random, columns, rows);

  const plots: Plot[] = [];
  const shore: Plot[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      (touchesWater(water, column * plot, row * plot) ? shore : plots).push({ column, row });
    }
  }
  const own = ownPlot(random, plots, columns, rows);

  const courts: string[] = [];
  const blocks: string[] = [];
  const ownBlocks: string[] = [];
  const shades: string[] = [];
  const trees: string[] = [];
  plots.forEach(({ column, row }, index) => {
    const placed = place(alternate && (column + row) % 2 === 1 ? mirroredUnit : unit, column * plot, row * plot);
    courts.push(...placed.courts.map(rectPath));
    (index === own ? ownBlocks : blocks).push(...placed.blocks.map(rectPath));
    shades.push(...placed.blocks.map(([x, y, w, h]) => shadePath(x, y, w, h)));
    trees.push(...placed.trees.filter(() => random() < 0.8).map(dotPath));
  });
  trees.push(...avenue(random, columns, rows, water).map(dotPath));
  trees.push(...shore.flatMap((plotOnShore) => park(random, plotOnShore, water)).map(dotPath));

  return {
    width,
    height,
    ground: chosenGround,
    roads: roadPaths(columns, rows),
    courts: courts.join(''),
    water: water.d,
    quay: water.d,
    shades: shades.join(''),
    blocks: blocks.join(''),
    own: ownBlocks.join(''),
    trees: trees.join(''),
  };
}

/** The ground that an id is drawn on, for what stands beside its stamp. */
export function groundOf(id: string): StampGround {
  return pick(randomStream(id), grounds);
}

/** The lake comes in from a corner, or a canal crosses the plan; a small plan has none. */
function planWater(random: RandomStream, columns: number, rows: number): Water {
  const kind = random();
  const width = columns * plot;
  const height = rows * plot;
  if (columns < 3 || kind < 0.15) return { d: '', covers: () => false };
  if (kind < 0.6) return lake(random, width, height);
  const along = Math.max(1, Math.floor(random() * (kind < 0.8 ? rows : columns))) * plot;
  const half = 3.4;
  if (kind < 0.8 && rows > 1) {
    return { d: rectPath([-4, along - half, width + 8, half * 2]), covers: (_x, y) => Math.abs(y - along) < half };
  }
  return { d: rectPath([along - half, -4, half * 2, height + 8]), covers: (x) => Math.abs(x - along) < half };
}

function lake(random: RandomStream, width: number, height: number): Water {
  const centerX = random() < 0.5 ? width * 0.02 : width * 0.98;
  const centerY = random() < 0.5 ? height * 0.05 : height * 0.95;
  const radiusX = width * (0.26 + random() * 0.14);
  const radiusY = height * (0.5 + random() * 0.22);
  // A superellipse: the rounded, dug shape of the Sloterplas rather than a circle.
  const steps = 40;
  const points = Array.from({ length: steps }, (_, step): Point => {
    const angle = (step / steps) * Math.PI * 2;
    const bend = (value: number) => Math.sign(value) * Math.abs(value) ** 0.7;
    return [centerX + bend(Math.cos(angle)) * radiusX, centerY + bend(Math.sin(angle)) * radiusY];
  });
  const d = `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`;
  const covers = (x: number, y: number) =>
    Math.abs((x - centerX) / radiusX) ** 2.86 + Math.abs((y - centerY) / radiusY) ** 2.86 < 1;
  return { d, covers };
}

/** A plot is built on unless the water takes one of its corners of blocks; a canal runs between plots. */
function touchesWater(water: Water, left: number, top: number): boolean {
  const near = 3.6;
  const far = plot - near;
  const probes: Point[] = [
    [near, near],
    [far, near],
    [near, far],
    [far, far],
    [plot / 2, plot / 2],
  ];
  return probes.some(([x, y]) => water.covers(left + x, top + y));
}

/** The own plot lies near the middle, so that no crop loses it. */
function ownPlot(random: RandomStream, plots: Plot[], columns: number, rows: number): number {
  const ranked = plots
    .map(({ column, row }, index) => ({
      index,
      distance: Math.hypot(column + 0.5 - columns / 2, row + 0.5 - rows / 2) + random() * 0.9,
    }))
    .sort((one, other) => one.distance - other.distance);
  return ranked[0]?.index ?? -1;
}

function place(unit: StampUnit, left: number, top: number): StampUnit {
  const rect = ([x, y, w, h]: Rect): Rect => [x + left, y + top, w, h];
  return {
    name: unit.name,
    blocks: unit.blocks.map(rect),
    courts: unit.courts.map(rect),
    trees: unit.trees.map(([x, y]): Point => [x + left, y + top]),
  };
}

/** Where the water leaves no room to build stands a park. */
function park(random: RandomStream, { column, row }: Plot, water: Water): Point[] {
  const places = Array.from({ length: 9 }, (_, index): Point => [
    column * plot + 4.5 + (index % 3) * 7.5 + (random() - 0.5) * 3,
    row * plot + 4.5 + Math.floor(index / 3) * 7.5 + (random() - 0.5) * 3,
  ]);
  return places.filter((tree) => random() < 0.75 && isDry(water, tree));
}

/** A tree keeps its crown off the quay. */
function isDry(water: Water, [x, y]: Point): boolean {
  const crown = 2.6;
  return ![
    [0, 0],
    [crown, 0],
    [-crown, 0],
    [0, crown],
    [0, -crown],
  ].some(([dx, dy]) => water.covers(x + (dx ?? 0), y + (dy ?? 0)));
}

/** Trees in a row on both sides of one road. */
function avenue(random: RandomStream, columns: number, rows: number, water: Water): Point[] {
  const vertical = random() < 0.5;
  const line = Math.floor(random() * ((vertical ? columns : rows) + 1)) * plot;
  const length = (vertical ? rows : columns) * plot;
  const trees: Point[] = [];
  for (let along = 3; along < length; along += 6) {
    for (const side of [-1.9, 1.9]) {
      const tree: Point = vertical ? [line + side, along] : [along, line + side];
      if (isDry(water, tree)) trees.push(tree);
    }
  }
  return trees;
}

function roadPaths(columns: number, rows: number): string {
  const across = Array.from({ length: rows - 1 }, (_, row) => `M0 ${(row + 1) * plot}H${columns * plot}`);
  const down = Array.from({ length: columns - 1 }, (_, column) => `M${(column + 1) * plot} 0V${rows * plot}`);
  return [...across, ...down].join('');
}

export function rectPath([x, y, width, height]: Rect): string {
  return `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`;
}

function shadePath(x: number, y: number, width: number, height: number): string {
  const right = round(x + width);
  return `M${right} ${round(y)}l${shadow} ${shadow}v${round(height)}h${round(-width)}l${-shadow} ${-shadow}h${round(width)}z`;
}

/** A stroke of no length with round ends: the shortest way to write a tree. */
export function dotPath([x, y]: Point): string {
  return `M${round(x)} ${round(y)}h.01`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
