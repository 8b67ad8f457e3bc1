import { count, plural, say } from '../words/say.ts';
import { tell } from '../words/tell.ts';
import { tableFile } from './table-file.ts';
import type { Fact, Part, Rendered, Table } from './told.ts';

/** Whether a platform shows a message whole: nothing of it cut, nothing left out. */
export type IsWhole = (message: Rendered) => boolean;

/** A piece of text shorter than this is not worth starting. */
const LEAST_TEXT = 200;
/** A table begins in the next message where fewer rows than this would stand here. */
const LEAST_ROWS = 10;
/** No platform shows more of these in one message: what is longer need not be tried. */
const MOST_ROWS = 200;
const MOST_TEXT = 13_000;
const MOST_FIGURES = 500;

/**
 * A message as one or several that the platform takes, in order: words, figures, rows and pictures go on in the next one.
 * The buttons stay with the first. What `most` messages cannot hold stays in the last, and whoever renders it counts what
 * does not fit; of a table that is cut there, all rows come along in a file.
 */
export function pagesOf(message: Rendered, isWhole: IsWhole, most: number): readonly Rendered[] {
  if (!message.parts.some(isTooLong) && isWhole(message)) return [message];
  const { actions, ...others } = message;
  const page = (parts: readonly Part[], at: number, of: number): Rendered => {
    if (of === 1) return { ...message, parts };
    if (at === 1) return { ...message, parts: [...parts, goesOn(of - 1, message)] };
    return { ...others, parts, title: tell(say`${message.title} · ${count(at)} of ${count(of)}`, message) };
  };
  const pages: (readonly Part[])[] = [];
  let left = message.parts;
  while (left.length > 0) {
    const at = pages.length + 1;
    const room: Room = { fits: (parts) => isWhole(page(parts, at, most)) };
    const [taken, rest] = at < most ? fill(left, room) : [ending(left, room, message), []];
    pages.push(taken);
    left = rest;
  }
  return pages.map((parts, i) => page(parts, i + 1, pages.length));
}

function goesOn(messages: number, reader: Rendered): Part {
  const text = plural(messages, say`Goes on in 1 more message.`, say`Goes on in ${count(messages)} more messages.`);
  return { kind: 'note', text: tell(text, reader) };
}

type Room = { readonly fits: (parts: readonly Part[]) => boolean };
/** What stands in one message, and what is left for the next ones. */
type Filled = readonly [readonly Part[], readonly Part[]];

/** Fills one message with the parts in their order. It takes at least something; of one table, never two pieces. */
function fill(parts: readonly Part[], room: Room): Filled {
  const taken: Part[] = [];
  let [part, ...rest] = parts;
  while (part) {
    if (!isTooLong(part) && room.fits([...taken, part])) {
      taken.push(part);
      [part, ...rest] = rest;
      continue;
    }
    const divided = divide(part, { taken, room });
    if (!divided) return taken.length > 0 ? [taken, [part, ...rest]] : [[part], rest];
    taken.push(divided[0]);
    if (part.kind === 'table') return [taken, [divided[1], ...rest]];
    part = divided[1];
  }
  return [taken, []];
}

/** More than any message shows. */
function isTooLong(part: Part): boolean {
  if (part.kind === 'text') return part.text.length > MOST_TEXT;
  if (part.kind === 'facts') return part.facts.length > MOST_FIGURES;
  return part.kind === 'table' && part.rows.length > MOST_ROWS;
}

type Beside = { readonly taken: readonly Part[]; readonly room: Room };
/** What of a part stands here, and what of it is left for the next message. */
type Divided = readonly [Part, Part];

/** Null where nothing of it fits beside what stands there already, or where it stays together. */
function divide(part: Part, beside: Beside): Divided | null {
  if (part.kind === 'text') return divideText(part.text, beside);
  if (part.kind === 'facts') return divideFacts(part.facts, beside);
  return part.kind === 'table' && (isTooLong(part) || !beside.room.fits([part])) ? divideTable(part, beside) : null;
}

function divideText(text: string, { taken, room: { fits } }: Beside): Divided | null {
  const head = (length: number): Part => ({ kind: 'text', text: text.slice(0, length) });
  const length = lastBreak(
    text,
    most(Math.min(MOST_TEXT, text.length), (kept) => fits([...taken, head(kept)])),
  );
  return length < LEAST_TEXT ? null : [head(length), { kind: 'text', text: text.slice(length).trimStart() }];
}

function divideFacts(facts: readonly Fact[], { taken, room: { fits } }: Beside): Divided | null {
  const head = (figures: number): Part => ({ kind: 'facts', facts: facts.slice(0, figures) });
  const figures = most(Math.min(MOST_FIGURES, facts.length), (kept) => fits([...taken, head(kept)]));
  return figures === 0 ? null : [head(figures), { kind: 'facts', facts: facts.slice(figures) }];
}

function divideTable(table: Table, { taken, room: { fits } }: Beside): Divided | null {
  const head = (rows: number): Part => ({ ...table, rows: table.rows.slice(0, rows) });
  const rows = most(Math.min(MOST_ROWS, table.rows.length - 1), (kept) => fits([...taken, head(kept)]));
  if (rows < (taken.length > 0 ? LEAST_ROWS : 1)) return null;
  return [head(rows), { ...table, rows: table.rows.slice(rows) }];
}

/** All that is left, in the last message: tables are cut, so that what follows them is read, and come as files. */
function ending(parts: readonly Part[], room: Room, message: Rendered): readonly Part[] {
  if (!parts.some(isTooLong) && room.fits(parts)) return parts;
  const taken: Part[] = [];
  const files: Part[] = [];
  for (const [at, part] of parts.entries()) {
    const cut = part.kind === 'table' ? cutTable(part, { taken, rest: parts.slice(at + 1), room }) : null;
    taken.push(cut ?? part);
    if (cut) files.push(tableFile(wholeOf(cut, message), message));
  }
  return [...taken, ...files];
}

/** As many rows as there is room for beside all that follows, or else beside what stands there already, and their count. */
function cutTable(
  table: Table,
  { taken, rest, room: { fits } }: Beside & { readonly rest: readonly Part[] },
): Table | null {
  const cut = (rows: number): Table => ({
    ...table,
    rows: table.rows.slice(0, rows),
    leftOut: table.rows.length - rows,
  });
  for (const following of [rest, []]) {
    if (following.some(isTooLong)) continue;
    const limit = Math.min(MOST_ROWS, table.rows.length);
    const rows = most(limit, (kept) => fits([...taken, cut(kept), ...following]));
    if (rows === table.rows.length) return null;
    if (rows >= LEAST_ROWS) return cut(rows);
  }
  return null;
}

/** The table that some of whose rows these are: the others stand in the messages before. */
function wholeOf({ columns, rows, title }: Table, { parts }: Rendered): Table {
  const isOf = (part: Part): part is Table => part.kind === 'table' && part.rows.includes(rows[0]!);
  return parts.find(isOf) ?? { kind: 'table', columns, rows, ...(title !== undefined && { title }) };
}

/** Where a line ends, or a word, in the latter half of what there is room for; else where the room ends. */
function lastBreak(text: string, room: number): number {
  for (const between of ['\n', ' ']) {
    const at = text.lastIndexOf(between, room);
    if (at > room / 2) return at;
  }
  return /[\uD800-\uDBFF]/.test(text.charAt(room - 1)) ? room - 1 : room;
}

/** The largest number up to `limit` for which `fits` holds, given that it holds for all smaller ones; 0 where for none. */
function most(limit: number, fits: (kept: number) => boolean): number {
  let low = 0;
  let high = limit;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
