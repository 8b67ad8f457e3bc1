import type { types } from '@slack/bolt';
import { count, plural, say, type Words } from '../../words/say.ts';
import { type Language, type Reader, tell } from '../../words/tell.ts';
import { clip, formatValue } from '../text.ts';
import type { ChartPart, Fact, Part, Rendered } from '../told.ts';
import {
  header,
  MAX_ALT_TEXT,
  MAX_BLOCKS,
  MAX_HEADER,
  MAX_MESSAGE_TEXT,
  MAX_MODAL_BLOCKS,
  MAX_SECTION,
  MAX_TABLE_COLUMNS,
  plain,
  printable,
  section,
  small,
  textSize,
  words,
} from './blocks.ts';
import { buttonBlocks } from './buttons.ts';
import { type Drawn, MAX_CELL, NOTE_ROOM, nothing, type Room, whole } from './drawn.ts';
import { inert } from './escape.ts';
import { listBlocks, plainTable, tableBlocks } from './tables.ts';

/** A piece of text shorter than this is not worth starting. */
const LEAST_TEXT = 200;
const MAX_FACT = 500;

type FilePart = Extract<Part, { kind: 'file' }>;
/** A message, or what takes no table: the App Home and the forms. */
export type Surface = 'message' | 'view';

export type Setting = {
  readonly surface?: Surface;
  /** The id of the uploaded file of a chart; a chart without one is told in words. */
  readonly pictures?: ReadonlyMap<ChartPart, string>;
  /** Keeps what is too long for a button and gives a key to it. Without, such a button is left out and counted. */
  readonly keep?: (text: string) => string;
};

type Page = {
  readonly reader: Reader;
  readonly surface: Surface;
  readonly pictures: ReadonlyMap<ChartPart, string>;
  /** Slack takes one table block per message. */
  readonly tableTaken: boolean;
};

export type SlackMessage = {
  /** For notifications and screen readers. */
  readonly text: string;
  readonly blocks: types.KnownBlock[];
  /** The charts that have a place in the message, to be uploaded before it is sent. */
  readonly charts: readonly ChartPart[];
  /** Files to send along: Slack takes them by another road. */
  readonly files: readonly FilePart[];
  /** Nothing of the reply is cut or left out. */
  readonly isWhole: boolean;
};

/** A reply as Block Kit. What does not fit is counted in the last lines. */
export function renderSlack(
  message: Rendered,
  { surface = 'message', pictures = new Map(), keep }: Setting = {},
): SlackMessage {
  const { shop, language, parts } = message;
  const title = `${shop?.demo ? 'DEMO · ' : ''}${message.title}`;
  const blocks: types.KnownBlock[] = [header(title)];
  const buttons = buttonBlocks(message.actions ?? [], language, keep);
  const most = surface === 'message' ? MAX_BLOCKS : MAX_MODAL_BLOCKS;
  const charts: ChartPart[] = [];
  let left = 0;
  let isWhole = true;

  for (const part of parts) {
    const room = {
      blocks: most - 1 - blocks.length - buttons.length,
      text: MAX_MESSAGE_TEXT - NOTE_ROOM - textSize(blocks) - textSize(buttons),
    };
    const tableTaken = blocks.some(({ type }) => type === 'table');
    const made = renderPart(part, room, { reader: { shop, language }, surface, pictures, tableTaken });
    isWhole &&= made.isWhole;
    if (made.blocks.length === 0 || made.blocks.length > room.blocks || textSize(made.blocks) > room.text) left++;
    else {
      blocks.push(...made.blocks);
      if (part.kind === 'chart') charts.push(part);
    }
  }
  if (left > 0) {
    const one = say`… 1 more part of this answer did not fit`;
    blocks.push(note(plural(left, one, say`… ${count(left)} more parts of this answer did not fit`), language));
  }
  return {
    text: inert(clip(title, MAX_HEADER)),
    blocks: [...blocks, ...buttons],
    charts,
    files: parts.filter((part) => part.kind === 'file'),
    isWhole: isWhole && left === 0,
  };
}

function note(words: Words, language: Language): types.ContextBlock {
  return small(tell(words, { language, shop: null }));
}

