import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/**
 * What each room may look into. Innermost first: nothing points outwards. `types` are
 * folders of which it may `import type` only.
 * `packages` are those the room may load; 'any' is for the doors, which are there to touch the world.
 */
const rooms = {
  words: { rooms: [], types: [], packages: [] },
  data: {
    rooms: ['words'],
    types: [],
    packages: [
      'better-sqlite3',
      'date-holidays',
      'hucre',
      'zod',
      'node:buffer',
      'node:crypto',
      'node:fs',
      'node:path',
      'node:stream',
      'node:zlib',
    ],
  },
  models: {
    rooms: ['words'],
    types: ['data/types/'],
    packages: [
      'simple-statistics',
      'graphology',
      'graphology-communities-louvain',
      '@bsull/augurs',
      '@bsull/augurs-prophet-wasmstan',
    ],
  },
  commands: {
    rooms: ['words', 'models'],
    types: ['data/types/', 'data/state/types/', 'data/facts/errors.ts'],
    packages: ['zod'],
  },
  src: { rooms: ['words', 'commands', 'models', 'data'], types: [], packages: 'any' },
} as const;

type Room = keyof typeof rooms;

/** One file may do what its room may not: each with its reason. */
const exceptions: readonly { readonly file: string; readonly imports: string }[] = [
  // augurs loads its WebAssembly by fetch, which Node does not do for files: the bytes are read for it.
  { file: 'models/forecast/augurs.ts', imports: 'node:fs' },
  { file: 'models/forecast/augurs.ts', imports: 'node:module' },
];

/** `path` from the root, of a file of the project. */
type Import = { readonly target: string; readonly path: string; readonly typeOnly: boolean };

function filesIn(room: string): string[] {
  return readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(root, room, name));
}

/** What a file imports: a room for a path inside the project, else the package. */
function importsOf(file: string): Import[] {
  const source = readFileSync(file, 'utf8');
  const found = source.matchAll(
    /^\s*(?:import|export)\s+(type\s)?[^'"`;]*?from\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"`]([^'"`]+)['"`]/gm,
  );
  return [...found].map(([, typeWord, from, bare, dynamic]) => ({
    target: targetOf((from ?? bare ?? dynamic)!, file),
    path: relative(root, resolve(file, '..', (from ?? bare ?? dynamic)!)),
    typeOnly: typeWord !== undefined,
  }));
}

function targetOf(specifier: string, file: string): string {
  if (specifier.startsWith('.')) return relative(root, resolve(file, '..', specifier)).split('/')[0]!;
  if (specifier.startsWith('node:')) return specifier.split('/')[0]!;
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!;
}

describe('the rooms', () => {
  it.each(Object.keys(rooms) as Room[])('%s looks only where it may', (room) => {
    const may = rooms[room] as {
      rooms: readonly string[];
      types: readonly string[];
      packages: readonly string[] | 'any';
    };
    const strays = filesIn(room).flatMap((file) =>
      importsOf(file)
        .filter(({ target, path, typeOnly }) => {
          if (target === room || may.rooms.includes(target)) return false;
          if (typeOnly && may.types.some((folder) => path.startsWith(folder))) return false;
          if (exceptions.some((each) => each.file === relative(root, file) && each.imports === target)) return false;
          if (target in rooms || target === 'test') return true;
          return may.packages !== 'any' && !may.packages.includes(target);
        })
        .map(({ target }) => `${relative(root, file)} imports ${target}`),
    );
    expect(strays).toEqual([]);
  });

  it.each(['commands', 'models'])('%s asks neither the clock nor chance nor the environment', (room) => {
    const strays = filesIn(room).filter((file) =>
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\b|\bprocess\.(?!memoryUsage)/.test(readFileSync(file, 'utf8')),
    );
    expect(strays.map((file) => relative(root, file))).toEqual([]);
  });

  it('reads the environment in one file', () => {
    const readers = filesIn('src').filter((file) => /process\.env/.test(readFileSync(file, 'utf8')));
    expect(readers.map((file) => relative(root, file)).sort()).toEqual(['src/config.ts']);
  });

  it('keeps SQL in the data room', () => {
    const sql = /\b(SELECT\s+[\w*(][^'"`]*\sFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM)\b/;
    const strays = ['commands', 'models', 'src']
      .flatMap(filesIn)
      .filter((file) => sql.test(readFileSync(file, 'utf8')));
    expect(strays.map((file) => relative(root, file))).toEqual([]);
  });
});
