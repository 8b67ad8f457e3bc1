import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSlack } from '../../src/slack/door.ts';
import { inEnglish } from '../../words/tell.ts';
import { BOT_TOKEN, type FakeSlack, startFakeSlack, words } from '../fakes/slack/index.ts';
import {
  approvalCard,
  chart,
  png,
  refusal,
  reply,
  type SlackStreet,
  shop,
  slackStreet,
  stubHouse,
  transports,
} from './slack-house.ts';

const sales = { kind: 'facts', facts: [{ label: 'Sales', value: 1, unit: 'money' }] } as const;
let slack: FakeSlack;
let log: string[];
let open: SlackStreet['open'];
let close: SlackStreet['close'];

beforeEach(async () => {
  ({ slack, log, open, close } = await slackStreet());
});

afterEach(() => close());

describe.each(['socket', 'http'] as const)('the Slack door over %s', (kind) => {
  it('acknowledges a command at once and then answers the person alone', async () => {
    let finish = () => {};
    const working = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { asked } = await open(kind, async () => {
      await working;
      return reply('Revenue, next 8 weeks', { kind: 'text', text: 'About 62 k.' });
    });

    const { ms, status } = await slack.types('U1', 'C1', '/forecast weeks:8');

    expect(status).toBe(200);
    expect(ms).toBeLessThan(3000);
    await slack.sees('U1', /Working on \/forecast weeks:8/);
    finish();
    await slack.sees('U1', /About 62 k/);
    expect(slack.visibleTo('U1')).toHaveLength(1);
    expect(slack.visibleTo('U2')).toEqual([]);
    expect(asked).toEqual([
      {
        ask: { name: 'forecast', input: { weeks: '8' } },
        caller: { door: 'slack', user: 'U1', name: 'name-of-u1', channel: 'C1' },
        uploads: [],
      },
    ]);
  });

  it('shows a chart: uploaded whole, waited for, with words for those who cannot see it', async () => {
    slack.workspace.settings.fileProcessingMs = 3000;
    await open(kind, () => reply('Revenue', chart));

    await slack.types('U1', 'C1', '/forecast');

    const message = await slack.sees('U1', /rises from 40 k/);
    const [picture] = slack.pictures();
    expect(picture?.bytes).toEqual(png);
    expect(picture?.alt_text).toBe(chart.alt);
    expect(message.blocks).toContainEqual(
      expect.objectContaining({ type: 'image', alt_text: chart.alt, slack_file: { id: picture?.id } }),
    );
  });

  it('answers in the channel when the answer is for all, and takes its waiting note away', async () => {
    await open(kind, () => reply('Revenue'));

    await slack.types('U1', 'C1', '/forecast share:yes');

    await slack.sees('U2', /Revenue/);
    await slack.until(() => slack.visibleTo('U1').length === 1, 'the note to go');
  });

  it('offers to share an answer, and shares it by asking again', async () => {
    const { asked } = await open(kind, () => reply('Revenue'));
    await slack.types('U1', 'C1', '/forecast weeks:8');
    await slack.sees('U1', /Share to channel/);

    await slack.clicks('U1', 'Share to channel');

    await slack.sees('U2', /Revenue/);
    expect(asked.at(-1)?.ask).toEqual({ name: 'forecast', input: { weeks: '8', share: 'yes' } });
  });

  it('offers no sharing of a refusal, or of what a second asking would do twice', async () => {
    await open(kind, ({ ask }) => (ask.name === 'forecast' ? refusal('No data', 'Import orders.') : reply('P-31')));

    await slack.types('U1', 'C1', '/forecast');
    await slack.types('U1', 'C1', '/budget propose total:1M');

    expect(words(await slack.sees('U1', /No data/))).not.toContain('Share');
    expect(words(await slack.sees('U1', /P-31/))).not.toContain('Share');
  });

  it('turns a click into the call that the button carries, by the person who clicked', async () => {
    const { asked, door: opened } = await open(kind, () => reply('Approved by you'));
    const { ref: card } = await opened.outlet.post('C1', { ...approvalCard, shop: null, language: 'en' }, 'card');

    await expect(slack.clicks('U2', 'Approve')).rejects.toThrow('Slack asks first: Vouchers go from GBP 70,000');
    await slack.clicks('U2', 'Approve', { confirmed: true });

    await slack.sees('U2', /Approved by you/);
    expect(asked).toEqual([
      {
        ask: { name: 'budget decide', input: { id: 'P-31', vote: 'approve' } },
        caller: { door: 'slack', user: 'U2', name: 'name-of-u2', channel: 'C1' },
        uploads: [],
        progress: expect.any(Function),
      },
    ]);
    // The card itself is changed by the outbox, never by the answer to a click.
    expect(slack.visibleTo('U1').map(({ ts, text }) => [ts, text])).toEqual([[card, 'P-31 waits for a decision']]);
  });

  it('takes a double click once, and a second person as a second person', async () => {
    const { asked, door: opened } = await open(kind, () => reply('Noted'));
    await opened.outlet.post('C1', { ...approvalCard, shop: null, language: 'en' }, 'card');

    await Promise.all([1, 2, 3].map(() => slack.clicks('U2', 'Approve', { confirmed: true })));
    await slack.clicks('U3', 'Approve', { confirmed: true });

    await slack.sees('U3', /Noted/);
    expect(asked.map(({ caller }) => caller.user)).toEqual(['U2', 'U3']);
  });

  it('shows a form, says what is wrong at its field, and takes it when it is right', async () => {
    const { asked, door: opened } = await open(kind, ({ ask }) =>
      ask.input.reason === 'no'
        ? refusal('I did not understand that', 'reason must say more.\nFor example: /budget decide')
        : reply('Rejected', { kind: 'text', text: 'P-31 stays as it was.' }),
    );
    await opened.outlet.post('C1', { ...approvalCard, shop: null, language: 'en' }, 'card');
    await slack.clicks('U2', 'Reject');
    const form = await slack.until(() => slack.form('U2'), 'a form');
    expect(form.view.title).toMatchObject({ text: 'Reject P-31' });

    const { errors } = await slack.submits('U2', { reason: 'no' });

    expect(errors).toEqual({ reason: expect.stringContaining('reason must say more.') });
    expect(slack.form('U2')).toBeDefined();
    expect(slack.visibleTo('U2')).toHaveLength(1);

    await slack.submits('U2', { reason: 'too early, says "Ana"' });

    await slack.sees('U2', /P-31 stays as it was/);
    expect(slack.form('U2')).toBeUndefined();
    expect(asked.at(-1)?.ask).toEqual({
      name: 'budget decide',
      input: { id: 'P-31', vote: 'reject', reason: 'too early, says "Ana"' },
    });
  });

  it('takes a file through the form of /import, and leaves nothing of it on disk', async () => {
    let content = '';
    const { asked } = await open(kind, ({ uploads: [upload] }) => {
      content = readFileSync(upload!.path, 'utf8');
      return reply('Imported 2 rows');
    });
    const { status, body } = await slack.types('U1', 'C1', '/import layout:uci file:/etc/passwd');
    expect([status, body]).toEqual([200, {}]);
    await slack.until(() => slack.form('U1'), 'a form');

    await slack.submits('U1', { layout: 'generic' }, [slack.fileOf('orders.csv.gz', 'a,b\n1,2\n')]);

    await slack.sees('U1', /Imported 2 rows/);
    expect(content).toBe('a,b\n1,2\n');
    expect(asked).toHaveLength(1);
    expect(asked[0]?.ask).toEqual({ name: 'import', input: { layout: 'generic' } });
    expect(asked[0]?.uploads[0]?.name).toBe('orders.csv.gz');
    expect(asked[0]?.uploads[0]?.path).toMatch(/upload\.csv\.gz$/);
    expect(existsSync(asked[0]!.uploads[0]!.path)).toBe(false);
  });

  it('takes several files through one form, and no more than Slack allows', async () => {
    const { asked } = await open(kind, () => reply('Looked at'));
    await slack.types('U1', 'C1', '/import');
    await slack.until(() => slack.form('U1'), 'a form');

    await slack.submits('U1', {}, [slack.fileOf('orders.csv', 'a'), slack.fileOf('spend.csv', 'b')]);

    await slack.sees('U1', /Looked at/);
    expect(asked[0]?.uploads.map(({ name }) => name)).toEqual(['orders.csv', 'spend.csv']);
    expect(asked[0]?.uploads.some(({ path }) => existsSync(path))).toBe(false);
  });

  it('tells progress in one direct message, which becomes the answer', async () => {
    let finish = () => {};
    const working = new Promise<void>((resolve) => {
      finish = resolve;
    });
    await open(kind, async ({ progress }) => {
      progress!({ words: 'Reading orders.csv: 4,000 rows, 10%, about 30 s left', share: 0.1 });
      await slack.sees('U1', /4,000 rows, 10%/);
      progress!({ words: 'Reading orders.csv: 20,000 rows, 50%, about 15 s left', share: 0.5 });
      await working;
      return reply('I-1 · orders.csv: imported', { kind: 'text', text: 'Stored 40,000 of 40,000.' });
    });
    await slack.types('U1', 'C1', '/import');
    await slack.until(() => slack.form('U1'), 'a form');
    await slack.submits('U1', {}, [slack.fileOf('orders.csv', 'a')]);

    await slack.sees('U1', /20,000 rows, 50%, about 15 s left/);
    const direct = () => slack.workspace.messages.filter(({ channel }) => channel === 'DU1');
    expect(direct()).toHaveLength(1);
    finish();

    await slack.until(() => /Stored 40,000 of 40,000/.test(words(direct()[0]!)), 'the answer in its place');
    expect(direct()).toHaveLength(1);
    await slack.sees('U1', /The answer is in our direct messages/);
    expect(slack.visibleTo('U2')).toEqual([]);
  });

  it('answers in the usual way when the progress cannot be told', async () => {
    await open(kind, async ({ progress }) => {
      progress!({ words: '10%', share: 0.1 });
      return reply('Imported');
    });
    slack.fails('conversations.open', { status: 500 });
    await slack.types('U1', 'C1', '/import');
    await slack.until(() => slack.form('U1'), 'a form');
    await slack.submits('U1', {}, [slack.fileOf('orders.csv', 'a')]);
    await slack.sees('U1', /Imported/);
  });

  it('shows a form of many columns, its choices carried by the button', async () => {
    const columns = Array.from({ length: 40 }, (_, i) => ({ value: `Kolom nomor ${i}`, label: `Kolom nomor ${i}` }));
    const field = (name: string) => ({ name, label: name, kind: 'choice', required: true, choices: columns }) as const;
    const form = { title: 'Which is what?', submit: 'Look', fields: ['reason', 'vote'].map(field) };
    const { door: opened } = await open(kind, () => reply('Looked'));
    const action = {
      label: 'Choose',
      style: 'plain',
      ask: { name: 'budget decide', input: { id: 'P-1' } },
      form,
    } as const;
    await opened.outlet.post('C1', { ...approvalCard, actions: [action], shop: null, language: 'en' }, 'card');

    await slack.clicks('U1', 'Choose');

    const shown = await slack.until(() => slack.form('U1'), 'a form');
    expect(JSON.stringify(shown.view)).toContain('Kolom nomor 39');
  });

  it('fetches no file from anywhere but Slack, and so shows the token to nobody else', async () => {
    const { asked } = await open(kind, () => reply('Imported'));
    const elsewhere = await startFakeSlack();
    await slack.types('U1', 'C1', '/import');
    await slack.until(() => slack.form('U1'), 'a form');

    await slack.submits('U1', {}, [slack.fileOf('orders.csv', 'a', elsewhere.origin)]);

    await slack.sees('U1', /does not lie with Slack itself/);
    expect(asked).toEqual([]);
    await elsewhere.close();
  });

  it('says at the field that a file is missing or too large, before it is fetched', async () => {
    const { asked } = await open(kind, () => reply('Imported'));
    await slack.types('U1', 'C1', '/import');
    await slack.until(() => slack.form('U1'), 'a form');

    const large = { ...slack.fileOf('orders.csv', 'a'), size: 300 * 1024 * 1024 };
    const { errors } = await slack.submits('U1', {}, [large]);

    expect(errors).toEqual({ sextant_file: expect.stringContaining('300 MB; up to 200 MB') });
    expect(asked).toEqual([]);
  });

  it('takes no sign-in page for a file', async () => {
    const { asked } = await open(kind, () => reply('Imported'));
    await slack.types('U1', 'C1', '/import');
    await slack.until(() => slack.form('U1'), 'a form');
    slack.fails('files-pri', { status: 302, headers: { location: 'https://slack.example/sign-in' } });

    await slack.submits('U1', {}, [slack.fileOf('orders.csv', 'a')]);

    await slack.sees('U1', /lacks the files:read scope/);
    expect(asked).toEqual([]);
  });

  it('opens the same form from a button', async () => {
    const { door: opened } = await open(kind, () => reply('Imported'));
    await opened.outlet.post('C1', { ...approvalCard, shop: null, language: 'en' }, 'card');

    await slack.clicks('U1', 'Import orders');

    await slack.until(() => slack.form('U1'), 'a form');
  });

  it('finds another road when the answer address has expired', async () => {
    let finish = () => {};
    const working = new Promise<void>((resolve) => {
      finish = resolve;
    });
    await open(kind, async () => {
      await working;
      return reply('Revenue', { kind: 'text', text: 'late but here' });
    });
    await slack.types('U1', 'C1', '/forecast');
    slack.clock.advance(31 * 60 * 1000);

    finish();

    await slack.sees('U1', /late but here/);
    expect(slack.callsOf('chat.postEphemeral')).toHaveLength(1);
    expect(slack.visibleTo('U2')).toEqual([]);
  });

  it('answers by direct message where it cannot post, and sends files only there', async () => {
    const csv = { kind: 'file', name: 'reached.csv', mime: 'text/csv', content: 'name\nAna\n' } as const;
    await open(kind, () => reply('A list', csv));
    slack.fails('response_url', { status: 500 });

    await slack.types('U1', 'CSECRET', '/forecast');

    await slack.until(() => slack.workspace.messages.some(({ file }) => file), 'a file');
    const [message, file] = slack.workspace.messages.filter(({ channel }) => channel === 'DU1');
    expect(words(message!)).toContain('A list');
    expect(words(message!)).not.toContain('Share');
    expect(slack.workspace.files.get(file!.file!)?.bytes?.toString()).toBe('name\nAna\n');
    expect(slack.visibleTo('U2')).toEqual([]);
  });

  it('takes a delivery that Slack repeats once', async () => {
    const { asked } = await open(kind, () => reply('Revenue'));
    const { body } = slack.commandBody('U1', 'C1', '/forecast');

    await slack.deliver('slash_commands', body);
    const again = await slack.deliver('slash_commands', body, { headers: { 'x-slack-retry-num': '1' } });

    expect(again.status).toBe(200);
    await slack.sees('U1', /Revenue/);
    expect(asked).toHaveLength(1);
  });

  it('answers people of another workspace only with that', async () => {
    const { asked } = await open(kind, () => reply('Revenue'));
    const { body } = slack.commandBody('U9', 'C1', '/forecast', 'TOTHER');

    await slack.deliver('slash_commands', body);

    await slack.sees('U9', /only the people of its own workspace/);
    expect(asked).toEqual([]);
  });

  it('passes on what it does not know, and reads what Slack has escaped', async () => {
    const { asked } = await open(kind, ({ ask }) => refusal(`There is no command "${ask.name}"`, 'Try /help.'));

    await slack.types('U1', 'C1', '/sextant team set user:<@U7|ana> title:R&amp;D');
    await slack.types('U1', 'C1', '/sextant forecast weeks:3');

    await slack.until(() => asked.length === 2, 'both');
    expect(asked[0]?.ask.name).toBe('team set');
    expect(asked[1]?.ask).toEqual({ name: 'forecast', input: { weeks: '3' } });
  });

  it('pings nobody, whatever a customer is called', async () => {
    await open(kind, () =>
      reply('<!channel> *R&D*', { kind: 'text', text: '<!here> <@U1> _x_' }, { kind: 'note', text: '<!everyone>' }),
    );

    await slack.types('U1', 'C1', '/forecast share:yes <!channel>');

    const message = await slack.sees('U2', /everyone/);
    expect(message.text).toBe('&lt;!channel&gt; ∗R&amp;D∗');
    expect(JSON.stringify(message.blocks)).not.toContain('mrkdwn');
  });

  it('says that it heard a click that takes long', async () => {
    let finish = () => {};
    const working = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { door: opened } = await open(
      kind,
      async () => {
        await working;
        return reply('Recomputed');
      },
      { patienceMs: 20 },
    );
    await opened.outlet.post('C1', { ...approvalCard, shop: null, language: 'en' }, 'card');

    await slack.clicks('U2', 'Approve', { confirmed: true });

    await slack.sees('U2', /Working on it/);
    finish();
    await slack.sees('U2', /Recomputed/);
  });

  it('says so when a form could not be opened in time', async () => {
    const { door: opened } = await open(kind, () => reply('Rejected'));
    await opened.outlet.post('C1', { ...approvalCard, shop: null, language: 'en' }, 'card');
    slack.fails('views.open', { error: 'expired_trigger_id' });

    await slack.clicks('U2', 'Reject');

    await slack.sees('U2', /The form did not open/);
  });

  it('closes a form that takes long, and answers by message', async () => {
    let finish = () => {};
    const working = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { door: opened } = await open(
      kind,
      async () => {
        await working;
        return refusal('P-31 is no longer open', 'See /budget pending.');
      },
      { patienceMs: 20 },
    );
    await opened.outlet.post('C1', { ...approvalCard, shop: null, language: 'en' }, 'card');
    await slack.clicks('U2', 'Reject');
    await slack.until(() => slack.form('U2'), 'a form');

    const { ms, errors } = await slack.submits('U2', { reason: 'too early' });

    expect(ms).toBeLessThan(3000);
    expect(errors).toBeNull();
    finish();
    await slack.sees('U2', /no longer open/);
  });

  it('leads back to a form that closed before it was refused, with all that was typed', async () => {
    let finish = () => {};
    const working = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { asked, door: opened } = await open(
      kind,
      async () => {
        await working;
        return refusal('P-31 is no longer open', 'See /budget pending.');
      },
      { patienceMs: 20 },
    );
    const fields = [
      { name: 'reason', label: 'Why?', kind: 'text', required: true, hint: 'In your own words' },
      { name: 'amount', label: 'How much?', kind: 'number', required: false, nudge: 0.1 },
      { name: 'vote', label: 'What?', kind: 'choice', required: true, choices: many(60) },
    ] as const;
    const form = { title: 'Decide', submit: 'Send', fields, live: { name: 'forecast', input: {} } };
    const action = { ...approvalCard.actions![1]!, form };
    await opened.outlet.post('C1', { ...approvalCard, actions: [action], shop: null, language: 'en' }, 'card');
    await slack.clicks('U2', 'Reject');
    const first = await slack.until(() => slack.form('U2'), 'a form');
    const typed = { reason: 'too early "said" Ana', amount: '12.5', vote: 'choice number 7' };
    await slack.submits('U2', typed);
    finish();
    await slack.sees('U2', /no longer open/);

    await slack.clicks('U2', 'Back to the form');

    const again = await slack.until(() => slack.form('U2'), 'the form');
    const inputs = (view: Record<string, unknown>) =>
      (view.blocks as { element?: object; block_id: string }[]).map(({ element, ...block }) => ({
        ...block,
        element: { ...element, initial_value: undefined, initial_option: undefined },
      }));
    expect(inputs(again.view)).toEqual(inputs(first.view));
    expect(again.view.private_metadata).toContain('"live":"forecast"');
    await slack.submits('U2', {});
    await slack.until(
      () => asked.filter(({ ask }) => ask.name === 'budget decide').length === 2,
      'it to be asked again',
    );
    expect(asked.at(-1)?.ask.input).toMatchObject(typed);
  });

  it('leads back to the form of a file that did not come, with what was typed beside it', async () => {
    await open(kind, () => reply('Imported'));
    await slack.types('U1', 'C1', '/import');
    await slack.until(() => slack.form('U1'), 'a form');
    slack.fails('files-pri', { status: 500 });
    await slack.submits('U1', { layout: 'generic' }, [slack.fileOf('orders.csv', 'a')]);
    await slack.sees('U1', /The file was not taken/);

    await slack.clicks('U1', 'Back to the form');

    const form = await slack.until(() => slack.form('U1'), 'the form');
    expect(JSON.stringify(form.view)).toContain('"initial_option":{"text":{"type":"plain_text","text":"generic"');
  });

  it('opens a form that takes long to make as soon as it is made', async () => {
    let finish = () => {};
    const working = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const made = approvalCard.actions![1]!;
    const { door: opened } = await open(
      kind,
      async () => {
        await working;
        return { ...reply('Adjust'), actions: [made] };
      },
      { patienceMs: 20 },
    );
    const action = { label: 'Adjust', style: 'plain', opens: true, ask: made.ask } as const;
    await opened.outlet.post('C1', { ...approvalCard, actions: [action], shop: null, language: 'en' }, 'card');
    await slack.clicks('U2', 'Adjust');
    await slack.until(() => /Working on it/.test(slack.window('U2')), 'a window');
    slack.clock.advance(10_000);
    finish();

    const form = await slack.until(() => slack.form('U2'), 'the form');
    expect(form.view.title).toMatchObject({ text: 'Reject P-31' });
  });

  it('carries what is too long for a button, and says so when it is kept no longer', async () => {
    const kept = new Map<string, string>();
    const memory = {
      keep: (text: string) => {
        kept.set('k', text);
        return 'k';
      },
      recall: (key: string) => kept.get(key) ?? null,
    };
    const { asked, door: opened } = await open(kind, () => reply('Rejected'), { memory });
    const note = 'x'.repeat(2500);
    const ask = { name: 'budget decide', input: { id: 'P-31', vote: 'approve', reason: note } };
    const actions = [{ label: 'Long', style: 'plain', ask } as const];
    await opened.outlet.post('C1', { ...approvalCard, actions, shop: null, language: 'en' }, 'card');

    await slack.clicks('U2', 'Long');
    await slack.sees('U2', /Rejected/);
    kept.clear();
    await slack.clicks('U3', 'Long');

    await slack.sees('U3', /That button is too old/);
    expect(asked.map(({ ask: { input } }) => input.reason)).toEqual([note]);
  });

  it('tells the numbers in time and shows a picture that Slack was slow with when it comes', async () => {
    slack.workspace.settings.fileProcessingMs = 40_000;
    const { door: opened } = await open(kind, () => reply('Revenue', chart, { ...chart, title: 'Second' }));
    const pictures = () =>
      slack.visibleTo('U1').flatMap(({ blocks }) => blocks.filter(({ type }) => type === 'image')).length;

    await slack.types('U1', 'C1', '/forecast');
    await slack.until(() => pictures() === 2, 'the pictures in the answer');
    expect(slack.visibleTo('U1')).toHaveLength(1);
    expect(slack.callsOf('response_url')).toHaveLength(2);
    const [first] = slack.callsOf('response_url');
    expect(JSON.stringify(first!.args.blocks)).toContain(chart.alt);
    expect(first!.at - slack.calls[0]!.at).toBeLessThan(25_000);

    // The answer to a press cannot be changed: its pictures follow it.
    await opened.outlet.post('C1', { ...approvalCard, shop: null, language: 'en' }, 'card');
    await slack.clicks('U1', 'Approve', { confirmed: true });
    await slack.until(() => pictures() === 4, 'the pictures after the answer');
  });

  it('tells the person even when an answer cannot be written', async () => {
    const broken = { ...reply('Revenue', sales), shop: { ...shop, locale: 'no locale' } };
    await open(kind, () => broken);

    await slack.types('U1', 'C1', '/forecast');

    await slack.sees('U1', /Something broke on our side/);
  });

  it('waits for work in flight before it closes, and takes none after', async () => {
    let finish = () => {};
    const working = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { asked, door: opened } = await open(kind, async () => {
      await working;
      return reply('Finished after all');
    });
    await slack.types('U1', 'C1', '/forecast');

    let isClosed = false;
    const closed = opened.close().then(() => {
      isClosed = true;
    });
    expect(inEnglish(opened.state())).toBe('closed');
    if (kind === 'http') expect(await slack.types('U2', 'C1', '/forecast')).toMatchObject({ status: 503 });
    else await slack.until(() => slack.sockets.length === 0, 'the end of the socket');
    expect(isClosed).toBe(false);
    finish();
    await closed;

    await slack.sees('U1', /Finished after all/);
    expect(asked).toHaveLength(1);
  });

  it('does not mind the tokens of people, and hears when its own is gone', async () => {
    const { door: opened } = await open(kind, () => reply('Revenue'));
    await slack.event({ type: 'tokens_revoked', tokens: { oauth: ['U1'] } });
    await slack.event({ type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: ['UOTHER'] } });
    expect(opened.isConnected()).toBe(true);

    await slack.event({ type: 'tokens_revoked', tokens: { bot: ['UBOT'] } });

    await slack.until(() => /token was revoked/.test(inEnglish(opened.state())), 'the state');
    expect(opened.isConnected()).toBe(false);
  });

  it('writes a failed call into the log once', async () => {
    await open(kind, () => reply('Revenue'));
    for (const method of ['response_url', 'chat.postEphemeral', 'chat.postMessage'])
      slack.fails(method, { status: 503 });
    await slack.types('U1', 'C1', '/forecast');
    await slack.until(() => log.length > 0, 'a line in the log');
    await slack.types('U1', 'C1', '/forecast');
    await slack.sees('U1', /Revenue/);
    expect(log).toEqual([expect.stringMatching(/^error: an answer could not be delivered/)]);
  });

  it('says that the app was removed', async () => {
    const { door: opened } = await open(kind, () => reply('Revenue'));
    expect(inEnglish(opened.state())).toMatch(
      kind === 'socket' ? /^connected as @sextant$/ : /^listening on port \d+ as @sextant$/,
    );

    await slack.event({ type: 'app_uninstalled' });

    await slack.until(() => /removed/.test(inEnglish(opened.state())), 'the state');
  });

  it('writes no token into the log', async () => {
    await open(kind, () => reply('Revenue', chart));
    for (const method of ['response_url', 'chat.postEphemeral', 'chat.postMessage'])
      slack.fails(method, { status: 500 });
    slack.fails('files.getUploadURLExternal', { error: `invalid ${BOT_TOKEN}` });

    await slack.types('U1', 'C1', '/forecast');

    await slack.until(() => log.some((line) => /could not be delivered/.test(line)), 'a line in the log');
    expect(log.join('\n')).not.toMatch(/xoxb-|xapp-|respond\/\d/);
  });
});

