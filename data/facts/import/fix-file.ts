import { createWriteStream } from 'node:fs';
import type { Problems } from './loading.ts';
import type { Located } from './locate.ts';

/** What stands behind the columns of the file itself. */
const BEHIND = ['line', 'problem'] as const;

/** Whether a file is one that was written here, and has come back. */
export function isFixFile(header: readonly string[]): boolean {
  return BEHIND.every((name, at) => header.at(at - BEHIND.length)?.trim() === name);
}

/** Cells of a fix file as they stood in the file itself: without the mark that keeps a spreadsheet from running them. */
export function unmarked(cells: readonly string[]): readonly string[] {
  return cells.map((cell) => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell));
}

/**
 * Writes what has to be mended as a CSV of the same columns, with `line` and `problem` behind them: the rows that could
 * not be stored, and the other rows of their orders, because an order is replaced whole when the file comes back.
 *
 * @returns how many rows it has
 */
export async function writeFixFile(located: Located, { byLine, isHurt }: Problems, path: string): Promise<number> {
  const { header } = located;
  const file = createWriteStream(path, { mode: 0o600 });
  const broken = new Promise<never>((_, reject) => file.on('error', reject));
  broken.catch(() => {});
  const write = (cells: readonly string[]) =>
    file.write(`${cells.map(quoted).join(',')}\n`)
      ? null
      : Promise.race([broken, new Promise<void>((resolve) => file.once('drain', () => resolve()))]);
  let count = 0;
  await write([...header, ...BEHIND]);
  for await (const batch of located.rows()) {
    for (const { line, cells } of batch) {
      const problem = byLine.get(line);
      if (problem === undefined && !isHurt(cells)) continue;
      const whole = header.map((_, at) => cells[at] ?? '');
      await write([...whole, String(line), problem ?? '']);
      count++;
    }
  }
  await Promise.race([broken, new Promise<void>((resolve) => file.end(() => resolve()))]);
  return count;
}

/**
 * A spreadsheet takes a cell that begins with = + - @ for a formula: a mark before it keeps it text. Numbers stay, and a
 * cell that has such a mark of its own gets another, so that taking one away gives back what was there.
 */
function quoted(cell: string): string {
  const safe = /^'*[=+\-@\t\r]/.test(cell) && !/^[-+]?[\d.,]*$/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
