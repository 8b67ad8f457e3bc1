import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Command, defineCommand } from '../../commands/command.ts';
import { commands as all } from '../../commands/index.ts';
import { choice } from '../../commands/inputs.ts';
import { checkCommands } from '../../src/discord/check.ts';
import { commandAt, discordCommands } from '../../src/discord/register.ts';
import { named } from '../../words/say.ts';
import { madeUpHouse } from '../fakes/discord/house.ts';

const { commands } = madeUpHouse();

describe('discordCommands', () => {
  it('makes options of arguments', () => {
    expect(discordCommands(commands)[0]).toEqual({
      name: 'forecast',
      description: 'Expected revenue, with a range',
      options: [
        { type: 4, name: 'weeks', description: 'how many weeks ahead', required: false, min_value: 1, max_value: 52 },
        {
          type: 3,
          name: 'by',
          description: 'split by',
          required: false,
          choices: [
            { name: 'channel', value: 'channel' },
            { name: 'product', value: 'product' },
          ],
        },
        {
          type: 5,
          name: 'share',
          description: 'Answer where the whole channel can read it',
          description_localizations: { id: 'Jawab di tempat yang bisa dibaca seluruh kanal' },
        },
      ],
    });
  });

  it('looks at each command as often however many there are', () => {
    const looksAt = (count: number) => {
      let looks = 0;
      const many = Array.from({ length: count }, (_, i): Command => {
        const { name, ...rest } = commands[0]!;
        return {
          ...rest,
          get name() {
            looks++;
            return i % 2 === 0 ? `${name}-${i}` : `family member-${i}`;
          },
        };
      });
      expect(discordCommands(many)).toHaveLength(count / 2 + 1);
      return looks / count;
    };
    expect(looksAt(200)).toBeLessThanOrEqual(looksAt(20));
  });

  it('puts required options first', () => {
    const [plan] = discordCommands(commands).find(({ name }) => name === 'budget')!.options!;

    expect(plan).toMatchObject({
      name: 'plan',
      options: [{ name: 'total', required: true }, { name: 'note' }, { name: 'share' }],
    });
  });

  it('completes what is known, and what has more words than Discord lists', () => {
    const many = Array.from({ length: 26 }, (_, i) => `w${i}`) as [string, ...string[]];
    const made = discordCommands([
      ...commands,
      defineCommand({
        name: 'pick',
        summary: named('One of many'),
        examples: ['pick word:w1'],
        needs: 'viewer',
        input: z.strictObject({ word: choice(many, named('which')) }),
        run: () => ({ title: '', tone: 'plain', parts: [] }),
      }),
    ]);
    const completed = (name: string) =>
      made
        .find((each) => each.name === name)!
        .options!.flatMap((option) => ('options' in option ? (option.options ?? []) : [option]))
        .filter((option) => 'autocomplete' in option && option.autocomplete);

    expect(completed('budget').map(({ name }) => name)).toEqual(['proposal']);
    expect(completed('pick')).toMatchObject([{ name: 'word', required: true }]);
    expect(checkCommands(made)).toEqual([]);
  });

  it('stays within Discord’s limits with all that may really be asked, in both languages', () => {
    const made = discordCommands(all);
    expect(checkCommands(made)).toEqual([]);
    expect(made.find(({ name }) => name === 'home')!.description_localizations!.id).toMatch(/^Apa yang menunggu Anda/);
  });

  it('leaves hidden commands out', () => {
    expect(JSON.stringify(discordCommands(commands))).not.toContain('approve');
  });

  it('calls the bare member of a family "show", and knows it by that name', () => {
    const segment = discordCommands(commands).find(({ name }) => name === 'segment')!;

    expect(segment.options!.map(({ name }) => name)).toEqual(['show', 'who']);
    expect(commandAt({ command: 'segment', sub: 'show' }, commands)!.name).toBe('segment');
    expect(commandAt({ command: 'segment', sub: 'who' }, commands)!.name).toBe('segment who');
    expect(commandAt({ command: 'segment', sub: null }, commands)).toBe(undefined);
  });

  it('is to the liking of the checker, which is not easy to please', () => {
    const made = discordCommands(commands);
    const wrong = (name: string) =>
      discordCommands([
        defineCommand({
          name,
          summary: '',
          examples: [''],
          needs: null,
          input: z.strictObject({}),
          run: () => ({ title: '', tone: 'plain', parts: [] }),
        }),
      ]);

    expect(checkCommands(made)).toEqual([]);
    expect(checkCommands([...made, ...made])).toEqual(['commands: a name stands twice']);
    expect(checkCommands(wrong('Forecast'))).toEqual(['Forecast: "Forecast" is not a name in lower case']);
    expect(checkCommands(wrong('x'.repeat(33)))).toHaveLength(1);
    expect(checkCommands(Array.from({ length: 101 }, (_, i) => wrong(`c${i}`)[0]!))).toEqual([
      'commands: 101, allowed are 100',
    ]);
    const [a, b] = [true, false].map(
      (required) => ({ type: 3, name: `o-${required}`, description: 'x', required }) as const,
    );
    expect(checkCommands([{ name: 'c', description: 'x', options: [b!, a!] }])).toEqual([
      'c: a required option stands after an optional one',
    ]);
  });
});
