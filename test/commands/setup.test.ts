import { describe, expect, it } from 'vitest';
import type { Premises } from '../../commands/command.ts';
import type { Answer } from '../../src/told.ts';
import { begun } from '../support/beginning.ts';
import { ana, demoHouse, fact, houseOn, rina, table, terminal, vina, words } from '../support/house.ts';
import { ordersFile } from '../support/orders.ts';
import { englishIn } from '../words/english.ts';

const emptyHouse = () => houseOn(begun('empty'));
const labels = ({ actions = [] }: Answer) => actions.map(({ label }) => label);
const fields = ({ actions = [] }: Answer, label: string) =>
  actions.find((each) => each.label === label)?.form?.fields.map(({ name }) => name);

function ordersUntil(lastDay: string, days: number): string {
  const end = Date.parse(`${lastDay}T00:00:00Z`);
  const rows = Array.from({ length: days * 2 }, (_, i) => {
    const day = new Date(end - Math.floor(i / 2) * 86_400_000).toISOString().slice(0, 10);
    return `${i},${day},C${i % 40},A,1,${100_000 + (i % 7) * 1000}`;
  });
  return ordersFile(rows);
}

describe('/start', () => {
  it('leads from nothing to the digest, each step told from what is there', async () => {
    const { say, time, state } = emptyHouse();
    const first = await say('/start');
    expect(first.title).toBe('Step 1 of 7: The shop');
    expect(fields(first, 'Set up the shop')).toEqual(['name', 'currency', 'zone', 'week', 'language']);

    await say('/settings name:"Kopi Kita" currency:IDR zone:Asia/Jakarta');
    expect((await say('/start')).title).toBe('Step 2 of 7: Your orders');

    const today = new Date(time.at).toISOString().slice(0, 10);
    await say('/import', terminal, [{ name: 'orders.csv', path: ordersUntil(today, 400) }]);
    const third = await say('/start');
    expect(third.title).toBe('Step 3 of 7: The first forecast');
    expect(words(third)).toContain('✓ Your orders: 800 orders');

    await say('/forecast method:naive');
    // What could have been said of the past is not the newest that is known.
    await say(`/forecast method:naive as-of:${new Date(time.at - 20 * 86_400_000).toISOString().slice(0, 10)}`);
    const fourth = await say('/start');
    expect(words(fourth)).toContain('The first forecast: made;');
    expect(fourth.title).toBe('Step 4 of 7: Where I post');
    state.channels.add('digest', 'web', 'marketing');
    state.channels.add('approvals', 'web', 'approvals');
    expect((await say('/start')).title).toBe('Step 5 of 7: People and roles');

    await say('/team set user:slack:U1 role:approver name:Dina');
    await say('/team set user:slack:U2 role:analyst name:Rina');
    const last = await say('/start');
    expect(last.title).toBe('Step 7 of 7: The first digest');
    expect(labels(last)).toContain('Preview the digest');
    expect((await say('/start step:connections')).title).toBe('Step 6 of 7: What is connected');
  });

  it('says of data that ended long ago what can be said of it', async () => {
    const { say } = emptyHouse();
    await say('/settings name:Kopi currency:IDR zone:Asia/Jakarta');
    await say('/import', terminal, [{ name: 'orders.csv', path: ordersUntil('2020-01-31', 100) }]);
    const step = await say('/start');
    expect(words(step)).toContain('Your data ends on 31 Jan 2020, too long ago to look ahead from');
    expect(step.actions![0]).toMatchObject({ ask: { name: 'forecast', input: { 'as-of': '2020-02-01' } } });
    expect(labels(await say('/start step:digest'))).not.toContain('Preview the digest');
  });

  it('offers the files that wait, also where none came along', async () => {
    const { say } = emptyHouse();
    await say('/settings name:Kopi currency:IDR zone:Asia/Jakarta');
    await say('/data add', terminal, [{ name: 'orders.csv', path: ordersUntil('2026-01-31', 10) }]);
    for (const line of ['/start', '/status', '/data add', '/import'])
      expect(labels(await say(line)), line).toContain('Look at orders.csv');
  });

  it('offers only what the one who asks may do', async () => {
    const { say, state } = emptyHouse();
    state.people.set({ door: 'web', user: 'vina', name: 'Vina', role: 'viewer' }, 'terminal:t', 0);
    const people = await say('/start step:people', vina);
    expect(labels(people)).not.toContain('Add a person');
    expect(words(people)).toContain('Most of this is for an admin');
  });

  it('sets the purposes of the channel it is asked in', async () => {
    const { house, state } = emptyHouse();
    state.people.set({ door: 'slack', user: 'U1', name: 'Siti', role: 'admin' }, 'terminal:t', 0);
    const answer = await house.askLine('/start step:channels', { door: 'slack', user: 'U1', channel: 'C1' });
    expect(labels(answer)).toEqual(expect.arrayContaining(['Digest here', 'Approvals here']));
  });
});