describe('requests over HTTP', () => {
  it.each([
    ['a forged signature', { signature: `v0=${'0'.repeat(64)}` }],
    ['no version', { signature: 'nonsense' }],
    ['an old timestamp', { timestamp: Math.floor(Date.now() / 1000) - 360 }],
    ['a timestamp from the future', { timestamp: Math.floor(Date.now() / 1000) + 3600 }],
  ])('refuses %s', async (_, signed) => {
    const { asked } = await open('http', () => reply('Revenue'));

    const { status } = await slack.types('U1', 'C1', '/forecast', signed);

    expect(status).toBe(401);
    expect(asked).toEqual([]);
  });

  it('refuses a replay of the very same request', async () => {
    const { asked } = await open('http', () => reply('Revenue'));
    const { body } = slack.commandBody('U1', 'C1', '/forecast');
    const timestamp = Math.floor(Date.now() / 1000);

    await slack.deliver('slash_commands', { ...body, trigger_id: '' }, { timestamp });
    await slack.deliver('slash_commands', { ...body, trigger_id: '' }, { timestamp });

    await slack.sees('U1', /Revenue/);
    expect(asked).toHaveLength(1);
  });

  it('stores an event that Slack repeats once', async () => {
    await open('http', () => reply('Revenue'));

    await slack.event({ type: 'tokens_revoked' }, 'Ev1');
    await slack.event({ type: 'tokens_revoked' }, 'Ev1', { headers: { 'x-slack-retry-num': '1' } });

    await slack.until(() => log.some((line) => /came twice/.test(line)), 'the second');
    expect(log.filter((line) => /token was revoked/.test(line))).toHaveLength(1);
  });

  it('asks an injected memory, which may outlive the process', async () => {
    const keys: string[] = [];
    const { asked } = await open('http', () => reply('Revenue'), { seen: (key) => keys.push(key) > 0 });

    await slack.types('U1', 'C1', '/forecast');

    expect(asked).toEqual([]);
    expect(keys).toContainEqual(expect.stringMatching(/^v0=/));
  });

  it('says at once that its port is taken', async () => {
    const { door: first } = await open('http', () => reply('Revenue'));
    const { house } = stubHouse(() => reply('Revenue'));
    const options = {
      botToken: BOT_TOKEN,
      transport: { ...transports.http, port: first.port! },
      apiUrl: slack.apiUrl,
      renderChart: async () => png,
      log: () => {},
    };

    await expect(openSlack(options, house)).rejects.toThrow('EADDRINUSE');
  });
});

