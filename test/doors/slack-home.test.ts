import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outlet } from '../../src/doors.ts';
import { slackManifest } from '../../src/slack/manifest.ts';
import type { Reply } from '../../src/told.ts';
import { type FakeSlack, textsIn, words } from '../fakes/slack/index.ts';
import {
  type Answers,
  approvalCard,
  chart,
  commands,
  refusal,
  reply,
  type SlackStreet,
  shop,
  slackStreet,
} from './slack-house.ts';

/** The App Home, and what can be chosen from the menu of a message: with a made-up house behind the real door. */

let slack: FakeSlack;
let log: string[];
let open: SlackStreet['open'];
let close: SlackStreet['close'];

beforeEach(async () => {
  ({ slack, log, open, close } = await slackStreet());
});

afterEach(() => close());

const waiting: Reply = {
  title: 'Test: 1 thing waits for you',
  tone: 'careful',
  parts: [
    {
      kind: 'table',
      title: 'Waiting for you',
      columns: [
        { title: 'Id', unit: 'receipt' },
        { title: 'What', unit: 'text' },
        { title: 'Promised', unit: 'money' },
        { title: 'Until', unit: 'instant' },
      ],
      rows: [['P-31', 'a budget shift by <!channel> *Rina*', 800_000, null]],
    },
  ],
  actions: [
    { label: 'Open P-31', style: 'plain', ask: { name: 'forecast', input: { weeks: '3' } } },
    { label: 'Settings', style: 'plain', opens: true, ask: { name: 'budget propose', input: {} } },
    { label: 'Import', style: 'plain', ask: { name: 'import', input: {} } },
    approvalCard.actions![1]!,
  ],
};

/** The Home as it waits, and something else for all that is asked there. */
const homeAnd =
  (answer: Answers): Answers =>
  (asked) =>
    asked.ask.name === 'home' ? waiting : answer(asked);

const home = (user: string) => textsIn(slack.home(user)?.view ?? []).join('\n');
const sees = (user: string, pattern: RegExp) =>
  slack.until(() => pattern.test(slack.window(user)), `the window of ${user} to say ${pattern}`);
const opened = async (user: string) => {
  await slack.opensHome(user);
  await slack.until(() => slack.home(user), 'a Home');
};

