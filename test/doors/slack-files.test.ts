import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { startFakeSlack, words } from '../fakes/slack/index.ts';
import { hold } from '../support/hold.ts';
import { post, reply, slackForTest } from './slack-house.ts';

/** Files that people bring in Slack, and how far their reading has come. */

describe.each(['socket', 'http'] as const)('a file over %s', (kind) => {
  it('takes a file through the form of /import, and leaves nothing of it on disk', async () => {
    const { slack, open } = await slackForTest();
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
    const { slack, open } = await slackForTest();
    const { asked } = await open(kind, () => reply('Looked at'));
    await slack.types('U1', 'C1', '/import');
    await slack.until(() => slack.form('U1'), 'a form');

    await slack.submits('U1', {}, [slack.fileOf('orders.csv', 'a'), slack.fileOf('spend.csv', 'b')]);

    await slack.sees('U1', /Looked at/);
    expect(asked[0]?.uploads.map(({ name }) => name)).toEqual(['orders.csv', 'spend.csv']);
    expect(asked[0]?.uploads.some(({ path }) => existsSync(path))).toBe(false);
  });

  it('tells progress in one direct message, which becomes the answer', async () => {
    const { slack, open } = await slackForTest();
    const { working, finish } = hold();
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

  it('lets what it said while it read the file become the report', async () => {
    const { slack, open } = await slackForTest();
    await open(kind, () => reply('I-1 · orders.csv: imported'));
    await slack.types('U1', 'C1', '/import');
    await slack.until(() => slack.form('U1'), 'a form');
    await slack.submits('U1', {}, [slack.fileOf('orders.csv', 'a')]);

    await slack.sees('U1', /imported/);

    expect(slack.visibleTo('U1').map(({ text }) => text)).toEqual(['I-1 · orders.csv: imported']);
    expect(slack.callsOf('response_url')[0]!.args.text).toBe('Reading orders.csv …');
  });

  it('is one message from its reading to its report where it comes by direct message', async () => {
    const { slack, open } = await slackForTest();
    await open(kind, async ({ progress }) => {
      progress!({ words: '10%', share: 0.1 });
      return reply('I-1 · orders.csv: imported');
    });

    await slack.writes('U1', '', [slack.fileOf('orders.csv', 'a')]);
    await slack.sees('U1', /imported/);

    expect(slack.visibleTo('U1').map(({ text }) => text)).toEqual(['I-1 · orders.csv: imported']);
  });

  it('leaves nothing behind where it tells progress just as the person is told to wait', async () => {
    const { slack, open } = await slackForTest();
    const { working, finish } = hold();
    const work: Parameters<typeof open>[1] = async ({ progress }) => {
      progress!({ words: '10%', share: 0.1 });
      await working;
      return reply('I-1 · orders.csv: imported');
    };
    await open(kind, work, { patienceMs: 0 });
    await slack.writes('U1', 'data check');
    await slack.sees('U1', /10%/);

    finish();

    await slack.sees('U1', /imported/);
    expect(slack.visibleTo('U1').map(({ text }) => text)).toEqual(['I-1 · orders.csv: imported']);
  });

  it('is answered where all can read it when that was asked for, also after its progress was told', async () => {
    const { slack, open } = await slackForTest();
    const { door: opened } = await open(kind, async ({ progress }) => {
      progress!({ words: '10%', share: 0.1 });
      return { ...reply('The week', { kind: 'text', text: 'Sales rose.' }), audience: 'channel' };
    });
    await post(opened);

    await slack.clicks('U1', 'Approve', { confirmed: true });

    await slack.sees('U2', /Sales rose/);
    await slack.sees('U1', /The answer is in the channel where you asked/);
    const direct = slack.visibleTo('U1').filter(({ channel }) => channel === 'DU1');
    expect(direct.map(words)).toEqual([expect.stringContaining('The week')]);
    expect(words(direct[0]!)).not.toContain('Sales rose');
  });

  it('answers in the usual way when the progress cannot be told', async () => {
    const { slack, open } = await slackForTest();
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

  it('fetches no file from anywhere but Slack, and so shows the token to nobody else', async () => {
    const { slack, open } = await slackForTest();
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
    const { slack, open } = await slackForTest();
    const { asked } = await open(kind, () => reply('Imported'));
    await slack.types('U1', 'C1', '/import');
    await slack.until(() => slack.form('U1'), 'a form');

    const large = { ...slack.fileOf('orders.csv', 'a'), size: 300 * 1024 * 1024 };
    const { errors } = await slack.submits('U1', {}, [large]);

    expect(errors).toEqual({ sextant_file: expect.stringContaining('300 MB; up to 200 MB') });
    expect(asked).toEqual([]);
  });

  it('takes no sign-in page for a file', async () => {
    const { slack, open } = await slackForTest();
    const { asked } = await open(kind, () => reply('Imported'));
    await slack.types('U1', 'C1', '/import');
    await slack.until(() => slack.form('U1'), 'a form');
    slack.fails('files-pri', { status: 302, headers: { location: 'https://slack.example/sign-in' } });

    await slack.submits('U1', {}, [slack.fileOf('orders.csv', 'a')]);

    await slack.sees('U1', /lacks the files:read scope/);
    expect(asked).toEqual([]);
  });

  it('opens the same form from a button', async () => {
    const { slack, open } = await slackForTest();
    const { door: opened } = await open(kind, () => reply('Imported'));
    await post(opened);

    await slack.clicks('U1', 'Import orders');

    await slack.until(() => slack.form('U1'), 'a form');
  });

  it('leads back to the form of a file that did not come, with what was typed beside it', async () => {
    const { slack, open } = await slackForTest();
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
});
