import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Row, seconds } from './print.ts';
import { demoFile, inFolder } from './shops.ts';

const root = join(import.meta.dirname, '../..');
/** Not the port people use. */
const PORT = '3987';

/** From the command to the address of the workspace, on a shop that is there; beside Node loading nothing but tsx. */
export function measure(): Promise<readonly Row[]> {
  return inFolder(async (folder) => {
    const file = await demoFile(folder);
    const own = await untilLine(['src/main.ts'], /Sextant is at/, { DATABASE_PATH: file, PORT });
    const floor = await untilLine(['--eval', 'console.log("up")'], /up/, {});
    return [
      {
        what: 'Start on a shop that is there',
        measured: seconds(own),
        beside: `Node with tsx alone: ${seconds(floor)}`,
        goal: 'under 5 s',
      },
    ];
  });
}

function untilLine(args: string[], line: RegExp, env: Record<string, string>): Promise<number> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
      cwd: root,
      env: { ...env, PATH: process.env.PATH },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk;
      if (!line.test(said)) return;
      resolve(performance.now() - started);
      child.kill('SIGTERM');
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (!line.test(said)) reject(new Error(`it ended with ${code} before it was up`));
    });
  });
}
