import type { APIActionRowComponent, APIButtonComponentWithCustomId, APIEmbed } from 'discord.js';
import type { Tone } from '../../commands/reply.ts';
import type { Reader } from '../../words/tell.ts';
import type { ButtonMemory } from '../button-memory.ts';
import { clip, formatValue } from '../text.ts';
import type { Action, ChartPart, Fact, Part, Rendered } from '../told.ts';
import { buttonId, pressOf } from './buttons.ts';
import { fitWords, longestFit } from './fit.ts';
import {
  MAX_ALT_TEXT,
  MAX_ATTACHMENTS,
  MAX_BUTTON_LABEL,
  MAX_BUTTONS_PER_ROW,
  MAX_EMBED_DESCRIPTION,
  MAX_EMBED_FOOTER,
  MAX_EMBED_SUM,
  MAX_EMBED_TITLE,
  MAX_FILE_BYTES,
  MAX_ROWS,
} from './limits.ts';
import { clean, escapeDiscord } from './markup.ts';
import { renderTable } from './table.ts';

/** Each picture ends an embed, and words that overflow one open at most two more: 7 + 1 + 2 are the ten allowed. */
const MAX_PICTURES = 7;
/** Every part may say at least this much before an earlier one may say more. */
const FAIR_SHARE = 300;
/** Kept free in the last footer for what was left out and for the reference. */
const CLOSING = 240;

const DEMO = 'DEMO · made-up data';

export const colours: Readonly<Record<Tone, number>> = {
  plain: 0x1264a3,
  good: 0x2e7d32,
  careful: 0xe8912d,
  bad: 0xc62828,
};
/** Discord's ButtonStyle, as numbers: this file imports the library's types only. */
const styles = { plain: 2, primary: 1, danger: 4 } as const;

export type Row = APIActionRowComponent<APIButtonComponentWithCustomId>;

/** A message ready for Discord, its pictures not yet drawn. */
export type DiscordMessage = {
  readonly embeds: APIEmbed[];
  readonly components: Row[];
  readonly pictures: readonly { readonly name: string; readonly alt: string; readonly part: ChartPart }[];
  readonly files: readonly { readonly name: string; readonly content: string }[];
};

export type RenderOptions = {
  readonly memory: ButtonMemory;
  /** Stands in the footer, so that the message can be found again. */
  readonly reference?: string;
  /** Without, a chart is said in the words of its alt text. */
  readonly pictures?: boolean;
};

/** A reply as embeds, buttons and files. Within every limit; what does not fit is counted in the footer. */
export function renderDiscord(
  message: Rendered,
  { memory, reference, pictures = true }: RenderOptions,
): DiscordMessage {
  const charts = pictures ? message.parts.filter((part) => part.kind === 'chart').slice(0, MAX_PICTURES) : [];
  const wanted = message.parts.filter((part) => part.kind === 'file');
  const files = wanted
    .filter(({ content }) => Buffer.byteLength(content) <= MAX_FILE_BYTES)
    .slice(0, MAX_ATTACHMENTS - charts.length);
  const actions = message.actions ?? [];
  const shown = actions.slice(0, MAX_ROWS * MAX_BUTTONS_PER_ROW);

  const { embeds, missing } = renderEmbeds(message, charts);
  const leftOut = [
    counted(missing, 'section'),
    counted(wanted.length - files.length, 'file'),
    counted(actions.length - shown.length, 'button'),
  ].filter((words) => words !== null);
  addToFooter(embeds.at(-1)!, [
    ...(leftOut.length > 0 ? [`Left out, too much for one message: ${leftOut.join(', ')}`] : []),
    ...(reference ? [`ref ${reference}`] : []),
  ]);

  return {
    embeds,
    components: renderButtons(shown, memory),
    pictures: charts.map((part, i) => ({ name: pictureName(i), alt: clip(clean(part.alt), MAX_ALT_TEXT), part })),
    files: files.map(({ name, content }) => ({ name: fileName(name), content })),
  };
}

/** A part in words, as long as there is room. `small` goes to the footer, which knows no markup. */
type Words = { readonly small: boolean; readonly write: (room: number) => string | null };

/** Parts in their order: words fill a description, notes the footer, a picture closes the embed it stands under. */
function renderEmbeds(message: Rendered, charts: readonly ChartPart[]): { embeds: APIEmbed[]; missing: number } {
  const colour = { color: colours[message.tone] };
  const title = fitWords(message.title, MAX_EMBED_TITLE, escapeDiscord)?.trim() || 'Sextant';
  const demo = message.shop?.demo ?? false;
  const embeds: APIEmbed[] = [{ ...colour, title, ...(demo && { author: { name: DEMO } }) }];

  const parts = message.parts.filter((part) => part.kind !== 'file');
  const words = parts.map((part) => (isPicture(part, charts) ? null : wordsOf(part, message)));
  const rooms = shareOut(words, MAX_EMBED_SUM - title.length - (demo ? DEMO.length : 0) - CLOSING);

  let missing = 0;
  let closed = false;
  parts.forEach((part, i) => {
    const said = words[i];
    if (!said) {
      if (closed) embeds.push({ ...colour });
      embeds.at(-1)!.image = { url: `attachment://${pictureName(charts.indexOf(part as ChartPart))}` };
      closed = true;
      return;
    }
    if (closed && !said.small) embeds.push({ ...colour });
    if (!said.small) closed = false;
    if (!place(said, rooms[i]!, embeds, colour)) missing++;
  });
  return { embeds, missing };
}

