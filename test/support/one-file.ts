import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '../..');
const sqlite = pathToFileURL(join(root, 'node_modules/better-sqlite3/lib/index.js')).href;

/**
 * One file of a script and all that it imports at once: it starts in a sixth of the time, where many processes are
 * started. What it may import later lies beside it.
 */
export async function bundledInto(folder: string, script: string): Promise<string> {
  const name = `${basename(dirname(script))}-${basename(script, '.ts')}`;
  // Two scripts may have such a part in common: in one folder, one would be read while the other is written.
  const outdir = join(folder, name);
  await build({
    entryPoints: { [name]: script },
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    banner: {
      js: "import { createRequire as ofModule } from 'node:module'; const require = ofModule(import.meta.url);",
    },
    plugins: [
      {
        name: 'as if it stood where it stands',
        setup(bundle) {
          bundle.onResolve({ filter: /^better-sqlite3$/ }, () => ({ path: sqlite, external: true }));
          bundle.onLoad({ filter: /\.(ts|m?js)$/ }, ({ path }) => ({
            loader: path.endsWith('.ts') ? 'ts' : 'js',
            contents: readFileSync(path, 'utf8')
              .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
              .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
          }));
        },
      },
    ],
  });
  return join(outdir, `${name}.mjs`);
}
