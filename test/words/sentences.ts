import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { transformSync } from 'esbuild';
import { parseAst } from 'vite';

const root = join(import.meta.dirname, '../..');

export type Sentence = { readonly said: string; readonly file: string };

/** Every say`…` in the rooms, as the key that a catalogue has for it. */
export function sentencesIn(rooms: readonly string[]): readonly Sentence[] {
  return rooms.flatMap(filesIn).flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    if (!source.includes('say`')) return [];
    const { code } = transformSync(source, { loader: 'ts', target: 'es2022' });
    return tagged(parseAst(code)).map((said) => ({ said, file: relative(root, file) }));
  });
}

/** Something is said in them, beside values. */
export function hasWords({ said }: Pick<Sentence, 'said'>): boolean {
  return /\p{L}/u.test(said.replace(/\{\d+\}/g, ''));
}

function filesIn(room: string): string[] {
  return readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(root, room, name));
}

type Node = { readonly type: string; readonly [key: string]: unknown };

function tagged(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(tagged);
  if (typeof node !== 'object' || node === null) return [];
  const { type, tag, quasi } = node as Node;
  const inside = Object.values(node).flatMap(tagged);
  if (type !== 'TaggedTemplateExpression' || (tag as Node).name !== 'say') return inside;
  const quasis = (quasi as Node).quasis as readonly { readonly value: { readonly cooked: string } }[];
  return [quasis.map(({ value }) => value.cooked).reduce((text, part, i) => `${text}{${i - 1}}${part}`), ...inside];
}
