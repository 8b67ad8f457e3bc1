import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Works } from './once.ts';

/** Runs one of the works of `once.ts` in a process of its own. */
export function once<Name extends keyof Works>(
  name: Name,
  ...args: Parameters<Works[Name]>
): Awaited<ReturnType<Works[Name]>> {
  const script = join(import.meta.dirname, 'once.ts');
  return JSON.parse(
    execFileSync(process.execPath, ['--import', 'tsx', script, name, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  ) as Awaited<ReturnType<Works[Name]>>;
}
