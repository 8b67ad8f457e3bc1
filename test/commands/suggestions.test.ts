import { beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../../commands/call.ts';
import { argumentsOf } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { demoHouse, dina, rina, vina } from '../support/house.ts';

let whole: ReturnType<typeof demoHouse>;
beforeEach(() => {
  whole = demoHouse();
});

const offered = async (line: string, typed = '', caller: Caller = rina) => {
  const [command = '', argument = ''] = line.split(':');
  return (await whole.house.suggest({ command, argument, typed }, caller)).map(({ value }) => value);
};

describe('what is offered while an argument is typed', () => {
  it('are campaigns by their names, those that begin so first', async () => {
    const all = await offered('campaign show:campaign');
    const [first = ''] = all;

    expect(all.length).toBeGreaterThan(3);
    expect(await offered('campaign show:campaign', first.toUpperCase())).toContain(first);
    expect((await offered('campaign show:campaign', first.slice(0, 3)))[0]).toBe(first);
    expect(await offered('campaign show:campaign', 'no such thing')).toEqual([]);
  });

  it('are groups and ids of what was made, and nothing is made for it', async () => {
    expect(await offered('segment profile:name')).toEqual([]);
    expect(whole.state.runs.latest('segments')).toBeNull();

    await whole.say('/segment', rina);
    const groups = await offered('segment profile:name');
    expect(groups.length).toBeGreaterThan(1);
    expect((await whole.house.ask({ name: 'segment profile', input: { name: groups[0] } }, rina)).outcome).toBe(
      'answered',
    );

    await whole.say('/budget propose', rina);
    const [{ label } = { label: '' }] = await whole.house.suggest(
      { command: 'budget show', argument: 'proposal', typed: 'p-' },
      dina,
    );
    expect(label).toBe('P-1 · Rina · proposed');
    expect(await offered('why:id')).toEqual(expect.arrayContaining(['P-1', expect.stringMatching(/^S-/)]));
  });

  it('is told in the language of the one who types', async () => {
    const told = await whole.house.suggest(
      { command: 'help', argument: 'command', typed: 'home' },
      { ...rina, language: 'id' },
    );
    expect(told).toMatchObject([{ value: 'home', label: expect.stringContaining('Apa yang menunggu Anda') }]);
  });

  it('is nothing for whoever may not ask, nor where nothing is named', async () => {
    expect(await offered('data undo:import', '', vina)).toEqual([]);
    expect(await offered('campaign show:campaign', '', { ...vina, user: 'nobody' })).toEqual([]);
    expect(await offered('forecast:weeks')).toEqual([]);
    expect(await offered('nonsense:name')).toEqual([]);
  });

  it('are one’s own files only', async () => {
    const path = `${import.meta.dirname}/suggestions.test.ts`;
    const { id } = await whole.house.keep({ name: 'orders.csv', path }, rina);

    expect(await offered('data ask:from')).toEqual([id]);
    expect(await offered('data ask:from', '', dina)).toEqual([]);
  });

  it('can be read for every kind of thing that any command names', async () => {
    const wishes = commands.flatMap((command) =>
      argumentsOf(command)
        .filter(({ names }) => names)
        .map(({ name }) => ({ command: command.name, argument: name, typed: '' })),
    );
    for (const wish of wishes) await whole.house.suggest(wish, { door: 'clock', user: 'sextant' });

    expect(wishes.length).toBeGreaterThan(25);
    expect(whole.faults).toEqual([]);
  });
});

describe('what a chat’s own roles give', () => {
  const guest: Caller = { door: 'discord', user: '9001', given: 'viewer' };

  it('counts where Sextant knows no role of the person, and no further', async () => {
    expect((await whole.house.ask({ name: 'status', input: {} }, guest)).outcome).toBe('answered');
    expect(await whole.house.ask({ name: 'data undo', input: { import: 'I-1' } }, guest)).toMatchObject({
      outcome: 'refused',
      title: '/data undo needs the analyst role',
    });
    whole.state.people.set({ door: 'discord', user: '9001', name: 'Guest', role: 'viewer' }, 'terminal:t', 0);
    expect(
      (await whole.house.ask({ name: 'data undo', input: { import: 'I-1' } }, { ...guest, given: 'analyst' })).title,
    ).toBe('/data undo needs the analyst role');
  });
});