describe('from the demo to a shop of one’s own', () => {
  const settled = async (line: string, changes: Partial<Premises> = {}) => {
    const opened: Parameters<Premises['openOwn']>[0][] = [];
    const premises: Premises = {
      hasOwn: () => false,
      openOwn(first) {
        opened.push(first);
        return { link: first.admin.door === 'web' ? 'http://127.0.0.1:3000/signin?token=x' : null };
      },
      openOwnAgain: () => {},
      openDemo: () => {},
      ...changes,
    };
    const { say } = houseOn(begun('demo'), { premises });
    return { answer: await say(line, ana), opened, say };
  };

  it('asks for what the shop counts in, and who its first admin is', async () => {
    const { answer } = await settled('/start');
    expect(answer.title).toBe('This is the demo shop: try it, then set up your own');
    expect(fields(answer, 'Set up my own shop')).toEqual(['name', 'currency', 'zone', 'you']);
    const { say } = await settled('/start');
    const [own] = (await say('/start', { ...ana, language: 'id' })).actions!;
    expect(own!.form!.fields.map(({ initial }) => initial)).toEqual([undefined, 'IDR', 'Asia/Jakarta', undefined]);
  });

  it('is where a file of the demo leads: by a button, or to whoever may press it', async () => {
    const { answer, say } = await settled('/data add');
    expect(answer.title).toBe('This is the demo shop: your orders do not belong in it');
    expect(fields(answer, 'Set up my own shop')).toEqual(['name', 'currency', 'zone', 'you']);
    const refused = await say('/import', rina);
    expect(words(refused)).toContain('Ask Ana to set up your own shop');
    expect(labels(refused)).toEqual([]);
    const fixed = await demoHouse().say('/data add', ana);
    expect(words(fixed)).toContain('ask them to open your own shop');
    const settledBefore = await Promise.all(
      ['/start', '/start own:yes', '/demo'].map((line) => demoHouse().say(line, ana)),
    );
    for (const each of [answer, refused, fixed, ...settledBefore]) expect(words(each)).not.toMatch(/DATABASE_PATH|npm/);
  });

  it('opens it with that admin, in their language', async () => {
    const { answer, opened } = await settled(
      '/start own:yes name:"Kopi Kita" currency:idr zone:Asia/Jakarta you:"Sari Dewi"',
    );
    expect(opened).toEqual([
      {
        shop: { name: 'Kopi Kita', currency: 'IDR', zone: 'Asia/Jakarta', locale: 'en-SG', demo: false },
        language: 'en',
        admin: { door: 'web', user: 'sari-dewi', name: 'Sari Dewi', role: 'admin' },
      },
    ]);
    expect(words(answer)).toContain('http://127.0.0.1:3000/signin?token=x');
  });

  it('gives nobody a way into a shop that is there already', async () => {
    let again = 0;
    const { answer, opened } = await settled('/start own:yes', {
      hasOwn: () => true,
      openOwnAgain: () => void again++,
    });
    expect({ opened, again }).toEqual({ opened: [], again: 1 });
    expect(words(answer)).not.toContain('token');
  });

  it('is for an admin, and says what is missing', async () => {
    const { answer, say } = await settled('/start own:yes');
    expect(answer.title).toBe('A shop of your own needs a name, its currency and its time zone');
    expect((await say('/start own:yes', rina)).title).toBe('Only an admin sets up the shop');
    const { say: elsewhere } = demoHouse();
    expect((await elsewhere('/start own:yes', ana)).title).toBe('I cannot change over from here');
  });

  it('goes back to the demo while nothing is at work', async () => {
    let demos = 0;
    const premises: Premises = {
      hasOwn: () => true,
      openOwn: () => ({ link: null }),
      openOwnAgain: () => {},
      openDemo: () => void demos++,
    };
    const { say, state } = houseOn(begun('empty'), { premises });
    await say('/settings name:Kopi currency:IDR zone:Asia/Jakarta');
    expect((await say('/demo')).title).toBe('The demo shop is being opened');
    await say('/import', terminal, [{ name: 'orders.csv', path: ordersUntil('2026-01-31', 10) }]);
    expect((await say('/demo')).title).toBe('Your own shop is at work here, and stays open');
    expect(demos).toBe(1);
    expect(state.shop.read()?.demo).toBe(false);
  });
});

