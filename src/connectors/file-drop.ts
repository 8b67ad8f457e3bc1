import { constants } from 'node:fs';
import { access, link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { csvFile } from '../../commands/csv.ts';
import { named, type Said, say } from '../../words/say.ts';
import { ExecutionError, type Executor, type Order } from './executor.ts';
import { bodyOf } from './webhook.ts';

/** Ours, inside the drop folder: what is being written, and what was dropped, also after somebody took it away. */
const OWN_FOLDER = '.sextant';

/**
 * Leaves a change as a file in a folder from which the shop's own tool takes it: "P-31.v2.json". It appears whole or not
 * at all, and never in place of another.
 *
 * Order of steps, each on disk before the next: the text in our own folder, a record beside it, and the text renamed to
 * where it is taken from. The record without the text therefore says that it was dropped, whoever has taken it since.
 */
export function fileExecutor({
  folder,
  format,
}: {
  readonly folder: string;
  readonly format: 'json' | 'csv';
}): Executor {
  const places = ({ key }: Order) => ({
    text: join(folder, OWN_FOLDER, `${key}.part`),
    record: join(folder, OWN_FOLDER, `${key}.${format}`),
    dropped: join(folder, `${key}.${format}`),
  });
  return {
    name: 'file',
    async send(order) {
      const { text, record, dropped } = places(order);
      try {
        if (await exists(dropped))
          throw new ExecutionError('refused', say`File drop refused: a file of that name is there already.`);
        await mkdir(join(folder, OWN_FOLDER)).catch(unlessThere);
        await rm(record, { force: true });
        await write(text, textOf(order, format));
        await link(text, record);
        await rename(text, dropped);
      } catch (error) {
        throw asRefusal(error);
      }
      await flushFolder(folder).catch((error) => {
        throw new ExecutionError('unknown', reason(error));
      });
    },
    async lookUp(order) {
      const { text, record, dropped } = places(order);
      const found = await readFile(dropped, 'utf8').catch(noFile);
      if (found !== null) {
        if (found === textOf(order, format)) return { state: 'applied' };
        throw new ExecutionError('refused', say`Another file stands at ${named(`${order.key}.${format}`)}.`);
      }
      const wasDropped = (await exists(record)) && !(await exists(text));
      return { state: wasDropped ? 'applied' : 'not applied' };
    },
  };
}

function textOf(order: Order, format: 'json' | 'csv'): string {
  if (format === 'json') return `${bodyOf(order)}\n`;
  const { week, currency, lines } = order.change;
  const columns = [
    { title: named('key'), unit: 'text' },
    { title: named('week'), unit: 'text' },
    { title: named('campaign'), unit: 'text' },
    { title: named('from'), unit: 'money' },
    { title: named('to'), unit: 'money' },
  ] as const;
  const rows = lines.map(({ name, fromMinor, toMinor }) => [
    named(order.key),
    named(week),
    named(name),
    fromMinor,
    toMinor,
  ]);
  return csvFile(order.key, { kind: 'table', columns, rows }, { currency }).content;
}

async function write(path: string, content: string): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename is only certain when its folder is on disk. */
async function flushFolder(path: string): Promise<void> {
  const handle = await open(path, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    (error) => noFile(error) !== null,
  );
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

/** Null for a file that is not there. @throws {ExecutionError} when that cannot be told */
function noFile(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw new ExecutionError('unknown', reason(error));
}

function asRefusal(error: unknown): ExecutionError {
  return error instanceof ExecutionError ? error : new ExecutionError('refused', reason(error));
}

const noSpace = say`File drop refused: the disk is full.`;
const noRight = say`File drop refused: I may not write into the drop folder.`;

const reasons: Readonly<Record<string, Said>> = {
  ENOSPC: noSpace,
  EDQUOT: noSpace,
  EACCES: noRight,
  EPERM: noRight,
  EROFS: say`File drop refused: the drop folder is read-only.`,
  ENOENT: say`File drop refused: the drop folder is not there.`,
  ENOTDIR: say`File drop refused: the drop folder is not a folder.`,
};

function reason(error: unknown): Said {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code === undefined ? undefined : reasons[code]) ?? say`File drop refused: ${code ?? message}.`;
}
