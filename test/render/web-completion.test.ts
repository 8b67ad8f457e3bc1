import { describe, expect, it } from 'vitest';
import { commandOf, suggest, usage } from '../../src/web/client/completion.ts';
import type { CommandView } from '../../src/web/wire.ts';

const command = (name: string, changes: Partial<CommandView> = {}): CommandView => ({
  name,
  summary: `does ${name}`,
  examples: [name],
  bare: null,
  needs: 'viewer',
  allowed: true,
  arguments: [],
  ...changes,
});

const commands: readonly CommandView[] = [
  command('forecast', {
    arguments: [
      { name: 'weeks', description: 'how many weeks ahead', kind: 'whole', required: false, from: 1, to: 52 },
      { name: 'by', description: 'split by', kind: 'choice', required: false, choices: ['total', 'channel'] },
    ],
  }),
  command('budget plan', { arguments: [{ name: 'total', description: 'in all', kind: 'text', required: true }] }),
  command('budget pending'),
  command('segment', {
    bare: 'show',
    arguments: [{ name: 'show', description: 'what', kind: 'choice', required: false, choices: ['moves', 'names'] }],
  }),
  command('import', {
    allowed: false,
    needs: 'analyst',
    arguments: [{ name: 'file', description: 'the file', kind: 'file', required: true }],
  }),
];

const lines = (typed: string) => suggest(typed, commands).map(({ line }) => line);

describe('completion', () => {
  it('offers commands by the start of any of their words, with or without the slash', () => {
    expect(lines('/f')).toEqual(['/forecast ']);
    expect(lines('f')).toEqual(['/forecast ']);
    expect(lines('/pl')).toEqual(['/budget plan ']);
    expect(lines('/budget')).toEqual(['/budget plan ', '/budget pending']);
    expect(lines('/BUDGET p')).toEqual(['/budget plan ', '/budget pending']);
  });

  it('offers all commands after a slash and none on an empty line', () => {
    expect(lines('/')).toHaveLength(commands.length);
    expect(lines('')).toEqual([]);
    expect(lines('   ')).toEqual([]);
  });

  it('offers the arguments that are not given yet', () => {
    expect(lines('/forecast ')).toEqual(['/forecast weeks:', '/forecast by:']);
    expect(lines('/forecast weeks:8 ')).toEqual(['/forecast weeks:8 by:']);
    expect(lines('/forecast b')).toEqual(['/forecast by:']);
  });

  it('offers the choices of an argument, and of the one a bare word stands for', () => {
    expect(lines('/forecast by:')).toEqual(['/forecast by:total ', '/forecast by:channel ']);
    expect(lines('/forecast weeks:8 by:ch')).toEqual(['/forecast weeks:8 by:channel ']);
    expect(lines('/segment m')).toEqual(['/segment moves ']);
  });

  it('offers nothing within quotes, for free text, or for a file', () => {
    expect(lines('/budget plan total:"10')).toEqual([]);
    expect(lines('/budget plan total:10')).toEqual([]);
    expect(lines('/import ')).toEqual([]);
  });

  it('says what one may not do', () => {
    expect(suggest('/imp', commands)).toMatchObject([{ needs: 'analyst' }]);
  });

  it('never offers what is there already', () => {
    expect(lines('/budget pending')).toEqual([]);
  });
});

describe('the hint', () => {
  it('shows how a command is written', () => {
    expect(usage(commands[0]!)).toBe('/forecast [weeks:1–52] [by:total|channel]');
    expect(usage(commands[1]!)).toBe('/budget plan total:…');
  });

  it('knows the command by its longest name', () => {
    expect(commandOf('/budget plan ', commands)?.name).toBe('budget plan');
    expect(commandOf('/budget ', commands)).toBeNull();
  });
});
