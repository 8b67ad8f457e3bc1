import { createWriteStream } from 'node:fs';
import type { Problems } from './loading.ts';
import type { Located } from './locate.ts';

/**
 * Writes what has to be mended as a CSV of the same columns, with `line` and `problem` behind them: the rows that could
 * not be stored, and the other rows of their orders, because an order is replaced whole when the file comes back.
 *
 * @returns how many rows it has
 */
export async function writeFixFile(located: Located, { byLine, isHurt }: Problems, path: string): Promise<number> {
  const { header } = located;
  const file = createWriteStream(path, { mode: 0o600 });
  const write = (cells: readonly string[]) =>
    file.write(`${cells.map(quoted).join(',')}\n`)
      ? null
      : new Promise<void>((resolve) => file.once('drain', () => resolve()));
  let count = 0;
  await write([...header, 'line', 'problem']);
  for await (const batch of located.rows()) {
    for (const { line, cells } of batch) {
      const problem = byLine.get(line);
      if (problem === undefined && !isHurt(cells)) continue;
      const whole = header.map((_, at) => cells[at] ?? '');
      await write([...whole, String(line), problem ?? '']);
      count++;
    }
  }
  await new Promise<void>((resolve, reject) => {
    file.on('error', reject);
    file.end(resolve);
  });
  return count;
}

/** A spreadsheet takes a cell that begins with = + - @ for a formula: a mark before it keeps it text. Numbers stay. */
function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) && !/^[-+]?[\d.,]*$/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
