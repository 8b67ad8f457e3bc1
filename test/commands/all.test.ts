import { describe, expect, it } from 'vitest';
import { argumentsOf, type Command, exampleIn } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { parseCommandLine } from '../../src/arguments.ts';
import { inEnglish } from '../../words/tell.ts';
import { begun } from '../support/beginning.ts';
import { ana, clock, demoHouse, houseOn, rina, terminal, vina, words } from '../support/house.ts';

/** Lines to type, in both languages. */
const linesOf = (examples: Command['examples']) => [
  ...new Set(examples.flatMap((each) => [exampleIn('en', each), exampleIn('id', each)])),
];

describe('every command', () => {
  it.each(commands.flatMap(({ name, examples }) => linesOf(examples).map((line) => [name, line] as const)))(
    '%s understands its own example: /%s',
    (name, line) => {
      const parsed = parseCommandLine(`/${line}`, commands);
      expect(parsed).toMatchObject({ known: true, ask: { name } });
      const command = commands.find((each) => each.name === name)!;
      expect(command.input.safeParse(parsed.known && parsed.ask.input).error).toBeUndefined();
    },
  );

  it('has a name of its own, a summary without a full stop, and arguments with a meaning', () => {
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
    for (const command of commands) {
      expect(inEnglish(command.summary)).not.toMatch(/\.$/);
      for (const { name, description } of argumentsOf(command))
        expect(description, `${command.name} ${name}`).not.toBe(name);
    }
  });

  it('is refused to someone unknown, who is told whom to ask', async () => {
    const { house, time } = demoHouse();
    for (const { name } of commands.filter(({ needs }) => needs !== null)) {
      const answer = await house.ask({ name, input: {} }, { door: 'slack', user: 'U666' });
      expect([name, answer.outcome, words(answer)]).toEqual([
        name,
        'refused',
        expect.stringMatching(/Ask Ana.*slack:U666/s),
      ]);
      // Nobody is asked to slow down who waits.
      time.at += 60_000;
    }
  });

  it('gives each role what it needs and no more', async () => {
    const { say } = demoHouse();
    expect((await say('/budget plan', vina)).outcome).toBe('refused');
    expect((await say('/budget plan', rina)).outcome).toBe('answered');
    expect((await say('/team set slack:U1 role:viewer', rina)).outcome).toBe('refused');
    expect((await say('/team set slack:U1 role:viewer', ana)).outcome).toBe('answered');
  });

  it('says what to do first in an empty shop', async () => {
    const { say } = houseOn(begun('empty'));
    for (const line of ['/forecast', '/segment', '/campaign roi', '/budget plan', '/digest']) {
      const answer = await say(line);
      expect(answer.outcome).toBe('refused');
      expect(answer.title).toBe('I have no orders yet');
    }
    expect((await say('/status')).outcome).toBe('answered');
    expect((await say('/help')).outcome).toBe('answered');
  });
});