describe.each(['socket', 'http'] as const)('the App Home over %s', (kind) => {
  it('shows each person what is theirs, in blocks that a Home takes, with nothing that Slack would parse', async () => {
    const { asked } = await open(kind, ({ caller }) => (caller.user === 'U1' ? waiting : reply('Nothing waits')));

    await opened('U1');
    await opened('U2');

    expect(home('U1')).toContain('P-31\n · a budget shift by <!channel> *Rina* · Promised: GBP 8,000');
    expect(home('U1')).not.toContain('Until');
    expect(home('U2')).toContain('Nothing waits');
    expect(JSON.stringify(slack.home('U1')?.view)).not.toContain('mrkdwn');
    expect(asked.map(({ ask, caller }) => [ask.name, caller.door, caller.user])).toEqual([
      ['home', 'slack', 'U1'],
      ['home', 'slack', 'U2'],
    ]);
  });

  it('is not made for those who only open its messages, and once for an event that Slack repeats', async () => {
    const { asked } = await open(kind, () => waiting);
    await slack.opensHome('U1', 'messages');
    await slack.event({ type: 'app_home_opened', user: 'U1', tab: 'home' }, 'Ev1');
    await slack.event({ type: 'app_home_opened', user: 'U1', tab: 'home' }, 'Ev1', {
      headers: { 'x-slack-retry-num': '1' },
    });
    await slack.until(() => slack.home('U1'), 'a Home');
    await slack.until(() => log.some((line) => /came twice/.test(line)), 'the second');
    expect(asked).toHaveLength(1);
  });

  it('answers a press in a window that opens at once, and makes the Home anew', async () => {
    let finish = () => {};
    const working = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { asked } = await open(
      kind,
      homeAnd(async () => {
        await working;
        return { ...reply('P-31', chart), actions: approvalCard.actions };
      }),
    );
    await opened('U1');
    const before = slack.home('U1')!.hash;

    await slack.presses('U1', 'home', 'Open P-31');
    await sees('U1', /Working on it/);
    finish();

    await sees('U1', /P-31[\s\S]*rises from 40 k/);
    await slack.until(() => slack.home('U1')!.hash !== before, 'the Home to be made anew');
    expect(asked.map(({ ask }) => ask.name)).toEqual(['home', 'forecast', 'home']);
    expect(slack.visibleTo('U1')).toEqual([]);
  });

  it('answers what is pressed in the window in the window, also by a form, and keeps what was typed', async () => {
    const { asked } = await open(
      kind,
      homeAnd(({ ask }) => {
        if (ask.name === 'forecast') return { ...reply('P-31'), actions: approvalCard.actions };
        return ask.input.reason === 'no' ? refusal('Say more', 'reason must say more.') : reply('Rejected');
      }),
    );
    await opened('U1');
    await slack.presses('U1', 'home', 'Open P-31');
    await sees('U1', /Reject/);

    await slack.presses('U1', 'window', 'Reject');
    await slack.until(() => slack.form('U1'), 'a form');
    expect((await slack.submits('U1', { reason: 'no' })).errors).toMatchObject({ reason: expect.anything() });
    await slack.submits('U1', { reason: 'too early' });

    await sees('U1', /Rejected/);
    expect(slack.form('U1')).toBeUndefined();
    expect(asked.findLast(({ ask }) => ask.name === 'budget decide')?.ask.input.reason).toBe('too early');
    expect(slack.visibleTo('U1')).toEqual([]);
  });

  it('shows a form that is made at the press where its answer would stand', async () => {
    const settings = { title: 'Settings', submit: 'Save', fields: [] };
    await open(
      kind,
      homeAnd(({ ask }) => ({
        ...reply('Settings'),
        actions: [{ label: 'Change', style: 'plain', ask, form: settings }],
      })),
    );
    await opened('U1');

    await slack.presses('U1', 'home', 'Settings');

    const form = await slack.until(() => slack.form('U1'), 'a form');
    expect(form.view.title).toMatchObject({ text: 'Settings' });
    expect(slack.workspace.views.size).toBe(1);
  });

  it('opens forms and uploads from the Home itself, and reports there', async () => {
    await open(
      kind,
      homeAnd(() => reply('Looked at')),
    );
    await opened('U1');

    await slack.presses('U1', 'home', 'Import');
    await slack.until(() => slack.form('U1'), 'a form');
    await slack.submits('U1', {}, [slack.fileOf('orders.csv', 'a,b\n')]);

    await sees('U1', /Looked at/);
    expect(slack.visibleTo('U1')).toEqual([]);
  });

  it('answers by direct message when the window was closed, and when none could be opened', async () => {
    let finish = () => {};
    let working = new Promise<void>((resolve) => {
      finish = resolve;
    });
    await open(
      kind,
      homeAnd(async () => {
        await working;
        return reply('P-31 as it stands');
      }),
    );
    await opened('U1');
    await slack.presses('U1', 'home', 'Open P-31');
    await sees('U1', /Working/);
    slack.closesWindow('U1');
    finish();
    expect((await slack.sees('U1', /P-31 as it stands/)).channel).toBe('DU1');

    working = Promise.resolve();
    slack.clock.advance(3000);
    slack.fails('views.open', { error: 'expired_trigger_id' });
    await slack.presses('U1', 'home', 'Open P-31');

    await slack.until(() => slack.visibleTo('U1').length === 2, 'a second message');
  });

  it('never puts an older Home over a newer one', async () => {
    const gates: (() => void)[] = [];
    let made = 0;
    await open(kind, async ({ ask }) => {
      if (ask.name !== 'home') return reply('Answered');
      const mine = ++made;
      if (mine === 2) await new Promise<void>((resolve) => gates.push(resolve));
      return reply(`Home ${mine}`);
    });
    await opened('U1');
    const slow = slack.opensHome('U1');
    await slack.until(() => gates.length === 1, 'the slow one');
    await slack.opensHome('U1');
    await slack.until(() => /Home 3/.test(home('U1')), 'the newer Home');

    gates[0]!();
    await slow;
    await slack.until(() => slack.callsOf('views.publish').length === 3, 'the older one to be sent');

    expect(home('U1')).toContain('Home 3');
    await slack.opensHome('U1');
    await slack.until(() => /Home 4/.test(home('U1')), 'the next one');
    expect(log.filter((line) => /Home/.test(line))).toEqual([]);
  });

  it('leaves the Home as it is when it was asked for too often', async () => {
    let count = 0;
    await open(kind, ({ ask }) => {
      if (ask.name !== 'home') return reply('Answered');
      return ++count === 1 ? waiting : refusal('That was a lot at once', 'Try again in a moment.');
    });
    await opened('U1');

    await slack.presses('U1', 'home', 'Open P-31');
    await slack.until(() => count === 2, 'it to be asked for');

    expect(home('U1')).toContain('P-31');
  });

  it('speaks the language of whoever opens it', async () => {
    await open(
      kind,
      homeAnd(() => reply('Jawaban')),
      { languageOf: ({ user }) => (user === 'U1' ? 'id' : 'en') },
    );
    await opened('U1');
    await slack.presses('U1', 'home', 'Import');
    await slack.until(() => slack.form('U1'), 'a form');
    expect(slack.window('U1')).toContain('Batal');
    expect(slack.window('U1')).not.toMatch(/Cancel|File, or several|Send/);
  });
});

