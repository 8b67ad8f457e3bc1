import type { types } from '@slack/bolt';
import { clip } from '../text.ts';

/** Slack's limits and the few blocks Sextant builds. All text goes out as plain text or rich text: Slack parses neither. */

// https://docs.slack.dev/reference/block-kit/blocks and /block-elements; the JSDoc of @slack/types 3.2.0
export const MAX_BLOCKS = 50;
export const MAX_MODAL_BLOCKS = 100;
export const MAX_HEADER = 150;
export const MAX_SECTION = 3000;
export const MAX_ALT_TEXT = 2000;
export const MAX_TABLE_ROWS = 100;
export const MAX_TABLE_COLUMNS = 20;
export const MAX_BUTTONS_IN_BLOCK = 25;
export const MAX_BUTTON_TEXT = 75;
export const MAX_BUTTON_VALUE = 2000;
export const MAX_CONFIRM_TEXT = 300;
export const MAX_MODAL_TITLE = 24;
export const MAX_OPTIONS = 100;
export const MAX_OPTION_TEXT = 75;
export const MAX_OPTION_VALUE = 150;
export const MAX_PRIVATE_METADATA = 3000;
/** `msg_blocks_too_long` comes from about 13.2 k characters over all blocks (bolt-js #2509). */
export const MAX_MESSAGE_TEXT = 12_000;

/** Text that Slack shows as it is. An empty one is refused, so nothing is written as a dash. */
export function plain(text: string, most: number): types.PlainTextElement {
  return { type: 'plain_text', text: clip(printable(text), most) || '–', emoji: false };
}

export function header(text: string): types.HeaderBlock {
  return { type: 'header', text: plain(text.replaceAll('\n', ' '), MAX_HEADER) };
}

export function section(text: string): types.SectionBlock {
  return { type: 'section', text: plain(text, MAX_SECTION) };
}

export function small(text: string): types.ContextBlock {
  return { type: 'context', elements: [plain(text, MAX_SECTION)] };
}

/** One run of words in a rich text: never parsed, so no name in it can ping, link or format. */
export function words(text: string, style?: { readonly bold: true }): types.RichTextText {
  return { type: 'text', text: printable(text) || '–', ...(style && { style }) };
}

/** Drops what Slack or a reader's eye may stumble over: control characters, halves of pairs, reversed writing. */
export function printable(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
      .replace(/[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]/g, '')
      .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
  );
}

/** How much of the message's text budget a block uses: every string that Slack shows or reads out. */
export function textSize(part: unknown): number {
  if (Array.isArray(part)) return part.reduce((sum: number, each) => sum + textSize(each), 0);
  if (typeof part !== 'object' || part === null) return 0;
  return Object.entries(part).reduce(
    (sum, [key, value]) =>
      sum + (typeof value === 'string' ? (key === 'text' || key === 'alt_text' ? value.length : 0) : textSize(value)),
    0,
  );
}