describe('dispatch', () => {
  it.each([
    ['/forcast', 'Did you mean /forecast? For example: /forecast'],
    ['/frobnicate', '/help shows what there is.'],
    ['/budget', 'All of them: /help budget.'],
    ['/forecast week:8', '"week" is not an argument of /forecast. Did you mean weeks:?'],
    ['/forecast weeks:99', 'weeks must be a whole number from 1 to 52.'],
    [
      '/forecast weeks:9.5 days:x',
      'weeks must be a whole number from 1 to 52.\ndays must be a whole number from 1 to 365.',
    ],
    ['/forecast method:magic', 'method must be one of: auto, naive, ets, mstl, prophet.'],
    ['/forecast as-of:2026-02-30', 'as-of is not a day of the calendar.'],
    ['/why', 'id: the receipt beside the number'],
    ['/forecast weks:8', 'For example: /forecast weeks:8'],
    ['/why nonsense', 'id must be an id such as F-1042 or P-31.'],
    ['/budget plan total:lots', 'total must be an amount such as'],
    ['/status now', '"now" is not an argument of /status. It takes none.'],
    ['/help forecasts', 'Did you mean /help forecast?'],
  ])('%s: what was wrong, and what works', async (line, says) => {
    const { say } = demoHouse();
    const answer = await say(line);
    expect(answer.outcome).toBe('refused');
    expect(words(answer)).toContain(says);
  });

  it('leads from the name of a job to the commands that begin it', async () => {
    const answer = await demoHouse().say('/budget');
    expect(answer.title).toBe('Which /budget?');
    const first = ['/budget plan', '/budget propose', '/budget pending', '/budget show'];
    expect(answer.actions?.map(({ label }) => label)).toEqual(first);
    expect(words(answer)).not.toContain('/budget freeze');
  });

  it('understands "8 weeks", and a name of two words', async () => {
    const { say } = demoHouse();
    expect((await say('/forecast 8 weeks')).title).toBe('Forecast for the next 8 weeks');
    expect((await say('/help budget plan')).title).toBe('/budget plan');
  });

  it('understands single quotes, and apostrophes that are none', async () => {
    const { say } = demoHouse();
    for (const line of ["/campaign show campaign:'Voucher Gajian'", '/campaign show campaign:‘Voucher Gajian’']) {
      expect((await say(line)).outcome).toBe('answered');
    }
    expect((await say("/campaign show campaign:Dina's")).title).toContain("Dina's");
  });

  it('turns a fault of ours into a reference, and tells nothing else', async () => {
    const { house, state, faults } = demoHouse();
    state.outbox.counts = () => {
      throw new Error('secret detail');
    };
    const answer = await house.askLine('/status', terminal);
    expect(answer).toMatchObject({ outcome: 'fault', tone: 'bad' });
    expect(words(answer)).toContain('fault-1');
    expect(JSON.stringify(answer)).not.toContain('secret detail');
    expect(faults).toHaveLength(1);
  });

  it('shares an answer when asked to, and never a refusal', async () => {
    const { say } = demoHouse();
    expect((await say('/status')).audience).toBe('caller');
    expect((await say('/status share:yes')).audience).toBe('channel');
    expect((await say('/status share:no')).audience).toBe('caller');
    expect((await say('/why F-99 share:yes')).audience).toBe('caller');
    expect((await say('/signin share:yes', rina)).outcome).toBe('refused');
  });

  it('keeps demo data out of real channels, however it is asked', async () => {
    const { house, state } = demoHouse();
    state.people.set({ door: 'slack', user: 'U1', name: 'Siti', role: 'admin' }, 'terminal:t', 0);
    const siti = { door: 'slack', user: 'U1', channel: 'C1' } as const;
    const shared = await house.askLine('/campaign roi share:yes', siti);
    expect(shared).toMatchObject({ outcome: 'refused', audience: 'caller' });
    expect((await house.askLine('/channel set purpose:digest', siti)).outcome).toBe('refused');
  });

  it('posts where the person sits, not where they are known from', async () => {
    const { house, state } = demoHouse();
    state.shop.set({ ...state.shop.read()!, demo: false });
    state.people.set({ door: 'slack', user: 'U1', name: 'Siti', role: 'admin' }, 'terminal:t', 0);
    await house.askLine('/channel set purpose:digest', { door: 'slack', user: 'U1', channel: 'plans', seat: 'web' });
    expect(state.channels.of('digest')).toContainEqual({ door: 'web', channel: 'plans' });
    expect(state.channels.of('digest')).not.toContainEqual({ door: 'slack', channel: 'plans' });
  });

  it('sends again what was given up, when its channel is set again', async () => {
    const { house, state } = demoHouse();
    state.outbox.enqueue({ key: 'k', door: 'web', channel: 'plans', content: {} }, 0);
    const { id } = state.outbox.claim(['web'], 0, 1)!;
    state.outbox.bury(id, { error: 'not_in_channel', reached: false });
    expect((await house.askLine('/status', ana)).actions![0]!.label).toBe('Send again');
    await house.askLine('/channel set purpose:digest', { ...ana, channel: 'plans' });
    expect(state.outbox.counts()).toMatchObject({ waiting: 1, dead: 0 });
  });

  it('takes rights away together with their sessions', async () => {
    const { say, state } = demoHouse();
    state.passes.grant({ hash: 'h', kind: 'session', door: 'web', user: 'dina', expiresAt: Number.MAX_SAFE_INTEGER });
    await say('/team remove web:dina', ana);
    expect(state.people.find('web', 'dina')).toBeNull();
    expect(state.passes.holder('h', 'session', 0)).toBeNull();
    expect((await say('/team remove web:dina', ana)).outcome).toBe('refused');
    expect((await say('/token name:board')).outcome).toBe('answered');
    expect((await say('/token name:board role:admin')).title).toBe('There is a token for board already');
  });

  it('computes a dozen models a minute for one person, and the same one once', async () => {
    const { house } = demoHouse();
    const ask = (days: number) => house.askLine(`/forecast days:${days} method:naive`, vina);
    const [one, same] = await Promise.all([ask(3), ask(3)]);
    expect(same).toEqual(one);
    for (let days = 4; days < 15; days++) expect((await ask(days)).outcome, String(days)).toBe('answered');
    expect((await ask(15)).title).toBe('That was a lot at once');
    expect((await ask(3)).outcome).toBe('answered');
  });

  it('takes forty commands a minute from one person, and any number from the clock', async () => {
    const { house, time } = demoHouse();
    const ask = () => house.askLine('/help', vina);
    for (let i = 0; i < 40; i++) expect((await ask()).outcome).toBe('answered');
    expect((await ask()).title).toBe('That was a lot at once');
    expect((await house.askLine('/help', rina)).outcome).toBe('answered');
    expect((await house.askLine('/help', clock)).outcome).toBe('answered');
    time.at += 60_000;
    expect((await ask()).outcome).toBe('answered');
  });
});
