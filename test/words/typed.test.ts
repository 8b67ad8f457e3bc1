import { describe, expect, it } from 'vitest';
import { argumentsOf } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { argumentNames, choices } from '../../words/indonesian/typed.ts';

const args = commands.flatMap((command) => argumentsOf(command));
const meanings = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).flatMap(([word, ours]) => ours.split(' ').map((each) => [word, each] as const));

describe('what people type in Indonesian', () => {
  it('stands for choices that some command has', () => {
    const known = new Set(args.flatMap((each) => each.choices ?? []));
    expect(meanings(choices).filter(([, choice]) => !known.has(choice))).toEqual([]);
  });

  it('stands for arguments that some command takes', () => {
    const known = new Set(args.map(({ name }) => name));
    expect(meanings(argumentNames).filter(([, name]) => !known.has(name))).toEqual([]);
  });
});
