import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { temporaryFolder } from './temporary-folder.ts';

export const root = join(import.meta.dirname, '../..');

const text = readFileSync(join(root, 'Dockerfile'), 'utf8').replaceAll('\\\n', ' ');

/** The arguments of an instruction, once for each time that it is given. */
export const all = (instruction: string): readonly string[] =>
  [...text.matchAll(new RegExp(`^\\s*${instruction} (.*)$`, 'gm'))].map(([, rest]) => rest!.trim());

export const last = (instruction: string): string => all(instruction).at(-1)!;

/** What the image takes from the repository. */
export const copied: readonly string[] = all('COPY')
  .filter((rest) => !rest.startsWith('--from'))
  .flatMap((rest) => rest.split(/\s+/).slice(0, -1));

export const environment: Readonly<Record<string, string>> = Object.fromEntries(
  last('ENV')
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
);

type Program = ChildProcessByStdio<null, Readable, Readable>;

/** A folder with what the image holds, in which its commands run; its packages are ours. */
export function unpacked(): {
  readonly folder: string;
  run(command: string, env: Readonly<Record<string, string>>): Program;
} {
  const folder = temporaryFolder();
  const isData = (name: string) => name.startsWith(join(root, 'data/local'));
  for (const name of copied)
    cpSync(join(root, name), join(folder, name), { recursive: true, filter: (from) => !isData(from) });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, 'tmp'));
  return {
    folder,
    run(command, env) {
      const [program, ...args] = JSON.parse(/\[.*\]$/.exec(command)![0]) as string[];
      return spawn(program!, args, {
        cwd: folder,
        env: { ...environment, PATH: process.env.PATH, TMPDIR: join(folder, 'tmp'), ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    },
  };
}
