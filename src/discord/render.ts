import type { APIEmbed } from 'discord.js';
import type { Tone } from '../../commands/reply.ts';
import { count, listed, plural, type Said, say } from '../../words/say.ts';
import { type Reader, tell } from '../../words/tell.ts';
import type { ButtonMemory } from '../button-memory.ts';
import { clip, formatValue } from '../text.ts';
import type { ChartPart, Fact, Part, Rendered } from '../told.ts';
import { type Row, renderActions } from './actions.ts';
import { fitWords, longestFit } from './fit.ts';
import {
  MAX_ALT_TEXT,
  MAX_ATTACHMENTS,
  MAX_EMBED_DESCRIPTION,
  MAX_EMBED_FOOTER,
  MAX_EMBED_SUM,
  MAX_EMBED_TITLE,
  MAX_FILE_BYTES,
  MAX_REQUEST_BYTES,
} from './limits.ts';
import { clean, escapeDiscord } from './markup.ts';
import { renderTable } from './table.ts';

/** Each picture ends an embed, and words that overflow one open at most two more: 7 + 1 + 2 are the ten allowed. */
const MAX_PICTURES = 7;
/** Every part may say at least this much before an earlier one may say more. */
const FAIR_SHARE = 300;
/** Kept free in the last footer for what was left out and for the reference. */
const CLOSING = 240;

const DEMO = say`DEMO · made-up data`;
/** Of a request, for its words and pictures: of those, a dozen are under one megabyte each. */
const KEPT_FOR_THE_REST = 10 * 1024 * 1024;

export const colours: Readonly<Record<Tone, number>> = {
  plain: 0x1264a3,
  good: 0x2e7d32,
  careful: 0xe8912d,
  bad: 0xc62828,
};

/** A message ready for Discord, its pictures not yet drawn. */
export type DiscordMessage = {
  readonly embeds: APIEmbed[];
  readonly components: Row[];
  readonly pictures: readonly { readonly name: string; readonly alt: string; readonly part: ChartPart }[];
  readonly files: readonly { readonly name: string; readonly content: string }[];
  /** No words of the reply are cut or left out, and each chart has a picture. */
  readonly isWhole: boolean;
};

export type RenderOptions = {
  readonly memory: ButtonMemory;
  /** Stands in the footer, so that the message can be found again. */
  readonly reference?: string;
  /** Without, a chart is said in the words of its alt text. */
  readonly pictures?: boolean;
  /** What Discord takes of one file where this will stand. */
  readonly mostFileBytes?: number;
};

/** A reply as embeds, buttons and files. Within every limit; what does not fit is counted in the footer. */
export function renderDiscord(
  message: Rendered,
  { memory, reference, pictures = true, mostFileBytes = MAX_FILE_BYTES }: RenderOptions,
): DiscordMessage {
  const drawable = pictures ? message.parts.filter((part) => part.kind === 'chart') : [];
  const charts = drawable.slice(0, MAX_PICTURES);
  const wanted = message.parts.filter((part) => part.kind === 'file');
  const files = fitting(wanted, mostFileBytes).slice(0, MAX_ATTACHMENTS - charts.length);
  const { rows, unshown } = renderActions(message.actions ?? [], memory, message);

  const { embeds, missing, cut } = renderEmbeds(message, charts);
  const leftOut = [
    ...counted(missing, say`1 more section`, say`${count(missing)} more sections`),
    ...counted(wanted.length - files.length, say`1 more file`, say`${count(wanted.length - files.length)} more files`),
    ...counted(unshown, say`1 more button`, say`${count(unshown)} more buttons`),
  ];
  addToFooter(embeds.at(-1)!, [
    ...(leftOut.length > 0 ? [tell(say`Left out, too much for one message: ${listed(leftOut)}`, message)] : []),
    ...(reference ? [`ref ${reference}`] : []),
  ]);

  return {
    embeds,
    components: rows,
    pictures: charts.map((part, i) => ({ name: pictureName(i), alt: clip(clean(part.alt), MAX_ALT_TEXT), part })),
    files: files.map(({ name, content }) => ({ name: fileName(name), content })),
    isWhole: missing === 0 && cut === 0 && charts.length === drawable.length,
  };
}

/** A part in words, as long as there is room. `small` goes to the footer, which knows no markup. */
type Words = { readonly small: boolean; readonly write: (room: number) => string | null };

