import type { Reader } from '../../words/tell.ts';
import { clip, formatValue } from '../text.ts';
import type { TreeChart } from '../told.ts';
import type { Drawing, Layer } from './frame.ts';
import { BLUE, INK, INNER_WIDTH, lettersIn, QUIET, roomFor } from './look.ts';
import { figure } from './numbers.ts';
import { pixel, pixels } from './pixels.ts';
import { andMore, tooltip } from './said.ts';
import { clipApart, drawable } from './words.ts';

/** More rows than this make a picture that chat shows as a stripe; the rest is counted below. */
const MOST_NODES = 40;
const ROW_HEIGHT = 32;
const TREE_GAP = 14;
const LARGEST_RADIUS = 14;
const SMALLEST_RADIUS = 4.5;
/** From one level to the next, and for all levels together. */
const INDENT = 36;
const MOST_INDENT = 320;
const NAME_GAP = 8;
/** Between the columns of names, values and notes. */
const COLUMN_GAP = 24;
const LONGEST_NAME = 34;
const NOTE_SIZE = 18;
const BRANCH = '#b8c0c8';

type Node = TreeChart['nodes'][number];
/** A node on its row; `parent` is the row of its parent. */
type Row = { readonly node: Node; readonly level: number; readonly parent: number | null };

/** A row per node below its parent, as folders are shown: names stay whole at any depth, values stand in a column. */
export function treeDrawing({ nodes, unit }: TreeChart, reader: Reader): Drawing {
  const rows = rowsOf(nodes);
  const indent = Math.min(INDENT, MOST_INDENT / Math.max(1, ...rows.map(({ level }) => level)));
  const most = Math.max(0, ...rows.map(({ node }) => node.value)) || 1;
  const figures = rows.map(({ node }) => figure(node.value, unit, reader));
  const names = clipApart(
    rows.map(({ node }) => node.label),
    LONGEST_NAME,
  );
  const named = rows.map((row, i) => ({
    ...row,
    name: names[i]!,
    x: LARGEST_RADIUS + row.level * indent,
    nameX: 2 * LARGEST_RADIUS + row.level * indent + NAME_GAP,
  }));
  const namesEnd = Math.max(0, ...named.map(({ name, nameX }) => nameX + roomFor(name)));
  const right = namesEnd + COLUMN_GAP + Math.max(0, ...figures.map((text) => roomFor(text)));
  const noteX = right + COLUMN_GAP;
  const noteLetters = Math.max(1, lettersIn(INNER_WIDTH - noteX, NOTE_SIZE));
  let y = -ROW_HEIGHT / 2;
  const drawn = named.map(({ node, level, parent, name, x, nameX }, i) => {
    y += ROW_HEIGHT + (level === 0 && i > 0 ? TREE_GAP : 0);
    const radius = Math.max(SMALLEST_RADIUS, LARGEST_RADIUS * Math.sqrt(Math.max(0, node.value) / most));
    const note = clip(drawable(node.note ?? ''), noteLetters);
    return {
      parent,
      isRoot: level === 0,
      x,
      y,
      size: Math.PI * radius ** 2,
      name,
      nameX,
      note: note.length > 1 ? note : '',
      noteX,
      figure: figures[i]!,
      right,
      Name: drawable(node.label),
      Value: formatValue(node.value, unit, reader.shop),
    };
  });
  const left = nodes.length - rows.length;
  return {
    layer: layers(drawn, tooltip(['Name', 'Value'], reader)),
    plot: { width: INNER_WIDTH, height: Math.max(ROW_HEIGHT, y + ROW_HEIGHT / 2) },
    below: andMore(left, reader),
  };
}

/** Each root with all below it, in the order given, as many as are drawn. A node whose parents form a ring, or are not there, is in no tree. */
function rowsOf(nodes: readonly Node[]): Row[] {
  const children = new Map<number | null, number[]>();
  nodes.forEach(({ parent }, i) => {
    const siblings = children.get(parent);
    if (siblings) siblings.push(i);
    else children.set(parent, [i]);
  });
  const rows: Row[] = [];
  const grow = (of: number | null, parent: number | null, level: number): void => {
    for (const i of children.get(of) ?? []) {
      if (rows.length === MOST_NODES) return;
      const row = rows.push({ node: nodes[i]!, level, parent }) - 1;
      grow(i, row, level + 1);
    }
  };
  grow(null, null, 0);
  return rows;
}

type Drawn = {
  readonly parent: number | null;
  readonly isRoot: boolean;
  readonly x: number;
  readonly y: number;
};

type TextStyle = {
  readonly at: string;
  readonly field: string;
  readonly align?: string;
  readonly color?: string;
  readonly fontSize?: number;
  readonly fontWeight?: number;
};

function layers(rows: readonly Drawn[], told: readonly object[]): Layer[] {
  const branches = rows.flatMap(({ parent, x, y }) => {
    const above = parent === null ? undefined : rows[parent];
    return above ? [{ x: above.x, y: above.y, x2: x, y2: y }] : [];
  });
  const branch = (ends: object): Layer => ({
    data: { values: branches },
    mark: { type: 'rule', color: BRANCH, strokeWidth: 1.5, aria: false },
    encoding: { ...pixels, ...ends },
  });
  const text = (values: readonly object[], { at, field, ...mark }: TextStyle): Layer => ({
    data: { values },
    mark: { type: 'text', align: 'left', baseline: 'middle', aria: false, ...mark },
    encoding: { x: pixel(at), y: pixel('y'), text: { field } },
  });
  return [
    branch({ y2: { field: 'y2' } }),
    branch({ y: pixel('y2'), x2: { field: 'x2' } }),
    {
      data: { values: rows },
      mark: { type: 'point', filled: true, color: BLUE, opacity: 1, stroke: '#ffffff', strokeWidth: 2, aria: false },
      encoding: {
        ...pixels,
        size: { field: 'size', type: 'quantitative', scale: null, legend: null },
        tooltip: told,
      },
    },
    text(
      rows.filter(({ isRoot }) => isRoot),
      { at: 'nameX', field: 'name', fontWeight: 600 },
    ),
    text(
      rows.filter(({ isRoot }) => !isRoot),
      { at: 'nameX', field: 'name' },
    ),
    text(rows, { at: 'noteX', field: 'note', color: QUIET, fontSize: NOTE_SIZE }),
    text(rows, { at: 'right', field: 'figure', align: 'right', color: INK }),
  ];
}