describe('Explain this number', () => {
  const manifest = slackManifest(commands);
  const answers: Answers = ({ ask }) =>
    ask.name === 'why' ? reply(`${String(ask.input.id)}: how it was made`) : reply('Sales', ...approvalCard.parts);
  const posted = async (outlet: Outlet, ...parts: Reply['parts']) => {
    await outlet.post('C1', { ...reply('Week 16', ...parts), shop, language: 'en' }, 'k');
    return slack.workspace.messages.at(-1)!;
  };
  const figure = (label: string, receipt: string) => ({ label, value: 1, unit: 'count' as const, receipt });

  it('answers privately for the one receipt of a message', async () => {
    const { asked, door } = await open('socket', answers);
    const message = await posted(door.outlet, { kind: 'facts', facts: [figure('Sales', 'F-1042')] });

    await slack.chooses('U1', 'Explain this number', manifest, message);

    await slack.sees('U1', /F-1042: how it was made/);
    expect(asked.at(-1)?.ask).toEqual({ name: 'why', input: { id: 'F-1042' } });
    expect(slack.visibleTo('U2')).toHaveLength(1);
  });

  it('lets one choose where there are several, each by the name of its number', async () => {
    const { door } = await open('socket', answers);
    const message = await posted(
      door.outlet,
      { kind: 'facts', facts: [figure('Sales', 'F-1042'), figure('Again', 'F-1042'), figure('Lost', 'S-88')] },
      { kind: 'note', text: 'Built on T-12. Not ids: x-1, COVID-19, A-, AB-12.' },
    );

    await slack.chooses('U1', 'Explain this number', manifest, message);
    const choice = await slack.sees('U1', /Which number\?/);
    expect(textsIn(choice.blocks)).toEqual(['Which number?', 'F-1042 · Sales', 'S-88 · Lost', 'T-12']);
    await slack.clicks('U1', 'S-88 · Lost');

    await slack.sees('U1', /S-88: how it was made/);
  });

  it('says so where there is none', async () => {
    const { asked } = await open('socket', answers);
    await slack.chooses('U1', 'Explain this number', manifest, []);
    await slack.sees('U1', /quotes no receipt/);
    expect(asked).toEqual([]);
  });

  it('answers in the thread where it was chosen, as does a button there', async () => {
    const { door } = await open('socket', answers);
    const parent = await posted(door.outlet);
    await door.outlet.post('C1', { ...approvalCard, shop, language: 'en', title: 'Details' }, 'k2', parent.ts);
    const message = slack.workspace.messages.at(-1)!;
    expect(message.thread_ts).toBe(parent.ts);

    await slack.chooses('U1', 'Explain this number', manifest, message);
    expect(await slack.sees('U1', /P-31: how it was made/)).toMatchObject({ thread_ts: parent.ts, to: 'U1' });
    await slack.clicks('U2', 'Approve', { confirmed: true });

    expect(await slack.sees('U2', /^Sales/)).toMatchObject({ thread_ts: parent.ts, to: 'U2' });
    slack.clock.advance(3000);
    slack.fails('response_url', { status: 404 });
    await slack.clicks('U3', 'Approve', { confirmed: true });
    expect(await slack.sees('U3', /^Sales/)).toMatchObject({ thread_ts: parent.ts, to: 'U3' });
    expect(words(parent)).toContain('Week 16');
  });
});