/** Parts in their order: words fill a description, notes the footer, a picture closes the embed it stands under. */
function renderEmbeds(
  message: Rendered,
  charts: readonly ChartPart[],
): { readonly embeds: APIEmbed[]; readonly missing: number; readonly cut: number } {
  const colour = { color: colours[message.tone] };
  const title = fitWords(message.title, MAX_EMBED_TITLE, escapeDiscord, message)?.trim() || 'Sextant';
  const demo = message.shop?.demo ?? false;
  const name = demo ? tell(DEMO, message) : '';
  const embeds: APIEmbed[] = [{ ...colour, title, ...(demo && { author: { name } }) }];

  const parts = message.parts.filter((part) => part.kind !== 'file');
  const words = parts.map((part) => (isPicture(part, charts) ? null : wordsOf(part, message)));
  const rooms = shareOut(words, MAX_EMBED_SUM - title.length - name.length - CLOSING);

  let missing = 0;
  let cut = 0;
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
    const text = place(said, rooms[i]!, embeds, colour);
    if (text === null) missing++;
    else if (text !== said.write(Number.POSITIVE_INFINITY)) cut++;
  });
  return { embeds, missing, cut };
}

/** Adds the words to the last embed, or to a new one where they do not fit; null when there is no room at all. */
function place(
  { small, write }: Words,
  room: number,
  embeds: APIEmbed[],
  colour: { readonly color: number },
): string | null {
  const last = embeds.at(-1)!;
  if (small) {
    const text = write(Math.min(room, MAX_EMBED_FOOTER - CLOSING - (last.footer?.text.length ?? 0) - 1));
    if (text) addToFooter(last, [text]);
    return text;
  }
  const text = write(Math.min(room, MAX_EMBED_DESCRIPTION));
  if (text === null || text.trim() === '') return text;
  const joined = last.description ? `${last.description}\n\n${text}` : text;
  if (joined.length <= MAX_EMBED_DESCRIPTION) last.description = joined;
  else embeds.push({ ...colour, description: text });
  return text;
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
      return loud((room) => fitWords(part.text, room, escapeDiscord, reader));
    case 'facts':
      return loud((room) => renderFacts(part.facts, reader, room));
    case 'table':
      return loud((room) => renderTable(part, reader, room));
    case 'chart':
      return loud((room) => fitWords(`${part.title}: ${part.alt}`, room, escapeDiscord, reader));
    case 'note':
      return { small: true, write: (room) => fitWords(part.text, room, clean, reader) };
  }
}

function renderFacts(facts: readonly Fact[], reader: Reader, room: number): string | null {
  const lines = facts.map((fact) => renderFact(fact, reader));
  return longestFit(lines.length, room, (kept) => {
    const left = lines.length - kept;
    const rest = plural(left, say`… 1 more figure`, say`… ${count(left)} more figures`);
    return [...lines.slice(0, kept), ...(left > 0 ? [tell(rest, reader)] : [])].join('\n');
  });
}

function renderFact({ label, value, unit, low, high, exact, receipt }: Fact, reader: Reader): string {
  const shown = (each: Fact['value']) => formatValue(each, unit, reader.shop, exact);
  const range =
    low !== undefined && high !== undefined
      ? ` (${escapeDiscord(tell(say`80%: ${shown(low)} to ${shown(high)}`, reader))})`
      : '';
  return `**${escapeDiscord(label)}** ${escapeDiscord(shown(value))}${range}${receipt ? ` · ${escapeDiscord(receipt)}` : ''}`;
}

function isPicture(part: Part, charts: readonly ChartPart[]): boolean {
  return part.kind === 'chart' && charts.includes(part);
}

function addToFooter(embed: APIEmbed, lines: readonly string[]): void {
  const text = [...(embed.footer ? [embed.footer.text] : []), ...lines].join('\n');
  if (text) embed.footer = { text };
}

function counted(count: number, one: Said, other: Said): readonly Said[] {
  return count > 0 ? [plural(count, one, other)] : [];
}

/** The files that Discord takes, one by one and all together. */
function fitting<File extends { readonly content: string }>(
  files: readonly File[],
  mostBytes: number,
): readonly File[] {
  let left = MAX_REQUEST_BYTES - KEPT_FOR_THE_REST;
  return files.filter(({ content }) => {
    const bytes = Buffer.byteLength(content);
    if (bytes > mostBytes || bytes > left) return false;
    left -= bytes;
    return true;
  });
}

function pictureName(index: number): string {
  return `chart-${index + 1}.png`;
}

/** Only what Discord keeps in a name as it is. */
function fileName(name: string): string {
  return name.replace(/[^\w.-]+/g, '_').slice(-MAX_EMBED_TITLE) || 'file.txt';
}
