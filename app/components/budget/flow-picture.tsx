import { useWrittenLang } from '../content/written.tsx';
import { flowPlan, labelLines, type FlowSize, type PlacedNode } from './flow-layout.ts';

export type FlowTone = 'source' | 'team' | 'paid' | 'committed' | 'left' | 'waiting';

export type FlowBox = {
  key: string;
  amount: number;
  name: string;
  /** The amount in words. */
  text: string;
  href: string;
  tone: FlowTone;
  /** In Dutch on every page: the name of a source or team. */
  isWritten?: boolean;
};

export type FlowBand = { from: string; to: string; amount: number; title: string; href: string; tone: FlowTone };

type FlowPictureProps = {
  label: string;
  columns: readonly (readonly FlowBox[])[];
  bands: readonly FlowBand[];
  size: FlowSize;
  /** Characters of a label's line. */
  longest: number;
  className?: string;
};

const boxFill: Record<FlowTone, string> = {
  source: 'fill-water',
  team: 'fill-ink',
  paid: 'fill-garden',
  committed: 'fill-sun',
  left: 'flow-left',
  waiting: 'fill-sand',
};

const bandFill: Record<FlowTone, string> = {
  source: 'fill-tint-water',
  team: 'fill-tint-water',
  paid: 'fill-tint-garden',
  committed: 'fill-tint-sand',
  left: 'fill-line',
  waiting: 'fill-tint-sand',
};

const lineHeight = 18;

/**
 * Boxes in columns with bands between them. Every box is a link that the keyboard reaches; a band is a link for who points,
 * and stands in the table beside the picture for who does not.
 */
export function FlowPicture({ label, columns, bands, size, longest, className = '' }: FlowPictureProps) {
  const plan = flowPlan(columns, bands, size);
  return (
    <svg
      className={`flow h-auto w-full ${className}`}
      viewBox={`0 0 ${String(size.width)} ${String(plan.height)}`}
      role="group"
      aria-label={label}
    >
      {plan.links.map((band) => (
        <a key={`${band.from} ${band.to}`} href={band.href} aria-label={band.title} tabIndex={-1} className="flow-link">
          <path d={band.path} className={`flow-band ${bandFill[band.tone]}`}>
            <title>{band.title}</title>
          </path>
        </a>
      ))}
      {plan.nodes.map((column, index) =>
        column.map((box) => (
          <Box key={box.key} box={box} size={size} longest={longest} isLast={index === plan.nodes.length - 1} />
        )),
      )}
    </svg>
  );
}

type BoxProps = { box: PlacedNode<FlowBox>; size: FlowSize; longest: number; isLast: boolean };

function Box({ box, size, longest, isLast }: BoxProps) {
  const lang = useWrittenLang();
  const lines = labelLines(box.name, longest);
  const room = Math.max(size.slot, box.height);
  const middle = box.y + box.height / 2;
  const first = middle - (lines.length * lineHeight) / 2 + 5;
  const textX = isLast ? box.x - 8 : box.x + size.nodeWidth + 8;
  const labelWidth = longest * 8.2;
  return (
    <a href={box.href} aria-label={`${box.name}: ${box.text}`} className="flow-link">
      <rect
        className="flow-room"
        x={isLast ? box.x - labelWidth : box.x}
        y={middle - room / 2}
        width={labelWidth + size.nodeWidth}
        height={room}
      />
      <rect
        className={`flow-box ${boxFill[box.tone]}`}
        x={box.x}
        y={box.y}
        width={size.nodeWidth}
        height={box.height}
      />
      <text
        className="flow-text"
        textAnchor={isLast ? 'end' : 'start'}
        lang={box.isWritten === true ? lang : undefined}
      >
        {lines.map((line, index) => (
          <tspan key={line} x={textX} y={first + index * lineHeight}>
            {line}
          </tspan>
        ))}
        <tspan className="flow-amount" x={textX} y={first + lines.length * lineHeight} lang={undefined}>
          {box.text}
        </tspan>
      </text>
    </a>
  );
}