describe('to who reads Indonesian', () => {
  const english = /\b(the|of|is|are|and|with|for|not|this|that|press|once|file|files|answer|button|form|more|ask)\b/i;

  it('the door says nothing in English, whatever goes wrong', async () => {
    let slow = Promise.resolve();
    const { door } = await open(
      'socket',
      async ({ ask }) => {
        if (ask.name === 'home') return { ...reply('Toko'), actions: approvalCard.actions!.slice(2) };
        await slow;
        const facts = Array.from(
          { length: 400 },
          (_, i) => ({ label: `angka ${i}`, value: i, unit: 'count' }) as const,
        );
        const file = { kind: 'file', name: 'daftar.csv', mime: 'text/csv', content: 'a' } as const;
        const text = { kind: 'text', text: 'kata '.repeat(3000) } as const;
        return { ...reply('Jawaban', { kind: 'facts', facts }, text, chart, file), language: 'id' };
      },
      { languageOf: () => 'id', patienceMs: 5, memory: { keep: () => 'k', recall: () => null } },
    );
    const manifest = slackManifest(commands);
    const tooLong = { name: 'forecast', input: { weeks: 'x'.repeat(2500) } };
    const actions = [{ label: 'Panjang', style: 'plain', ask: tooLong } as const, approvalCard.actions![0]!];
    await door.outlet.post('C1', { ...reply('Kartu'), actions, shop: null, language: 'id' }, 'k');
    slack.fails('views.open', { error: 'expired_trigger_id' });

    await slack.types('U1', 'C1', '/import');
    await slack.sees('U1', /Formulir tidak terbuka/);
    await slack.types('U1', 'C1', '/import');
    await slack.until(() => slack.form('U1'), 'a form');
    const said = [slack.window('U1')];
    const { errors } = await slack.submits('U1', {}, [{ ...slack.fileOf('a.csv', 'a'), size: 1e9 }]);
    said.push(JSON.stringify(errors));
    slack.fails('files-pri', { status: 500 });
    await slack.submits('U1', {}, [slack.fileOf('a.csv', 'a')]);
    await slack.sees('U1', /Berkas tidak diterima/);
    let finish = () => {};
    slow = new Promise((resolve) => {
      finish = resolve;
    });
    await slack.clicks('U1', 'Approve', { confirmed: true });
    await slack.sees('U1', /Sedang dikerjakan/);
    finish();
    await slack.clicks('U1', 'Panjang');
    await slack.sees('U1', /Tombol itu sudah terlalu lama/);
    await slack.chooses('U1', 'Import this file', manifest, []);
    await slack.sees('U1', /tidak punya berkas/);
    await slack.chooses('U1', 'Explain this number', manifest, []);
    await slack.sees('U1', /Tidak ada bukti/);
    await slack.types('U1', 'C1', '/forecast');
    await slack.sees('U1', /Jawaban · 2 dari 2/);
    await slack.until(() => slack.workspace.messages.some(({ file }) => file), 'the file');
    await opened('U1');

    const labels =
      /Approve|Import orders|Vouchers go from .* a week\.|how the file is laid out|Revenue rises .*|Revenue, next 8 weeks|npm run ask -- .*/g;
    const shown = [
      ...slack
        .visibleTo('U1')
        .filter(({ file }) => !file)
        .map(words),
      home('U1'),
      ...said,
    ];
    for (const each of shown) expect(each.replace(labels, '')).not.toMatch(english);
  });
});