describe('/settings', () => {
  it('changes what can be changed, on record', async () => {
    const { say, state } = emptyHouse();
    expect((await say('/settings name:Kopi')).title).toBe('A new shop needs its currency and its time zone');
    await say('/settings name:Kopi currency:usd zone:Asia/Tokyo language:id');
    await say('/settings currency:IDR zone:Asia/Jakarta');
    expect(state.shop.read()).toEqual({
      name: 'Kopi',
      currency: 'IDR',
      zone: 'Asia/Jakarta',
      locale: 'en-SG',
      demo: false,
    });
    const [last, first] = table(await say('/settings log')).rows;
    expect(last!.slice(3)).toEqual([
      'toko',
      'currency: USD dan zone: Asia/Tokyo',
      'currency: IDR dan zone: Asia/Jakarta',
    ]);
    expect(first![5]).toContain('language: id');
    await say('/settings currency:IDR');
    expect(table(await say('/settings log')).rows).toHaveLength(2);
  });

  it('keeps currency and zone once something was stored in them, and the week for good', async () => {
    const { say, state } = emptyHouse();
    await say('/settings name:Kopi currency:IDR zone:Asia/Jakarta');
    await say('/import', terminal, [{ name: 'orders.csv', path: ordersUntil('2026-01-31', 10) }]);
    expect((await say('/settings zone:Asia/Tokyo')).title).toBe(
      'Currency and time zone are settled: IDR, Asia/Jakarta',
    );
    expect((await say('/settings currency:USD')).outcome).toBe('refused');
    expect((await say('/settings name:"Kopi Lama"')).outcome).toBe('answered');
    expect(fields(await say('/settings'), 'Change settings')).toEqual(['name', 'week', 'language']);
    expect(words(await say('/settings week:sunday'))).toContain('week must be monday: forecasts are frozen');
    expect(state.shop.read()?.zone).toBe('Asia/Jakarta');
  });

  it.each([
    ['/settings currency:Taler', 'must be a currency by its three letters'],
    ['/settings zone:Atlantis', 'must be a time zone such as Asia/Jakarta'],
    ['/settings locale:x', 'must be a locale such as en-SG'],
  ])('%s is refused at its argument', async (line, says) => {
    expect(words(await emptyHouse().say(line))).toContain(says);
  });

  it('is read by all and changed by admins; the demo stays a demo', async () => {
    const { say } = demoHouse();
    expect((await say('/settings', vina)).actions).toEqual([]);
    expect((await say('/settings language:id', vina)).title).toBe('Only an admin changes the settings');
    expect((await say('/settings name:Mine', ana)).title).toBe('The demo shop stays as it is');
    expect(fields(await say('/settings', ana), 'Change settings')).toEqual(['language']);
  });
});

describe('/language', () => {
  it('is a person’s own, a channel’s, or the shop’s', async () => {
    const { say } = demoHouse();
    expect((await say('/language set:id', vina)).title).toBe('Saya menjawab Anda dalam Bahasa Indonesia');
    expect((await say('/language set:id for:shop', vina)).title).toBe('Hanya admin yang mengaturnya untuk orang lain');
    expect((await say('/status', rina)).language).toBe('en');
    await say('/language set:id for:shop', ana);
    expect((await say('/status', rina)).language).toBe('id');
    await say('/language set:en for:channel', ana);
    expect((await say('/status share:yes', rina)).language).toBe('en');
    expect((await say('/status', { ...rina, language: 'en' })).language).toBe('en');
    expect(fact(await say('/language', ana), 'Kanal ini').value).toBe('English');
  });

  it('offers what is not set, and refuses what is not spoken', async () => {
    const { say } = demoHouse();
    expect(labels(await say('/language', vina))).toEqual(['Bahasa Indonesia']);
    expect(labels(await say('/language', ana))).toHaveLength(3);
    expect((await say('/language set:fr', vina)).outcome).toBe('refused');
    expect((await say('/language set:id for:channel')).title).toBe('There is no channel here');
  });
});

