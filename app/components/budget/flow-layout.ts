/** A box of the picture; `amount` decides how tall it is. */
export type FlowNode = { key: string; amount: number };

/** A band between two boxes. */
export type FlowLink = { from: string; to: string; amount: number };

export type FlowSize = {
  /** Units of the drawing. */
  width: number;
  /** Height that the fullest column would have without labels and gaps. */
  bandHeight: number;
  nodeWidth: number;
  /** A box has at least this much room, so that its label stays readable. */
  slot: number;
  gap: number;
};

export type PlacedNode<Node> = Node & { x: number; y: number; height: number };

export type PlacedLink<Link> = Link & { path: string };

export type FlowPlan<Node, Link> = { height: number; nodes: PlacedNode<Node>[][]; links: PlacedLink<Link>[] };

/** Thinner than this nobody sees or hits it. */
const thinnest = 2;

/**
 * Places boxes in columns and bands between them. Every unit of money is equally tall everywhere, except that nothing is
 * thinner than two units of the drawing. Bands leave and enter a box in the order of the boxes at their other end, so that
 * they cross as little as the order of the boxes allows.
 */
export function flowPlan<Node extends FlowNode, Link extends FlowLink>(
  columns: readonly (readonly Node[])[],
  links: readonly Link[],
  size: FlowSize,
): FlowPlan<Node, Link> {
  const most = Math.max(1, ...columns.map((column) => column.reduce((sum, { amount }) => sum + amount, 0)));
  const tall = (amount: number) => Math.max(thinnest, (amount / most) * size.bandHeight);
  const roomOf = (column: readonly Node[]) =>
    column.reduce((sum, { amount }) => sum + Math.max(size.slot, tall(amount)), 0) +
    size.gap * Math.max(0, column.length - 1);
  const height = Math.max(...columns.map(roomOf), size.slot);
  const nodes = columns.map((column, index) => {
    const spare = (height - roomOf(column)) / (column.length + 1);
    const x = columns.length === 1 ? 0 : (index * (size.width - size.nodeWidth)) / (columns.length - 1);
    let top = spare;
    return column.map((node): PlacedNode<Node> => {
      const room = Math.max(size.slot, tall(node.amount));
      const y = top + (room - tall(node.amount)) / 2;
      top += room + size.gap + spare;
      return { ...node, x: round(x), y: round(y), height: round(tall(node.amount)) };
    });
  });
  return { height: round(height), nodes, links: placeLinks(nodes.flat(), links, tall, size.nodeWidth) };
}

function placeLinks<Node extends FlowNode, Link extends FlowLink>(
  nodes: readonly PlacedNode<Node>[],
  links: readonly Link[],
  tall: (amount: number) => number,
  nodeWidth: number,
): PlacedLink<Link>[] {
  const order = new Map(nodes.map((node, index) => [node.key, index]));
  const places = new Map(nodes.map((node) => [node.key, node]));
  const at = (key: string) => order.get(key) ?? 0;
  const left = new Map(nodes.map(({ key, y }) => [key, y]));
  const entered = new Map(left);
  const sorted = [...links].sort((one, other) => at(one.from) - at(other.from) || at(one.to) - at(other.to));
  return sorted.flatMap((link) => {
    const from = places.get(link.from);
    const to = places.get(link.to);
    if (from === undefined || to === undefined) return [];
    const thick = tall(link.amount);
    const start = left.get(link.from) ?? 0;
    const end = entered.get(link.to) ?? 0;
    left.set(link.from, start + thick);
    entered.set(link.to, end + thick);
    return [{ ...link, path: band(from.x + nodeWidth, start, to.x, end, thick) }];
  });
}

function band(x0: number, y0: number, x1: number, y1: number, thick: number): string {
  const middle = round((x0 + x1) / 2);
  const [a, b, c, d] = [round(y0), round(y1), round(y1 + thick), round(y0 + thick)];
  return `M${x0} ${a}C${middle} ${a} ${middle} ${b} ${x1} ${b}V${c}C${middle} ${c} ${middle} ${d} ${x0} ${d}Z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A name over at most two lines, broken between words; what does not fit ends in an ellipsis. */
export function labelLines(name: string, longest: number): string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= longest) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const fitting = lines.slice(0, 2).map((line) => (line.length > longest ? `${line.slice(0, longest - 1)}…` : line));
  if (lines.length > 2) fitting[1] = `${(fitting[1] ?? '').slice(0, longest - 1).replace(/…$/, '')}…`;
  return fitting;
}