/** Adds the words to the last embed, or to a new one where they do not fit. False when there is no room at all. */
function place({ small, write }: Words, room: number, embeds: APIEmbed[], colour: { readonly color: number }): boolean {
  const last = embeds.at(-1)!;
  if (small) {
    const text = write(Math.min(room, MAX_EMBED_FOOTER - CLOSING - (last.footer?.text.length ?? 0) - 1));
    if (text) addToFooter(last, [text]);
    return text !== null;
  }
  const text = write(Math.min(room, MAX_EMBED_DESCRIPTION));
  if (text === null) return false;
  if (text.trim() === '') return true;
  const joined = last.description ? `${last.description}\n\n${text}` : text;
  if (joined.length <= MAX_EMBED_DESCRIPTION) last.description = joined;
  else embeds.push({ ...colour, description: text });
  return true;
}

/** How many characters each part may take: its fair share first, then what is left, the earlier parts before. */
function shareOut(words: readonly (Words | null)[], total: number): readonly number[] {
  // Two line breaks go in front of each.
  const wants = words.map((each) => (each ? (each.write(Number.POSITIVE_INFINITY)?.length ?? 0) + 2 : 0));
  let left = total;
  const rooms = wants.map((want) => {
    const room = Math.min(want, FAIR_SHARE, left);
    left -= room;
    return room;
  });
  return rooms.map((room, i) => {
    const more = Math.min(wants[i]! - room, left);
    left -= more;
    return room + more - 2;
  });
}

function wordsOf(part: Exclude<Part, { kind: 'file' }>, reader: Reader): Words {
  const loud = (write: Words['write']): Words => ({ small: false, write });
  switch (part.kind) {
    case 'text':
      return loud((room) => fitWords(part.text, room, escapeDiscord));
    case 'facts':
      return loud((room) => renderFacts(part.facts, reader, room));
    case 'table':
      return loud((room) => renderTable(part, reader, room));
    case 'chart':
      return loud((room) => fitWords(`${part.title}: ${part.alt}`, room, escapeDiscord));
    case 'note':
      return { small: true, write: (room) => fitWords(part.text, room, clean) };
  }
}

function renderFacts(facts: readonly Fact[], reader: Reader, room: number): string | null {
  const lines = facts.map((fact) => renderFact(fact, reader));
  return longestFit(lines.length, room, (kept) => {
    const left = lines.length - kept;
    return [...lines.slice(0, kept), ...(left > 0 ? [`… ${counted(left, 'figure')}`] : [])].join('\n');
  });
}

function renderFact({ label, value, unit, low, high, exact, receipt }: Fact, { shop }: Reader): string {
  const say = (each: Fact['value']) => escapeDiscord(formatValue(each, unit, shop, exact));
  const range = low !== undefined && high !== undefined ? ` (80%: ${say(low)} to ${say(high)})` : '';
  return `**${escapeDiscord(label)}** ${say(value)}${range}${receipt ? ` · ${escapeDiscord(receipt)}` : ''}`;
}

function renderButtons(actions: readonly Action[], memory: ButtonMemory): Row[] {
  const taken = new Set<string>();
  const buttons = actions.map((action): APIButtonComponentWithCustomId => {
    const id = buttonId('ask', pressOf(action), memory, taken);
    taken.add(id);
    return button(action.label, action.style, id);
  });
  return Array.from({ length: Math.ceil(buttons.length / MAX_BUTTONS_PER_ROW) }, (_, row) =>
    buttonRow(buttons.slice(row * MAX_BUTTONS_PER_ROW, (row + 1) * MAX_BUTTONS_PER_ROW)),
  );
}

/** One button. A label cannot be empty. */
export function button(label: string, style: Action['style'], id: string): APIButtonComponentWithCustomId {
  return { type: 2, style: styles[style], label: clip(clean(label).trim(), MAX_BUTTON_LABEL) || '…', custom_id: id };
}

export function buttonRow(components: APIButtonComponentWithCustomId[]): Row {
  return { type: 1, components };
}

function isPicture(part: Part, charts: readonly ChartPart[]): boolean {
  return part.kind === 'chart' && charts.includes(part);
}

function addToFooter(embed: APIEmbed, lines: readonly string[]): void {
  const text = [...(embed.footer ? [embed.footer.text] : []), ...lines].join('\n');
  if (text) embed.footer = { text };
}

function counted(count: number, thing: string): string | null {
  return count > 0 ? `${count} more ${thing}${count === 1 ? '' : 's'}` : null;
}

function pictureName(index: number): string {
  return `chart-${index + 1}.png`;
}

/** Only what Discord keeps in a name as it is. */
function fileName(name: string): string {
  return name.replace(/[^\w.-]+/g, '_').slice(-MAX_EMBED_TITLE) || 'file.txt';
}