describe('/team', () => {
  it('is a list with forms for an admin, and only a list for others', async () => {
    const { say } = demoHouse();
    const list = await say('/team', ana);
    expect(fields(list, 'Add a person')).toEqual(['user', 'name', 'role', 'limit']);
    expect(fields(list, 'Change a role')).toEqual(['user', 'role', 'limit', 'deputy']);
    expect((await say('/team list', vina)).actions).toEqual([]);
  });

  it('shows limits and deputies once there are some, and writes all of it down', async () => {
    const { say } = demoHouse();
    await say('/team set user:web:dina role:approver limit:50M deputy:web:raka', ana);
    const dina = table(await say('/team', ana)).rows.find(([name]) => name === 'Dina');
    expect(dina).toEqual(['Dina', 'approver', 'web:dina', 50_000_000, 'Raka']);
    const log = table(await say('/settings log', ana)).rows;
    expect(log.map(([, who, what, of]) => [who, what, of])).toEqual([
      ['Ana', 'Role given', 'web:dina'],
      ['Ana', 'Rules of approval', 'web:dina'],
    ]);
    expect(log[1]![5]).toBe('limit: IDR 50M and deputy: web:raka');
  });

  it('keeps one admin, whoever asks', async () => {
    const { say } = demoHouse();
    for (const line of ['/team remove web:ana', '/team set web:ana role:viewer'])
      expect((await say(line)).title, line).toBe('Ana is the last admin');
    await say('/team set web:rina role:admin', ana);
    expect((await say('/team remove web:ana', ana)).title).toBe('You cannot remove yourself');
    expect((await say('/team remove web:ana', rina)).title).toBe('Ana has no rights here any more');
  });
});

describe('/help', () => {
  it('is sorted by what people come for, and short: what one may not ask is left out', async () => {
    const { say } = demoHouse();
    const rows = (answer: Answer) => table(answer).rows.map(([, line]) => line);
    const forAnalyst = rows(await say('/help', rina));
    expect(forAnalyst.slice(0, 2)).toEqual(['/home', '/digest']);
    expect(forAnalyst).toEqual(expect.arrayContaining(['/lookback', '/ledger', '/calendar list', '/status']));
    expect(forAnalyst.length).toBeLessThan(20);
    expect(rows(await say('/help', vina))).not.toContain('/budget plan');
    expect(table(await say('/help all', vina)).rows.length).toBeGreaterThan(60);
  });
});

describe('the first steps in Indonesian', () => {
  it('are Indonesian through and through', async () => {
    const { say } = demoHouse();
    const lines = [
      '/start',
      '/demo',
      '/help',
      '/settings',
      '/language',
      '/team',
      '/status',
      '/signin',
      '/settings log',
    ];
    for (const line of lines) {
      const answer = await say(line, { ...ana, language: 'id' });
      const all = [words(answer), ...labels(answer)].flatMap((each) => each.split('\n')).flatMap(englishIn);
      expect(all, line).toEqual([]);
    }
  });
});

describe('the money and the clock of a first file', () => {
  const upload = () => [{ name: 'orders.csv', path: ordersUntil('2026-01-31', 10) }];

  it('are asked for once: what a person said holds for what they type next', async () => {
    const { say, state } = emptyHouse();
    const asked = await say('/data add', terminal, upload());
    expect(labels(asked)).toContain('Money and time zone');
    const { from } = asked.actions![0]!.ask.input;
    await say(`/data add from:${from} shop:"IDR Asia/Jakarta"`);
    await say(`/import from:${from}`);
    expect(state.shop.read()).toMatchObject({ currency: 'IDR', zone: 'Asia/Jakarta' });
  });

  it('need no zone where the money has one, and say how to name both where it has several', async () => {
    const { say } = emptyHouse();
    expect((await say('/data add shop:IDR', terminal, upload())).outcome).toBe('answered');
    const refused = await say('/data add shop:USD', terminal, upload());
    expect(words(refused)).toContain('for example shop:"IDR Asia/Jakarta"');
  });
});
