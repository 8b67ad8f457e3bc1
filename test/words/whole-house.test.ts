import { describe, expect, it } from 'vitest';
import type { Command } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import type { Answer } from '../../src/told.ts';
import { tell } from '../../words/tell.ts';
import { demoHouse, terminal } from '../support/house.ts';
import { englishIn } from './english.ts';

/** Families that still say English to an Indonesian reader: each is struck off when its rooms are converted. */
const notYet: readonly string[] = [];

/** Of each command: the others say the same of other numbers, and cost a model each. */
const MOST_EXAMPLES = 1;

const PATIENCE_MS = 120_000;

const familyOf = ({ name }: Command): string => name.split(' ')[0]!;

/** All that a person reads in an answer; names of campaigns, files and people are theirs. */
function told(answer: Answer): readonly string[] {
  const found: string[] = [];
  const walk = (thing: unknown, key: string): void => {
    if (typeof thing === 'string') {
      if (!unread.has(key)) found.push(thing);
    } else if (Array.isArray(thing)) for (const each of thing) walk(each, key);
    else if (typeof thing === 'object' && thing !== null && (thing as { kind?: unknown }).kind !== 'file')
      for (const [inside, each] of Object.entries(thing)) walk(each, inside);
  };
  walk({ ...answer, shop: null }, '');
  return found;
}

/** Codes, and what a button carries. */
const unread: ReadonlySet<string> = new Set([
  'kind',
  'unit',
  'type',
  'style',
  'ask',
  'input',
  'outcome',
  'audience',
  'tone',
  'name',
  'value',
]);

describe('an Indonesian reader', () => {
  it.each([...new Set(commands.map(familyOf))])(
    'reads no English from /%s',
    async (family) => {
      const { say } = demoHouse();
      const english: string[] = [];
      for (const command of commands.filter((each) => familyOf(each) === family && !each.hidden)) {
        english.push(...englishIn(tell(command.summary, { language: 'id', shop: null })));
        for (const example of command.examples.slice(0, MOST_EXAMPLES)) {
          const answer = await say(`/${example}`, { ...terminal, language: 'id' });
          english.push(
            ...told(answer)
              .flatMap(englishIn)
              .map((words) => `/${example}: ${words}`),
          );
        }
      }
      if (notYet.includes(family)) expect(english).not.toEqual([]);
      else expect(english).toEqual([]);
    },
    PATIENCE_MS,
  );
});
