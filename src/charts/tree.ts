import type { TreeChart } from '../../commands/reply.ts';
import type { Shop } from '../../data/types.ts';
import { clip, formatValue } from '../text.ts';
import type { Drawing, Layer } from './frame.ts';
import { BLUE, INK, INNER_WIDTH, LABEL_SIZE, lettersIn, QUIET, roomFor } from './look.ts';
import { brief } from './numbers.ts';
import { pixel, pixels } from './pixels.ts';
import { drawable } from './words.ts';

const MOST_NODES = 40;
/** Deeper than this no name fits its column on a phone. */
const MOST_LEVELS = 5;
const ROW_HEIGHT = 34;
const NOTE_HEIGHT = 24;
const TREE_GAP = 14;
const LARGEST_RADIUS = 15;
const SMALLEST_RADIUS = 4;
const NAME_GAP = 6;
/** What the lines need between a name and the next level's dots. */
const LINK_WIDTH = 44;
const NOTE_SIZE = 18;
const LINK_POINTS = 16;

type Node = TreeChart['nodes'][number];
type Branch = { readonly node: Node; readonly level: number; readonly children: readonly Branch[] };
type Placed = { readonly branch: Branch; readonly x: number; readonly y: number };

/** Trees from left to right, a level per column; every name has a row of its own. */
export function treeDrawing({ nodes, unit }: TreeChart, shop: Shop | null): Drawing {
  const roots = branchesOf(nodes);
  const levels = Math.max(1, ...flatten(roots).map(({ level }) => level + 1));
  const column = INNER_WIDTH / levels;
  const letters = lettersIn(column - LINK_WIDTH - LARGEST_RADIUS * 2 - NAME_GAP, LABEL_SIZE);
  const placed = place(roots, column);
  const most = Math.max(0, ...placed.map(({ branch }) => branch.node.value)) || 1;
  const rows = placed.map(({ branch: { node }, x, y }) => {
    const radius = Math.max(SMALLEST_RADIUS, LARGEST_RADIUS * Math.sqrt(Math.max(0, node.value) / most));
    const number = brief(node.value, unit, shop);
    const name = clip(drawable(node.label), Math.max(4, letters - number.length - 1));
    return {
      x: x + LARGEST_RADIUS,
      y,
      size: Math.PI * radius ** 2,
      text: `${name} ${number}`,
      note: clip(drawable(node.note ?? ''), letters),
      labelX: x + LARGEST_RADIUS + radius + NAME_GAP,
      Name: drawable(node.label),
      Value: formatValue(node.value, unit, shop),
    };
  });
  const rowOf = new Map(placed.map(({ branch }, i) => [branch, rows[i]!]));
  const links = placed.flatMap(({ branch }) =>
    branch.children.map((child) => {
      const [from, to] = [rowOf.get(branch)!, rowOf.get(child)!];
      return { x: from.labelX + roomFor(from.text) + NAME_GAP, y: from.y, x2: to.x, y2: to.y };
    }),
  );
  const left = nodes.length - placed.length;
  return {
    layer: layers(rows, links),
    plot: { width: INNER_WIDTH, height: heightOf(roots) },
    legend: left > 0 ? `${left} more not drawn` : '',
  };
}

/** The trees that begin at a root. A node whose parents form a ring, or are not there, belongs to none. */
function branchesOf(nodes: readonly Node[]): Branch[] {
  const children = new Map<number | null, number[]>();
  nodes.slice(0, MOST_NODES).forEach(({ parent }, i) => {
    children.set(parent, [...(children.get(parent) ?? []), i]);
  });
  const grow = (parent: number | null, level: number): Branch[] =>
    level === MOST_LEVELS
      ? []
      : (children.get(parent) ?? []).map((i) => ({ node: nodes[i]!, level, children: grow(i, level + 1) }));
  return grow(null, 0);
}

function flatten(branches: readonly Branch[]): Branch[] {
  return branches.flatMap((branch) => [branch, ...flatten(branch.children)]);
}

function slotOf({ node }: Branch): number {
  return ROW_HEIGHT + (node.note ? NOTE_HEIGHT : 0);
}

function spanOf(branch: Branch): number {
  return Math.max(slotOf(branch), sum(branch.children.map(spanOf)));
}

function heightOf(roots: readonly Branch[]): number {
  return Math.max(ROW_HEIGHT, sum(roots.map(spanOf)) + TREE_GAP * (roots.length - 1));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** A parent stands in the middle of its children's rows. */
function place(roots: readonly Branch[], column: number): Placed[] {
  const placed: Placed[] = [];
  const below = (branches: readonly Branch[], top: number, gap: number) => {
    let y = top;
    for (const branch of branches) {
      const span = spanOf(branch);
      placed.push({ branch, x: branch.level * column, y: y + span / 2 });
      below(branch.children, y + (span - sum(branch.children.map(spanOf))) / 2, 0);
      y += span + gap;
    }
  };
  below(roots, 0, TREE_GAP);
  return placed;
}

type Link = { readonly x: number; readonly y: number; readonly x2: number; readonly y2: number };

function layers(rows: readonly object[], links: readonly Link[]): Layer[] {
  const text = (mark: object, field: string): Layer => ({
    data: { values: rows },
    mark: { type: 'text', align: 'left', baseline: 'middle', aria: false, ...mark },
    encoding: { x: pixel('labelX'), y: pixel('y'), text: { field } },
  });
  return [
    {
      data: { values: links.flatMap((link, i) => curve(link).map((point) => ({ ...point, link: i }))) },
      mark: { type: 'line', color: '#b8c0c8', strokeWidth: 1.5, aria: false },
      encoding: {
        ...pixels,
        detail: { field: 'link', type: 'nominal' },
        order: { field: 'step', type: 'quantitative' },
      },
    },
    {
      data: { values: rows },
      mark: { type: 'point', filled: true, color: BLUE, opacity: 1, aria: false },
      encoding: {
        ...pixels,
        size: { field: 'size', type: 'quantitative', scale: null, legend: null },
        tooltip: ['Name', 'Value'].map((field) => ({ field, type: 'nominal' })),
      },
    },
    text({ color: INK }, 'text'),
    text({ color: QUIET, fontSize: NOTE_SIZE, dy: NOTE_HEIGHT }, 'note'),
  ];
}

/** A line that leaves and arrives level. */
function curve({ x, y, x2, y2 }: Link) {
  return Array.from({ length: LINK_POINTS + 1 }, (_, step) => {
    const t = step / LINK_POINTS;
    return { step, x: x + (x2 - x) * t, y: y + (y2 - y) * t * t * (3 - 2 * t) };
  });
}
