import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import { fontFiles } from '../charts/inter.ts';

export type Asset = { readonly body: Uint8Array<ArrayBuffer>; readonly type: string; readonly etag: string };

export type Bundle = {
  readonly page: string;
  asset(name: string): Promise<Asset | null>;
};

const PAGE_WORDS = fileURLToPath(new URL('../../words/indonesian/page.ts', import.meta.url));
const CLIENT = fileURLToPath(new URL('./client/', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
};

/**
 * The page and what it loads, made from its sources while the door already listens: about 0.3 s in a process of
 * esbuild's own. Whoever asks earlier waits that long. The chart library is a file apart, loaded with the first chart.
 */
export async function openBundle(report: (error: unknown) => void): Promise<Bundle> {
  const page = await readFile(`${CLIENT}index.html`, 'utf8');
  building ??= build();
  // Told at once; whoever asks for a file is told again.
  building.catch(report);
  const built = building;
  return { page, asset: async (name) => (await built).get(name) ?? null };
}

/** Once per process: the sources do not change, and stopping esbuild would stop it for a second build too. */
let building: Promise<ReadonlyMap<string, Asset>> | null = null;

/** The page is given the words that it says itself: the whole catalogue is many times the page. */
const ownWords: Plugin = {
  name: 'own words',
  setup(bundle) {
    bundle.onResolve({ filter: /\/indonesian\/index\.ts$/ }, () => ({ path: PAGE_WORDS }));
  },
};

async function build(): Promise<ReadonlyMap<string, Asset>> {
  const esbuild = await import('esbuild');
  const built = await esbuild.build({
    plugins: [ownWords],
    entryPoints: [`${CLIENT}main.ts`, `${CLIENT}styles/main.css`],
    entryNames: '[name]',
    outdir: '/assets',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    write: false,
    logLevel: 'silent',
    external: ['*.ttf'],
  });
  await esbuild.stop();
  const fonts = await Promise.all(
    Object.values(fontFiles).map(async (path) => [basename(path), asset(path, await readFile(path))] as const),
  );
  return new Map([
    ...built.outputFiles.map(({ path, contents }) => [basename(path), asset(path, contents)] as const),
    ...fonts,
  ]);
}

function asset(path: string, contents: Uint8Array): Asset {
  return {
    body: new Uint8Array(contents),
    type: types[extname(path)] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(contents).digest('base64url').slice(0, 22)}"`,
  };
}
