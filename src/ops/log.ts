import type { Instant } from '../../data/types/shop.ts';

export type Level = 'info' | 'warn' | 'error';

/** Numbers and names of our own, never what a person wrote: `reference`, `command`, `door`, `ms`. */
export type Detail = Readonly<Record<string, string | number | readonly string[]>>;

/** One line of the log. The text is redacted, so it may be an error's. */
export type Log = (level: Level, text: string, detail?: Detail) => void;

export type OpenLog = {
  /** The log of one part of the house: "slack", "outbox". */
  readonly from: (part: string) => Log;
};

/** Writes the log: a JSON object a line for machines, or a line of words where a person watches. */
export function openLog({
  write,
  shape,
  redact,
  now,
}: {
  readonly write: (line: string) => void;
  readonly shape: 'json' | 'words';
  readonly redact: (text: string) => string;
  readonly now: () => Instant;
}): OpenLog {
  const inWords = (at: string, level: Level, from: string, text: string, detail: Detail) => {
    const more = Object.entries(detail).map(([name, value]) =>
      Array.isArray(value) ? value.map((line) => `\n    ${line}`).join('') : ` ${name}=${value}`,
    );
    return `${at} ${level === 'info' ? '' : `${level} `}${from}: ${text}${more.join('')}`;
  };
  return {
    from:
      (from) =>
      (level, text, detail = {}) => {
        const at = new Date(now()).toISOString();
        const safe = redact(text);
        write(
          shape === 'json'
            ? JSON.stringify({ at, level, from, text: safe, ...detail })
            : inWords(at, level, from, safe, detail),
        );
      },
  };
}

/** An error for the log: what it says goes through the redaction, where it came from is our own code. */
export function errorLine(error: unknown): { readonly text: string; readonly detail: { readonly stack: string[] } } {
  if (!(error instanceof Error)) return { text: String(error), detail: { stack: [] } };
  const stack = (error.stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '));
  return { text: `${error.name}: ${error.message}`, detail: { stack } };
}
