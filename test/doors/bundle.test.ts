import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openBundle } from '../../src/web/bundle.ts';
import { alerts } from '../../words/indonesian/alerts.ts';
import { imports } from '../../words/indonesian/imports.ts';
import { web } from '../../words/indonesian/web.ts';

/** On a phone far from the server: a second of a slow line. */
const MOST_BYTES = 60_000;

describe('what the page loads', () => {
  it('is small, and knows the words of the page, not those of the answers', async () => {
    const bundle = await openBundle((error) => {
      throw error;
    });
    const textOf = async (name: string) => Buffer.from((await bundle.asset(name))!.body).toString();
    const main = await textOf('main.js');
    // What is loaded with it; charts come later, with the first of them.
    const beside = [...main.matchAll(/from"\.\/(chunk-[\w-]+\.js)"/g)].map(([, name]) => name!);
    const text = [main, ...(await Promise.all(beside.map(textOf)))].join('\n');
    expect(Object.keys(web).filter((words) => !text.includes(words.split(/['"{]/)[0]!))).toEqual([]);
    const others = Object.values({ ...imports, ...alerts }).filter(
      (words) => words.length > 40 && text.includes(words),
    );
    expect(others).toEqual([]);
    expect(gzipSync(text).length).toBeLessThan(MOST_BYTES);
  });
});