function renderPart(part: Part, room: Room, page: Page): Drawn {
  switch (part.kind) {
    case 'text':
      return textBlocks(part.text, room, page.reader);
    case 'facts':
      return factBlocks(part.facts, room, page.reader);
    case 'table':
      if (page.surface === 'view') return listBlocks(part, room, page.reader);
      return page.tableTaken || part.columns.length > MAX_TABLE_COLUMNS
        ? plainTable(part, room, page.reader)
        : tableBlocks(part, room, page.reader);
    case 'chart':
      return whole(chartBlock(part, page.pictures.get(part)));
    case 'note':
      return { blocks: [small(part.text)], isWhole: part.text.length <= MAX_SECTION };
    case 'file':
      return whole(note(say`File: ${part.name}, ${count(kilobytes(part.content))} kB`, page.reader.language));
  }
}

/** Long text in several sections, cut where a line ends. */
function textBlocks(raw: string, room: Room, { language }: Reader): Drawn {
  const text = printable(raw);
  const all = pieces(text, MAX_SECTION);
  if (all.length <= room.blocks && text.length <= room.text) return whole(...all.map(section));
  // A piece is at least half a section long, so this many characters make no more than room.blocks pieces.
  const most = Math.min(room.text, (room.blocks - 1) * (MAX_SECTION / 2)) - NOTE_ROOM;
  if (most < LEAST_TEXT) return nothing;
  const kept = clip(text, most);
  const left = text.length - kept.length + 1;
  const counted = plural(left, say`… 1 more character`, say`… ${count(left)} more characters`);
  return { blocks: [...pieces(kept, MAX_SECTION).map(section), note(counted, language)], isWhole: false };
}

function pieces(text: string, most: number): string[] {
  if (text.length <= most) return [text];
  const lineEnd = text.lastIndexOf('\n', most);
  const cut = lineEnd > most / 2 ? lineEnd : most - (/[\uD800-\uDBFF]/.test(text[most - 1]!) ? 1 : 0);
  return [text.slice(0, cut), ...pieces(text.slice(cut).replace(/^\n/, ''), most)];
}

/** One line per fact: on a phone two columns of fields become one anyway, at twice the height. */
function factBlocks(facts: readonly Fact[], room: Room, reader: Reader): Drawn {
  const most = Math.min(MAX_SECTION, room.text) - NOTE_ROOM;
  const elements: types.RichTextText[] = [];
  let shown = 0;
  let size = 0;
  for (const fact of facts) {
    const line = [...(shown > 0 ? [words('\n')] : []), ...factLine(fact, reader)];
    size += textSize(line);
    if (size > most) break;
    elements.push(...line);
    shown++;
  }
  if (shown === 0) return nothing;
  const left = facts.length - shown;
  if (left > 0) {
    const counted = plural(left, say`… 1 more figure`, say`… ${count(left)} more figures`);
    elements.push(words(`\n${tell(counted, reader)}`));
  }
  return {
    blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }],
    isWhole: left === 0,
  };
}

function factLine({ label, value, unit, low, high, exact, receipt }: Fact, reader: Reader): types.RichTextText[] {
  const write = (each: Fact['value']) => clip(formatValue(each, unit, reader.shop, exact), MAX_FACT);
  const range =
    low !== undefined && high !== undefined ? ` (${tell(say`80%: ${write(low)} to ${write(high)}`, reader)})` : '';
  return [
    words(`${clip(label, MAX_CELL)}: `, { bold: true }),
    words(`${write(value)}${range}${receipt ? ` · ${receipt}` : ''}`),
  ];
}

function chartBlock({ title, alt }: ChartPart, file: string | undefined): types.KnownBlock {
  if (file === undefined) return section(`${title}\n${alt}`);
  return {
    type: 'image',
    slack_file: { id: file },
    alt_text: clip(printable(alt), MAX_ALT_TEXT) || title,
    title: plain(title, MAX_HEADER),
  };
}

function kilobytes(content: string): number {
  return Math.max(1, Math.round(Buffer.byteLength(content) / 1000));
}