describe('the socket', () => {
  it('comes back at once when Slack refreshes it', async () => {
    const { door: opened } = await open('socket', () => reply('Revenue'));
    const [first] = slack.sockets;

    slack.refreshes();

    await slack.until(() => slack.sockets.length === 1 && slack.sockets[0] !== first, 'a new socket');
    await slack.types('U1', 'C1', '/forecast');
    await slack.sees('U1', /Revenue/);
    expect(inEnglish(opened.state())).toBe('connected as @sextant');
  });

  it('survives an outage of Slack, and a revoked token', async () => {
    const { door: opened } = await open('socket', () => reply('Revenue'));
    slack.fails('apps.connections.open', { status: 503 }, { cut: 'before' }, { error: 'internal_error' });
    const [first] = slack.sockets;

    first?.terminate();

    await slack.until(() => slack.sockets.length === 1 && slack.sockets[0] !== first, 'a new socket');
    await slack.until(() => inEnglish(opened.state()) === 'connected as @sextant', 'the state');

    slack.fails('apps.connections.open', { error: 'token_revoked' });
    slack.sockets[0]?.terminate();

    await slack.until(() => inEnglish(opened.state()) === 'disconnected: token_revoked', 'the state');
  });

  it.each([
    [{ botToken: 'xoxb-wrong' }, 'Slack refused the bot token: invalid_auth'],
    [{ transport: { kind: 'socket', appToken: 'xapp-wrong' } }, 'Slack refused the app token: invalid_auth'],
  ] as const)('says which token Slack refuses', async (wrong, message) => {
    await expect(open('socket', () => reply('Revenue'), wrong)).rejects.toThrow(message);
  });

  it('waits for Slack at the start', async () => {
    slack.fails('auth.test', { status: 503 }, { cut: 'before' });

    const { door: opened } = await open('socket', () => reply('Revenue'));

    expect(inEnglish(opened.state())).toBe('connected as @sextant');
  });
});

function many(count: number) {
  const text = (i: number) => `choice number ${i}`;
  return Array.from({ length: count }, (_, i) => ({ value: text(i), label: text(i) }));
}
