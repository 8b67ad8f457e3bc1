/** Everything that Discord's markdown or its mentions could read as more than a letter. */
const MARKUP = /[\\*_~`|<>[\]@]/g;

/** Headings, small print and lists, which count only at the start of a line. */
const LINE_START = /^(\s*)([#+-])/gm;

/** An address stays whole, so that it can be followed; what it shows is where it leads. */
const ADDRESS = /(https?:\/\/[^\s<>()[\]\\`*|~@]+)/;

/**
 * Foreign text as Discord shows it letter by letter. Stricter than discord.js' `escapeMarkdown`, whose `maskedLink`
 * leaves the second of two links on one line alive.
 */
export function escapeDiscord(text: string): string {
  return clean(text)
    .split(ADDRESS)
    .map((piece, i) => (i % 2 === 1 ? piece : piece.replace(MARKUP, '\\$&')))
    .join('')
    .replace(LINE_START, '$1\\$2');
}

/** Fixed width. A backtick inside would end it, so it becomes an apostrophe. */
export function fence(text: string): string {
  return `\`\`\`\n${clean(text).replaceAll('`', "'")}\n\`\`\``;
}

/** Without control characters: they show as nothing and break what reads the text next. */
export function clean(text: string): string {
  return text.replace(/[\p{Cc}]/gu, (control) => (control === '\n' ? control : control === '\t' ? ' ' : ''));
}
