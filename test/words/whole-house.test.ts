import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Command, exampleIn } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import type { Answer } from '../../src/told.ts';
import { tell } from '../../words/tell.ts';
import { begun } from '../support/beginning.ts';
import { demoHouse, houseOn, terminal } from '../support/house.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { englishIn } from './english.ts';

/** Of these families the first command is asked, of the others each: every further one costs a model. */
const heavy: ReadonlySet<string> = new Set(['forecast', 'segment', 'campaign', 'network', 'digest', 'lookback']);

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
  it('reads no English in the summary of a command', () => {
    const summaries = commands.map(({ summary }) => tell(summary, { language: 'id', shop: null }));
    expect(summaries.flatMap(englishIn)).toEqual([]);
  });

  it(
    'reads no English in an answer',
    async () => {
      // One house for all: what one answer has computed, the next one shows.
      const { say } = demoHouse();
      const open = commands.filter(({ hidden }) => !hidden);
      const isFirst = (command: Command) => open.find((each) => familyOf(each) === familyOf(command)) === command;
      const asked = open.filter((command) => isFirst(command) || !heavy.has(familyOf(command)));
      const english: string[] = [];
      for (const example of asked.map(({ examples }) => `/${exampleIn('id', examples[0])}`)) {
        const answer = await say(example, { ...terminal, language: 'id' });
        english.push(
          ...told(answer)
            .flatMap(englishIn)
            .map((words) => `${example}: ${words}`),
        );
      }
      expect(asked.length).toBeGreaterThan(30);
      expect(english).toEqual([]);
    },
    PATIENCE_MS,
  );

  it('reads no English of a file of customers: neither in its look, nor in what is asked of it', async () => {
    const path = join(temporaryFolder(), 'pelanggan.csv');
    const rows = Array.from(
      { length: 60 },
      (_, at) => `c${at},Bandung,${20 + at},${at % 3},${at % 5},19${60 + (at % 30)}`,
    );
    writeFileSync(path, `customer id,city,income,response,visits,birth year\n${rows.join('\n')}\n`);
    const { say, house, state } = houseOn(begun('empty'));
    state.shop.set({ name: 'Kopi', currency: 'IDR', zone: 'Asia/Jakarta', locale: 'en-SG', demo: false });
    const reader = { ...terminal, language: 'id' } as const;
    const look = await house.ask({ name: 'data add', input: {} }, reader, {
      uploads: [{ name: 'pelanggan.csv', path }],
    });
    const answers = [look, await say('/alerts add', reader), await say('/data check', reader)];

    expect(answers.flatMap(told).flatMap(englishIn)).toEqual([]);
    expect(told(look).join(' ')).toMatch(/pendapatan pribadi dari income/);
    expect(told(answers[1]!).join(' ')).toMatch(/when:"di bawah 50jt seminggu"/);
  });
});
