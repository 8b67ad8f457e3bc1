import { describe, expect, it } from 'vitest';
import { words } from '../fakes/slack/index.ts';
import { hold } from '../support/hold.ts';
import { chart, png, post, refusal, reply, shop, slackForTest } from './slack-house.ts';

/** How Slack is answered: at once, to whom it concerns, with pictures, by whichever road is open. */

const sales = { kind: 'facts', facts: [{ label: 'Sales', value: 1, unit: 'money' }] } as const;

describe.each(['socket', 'http'] as const)('an answer over %s', (kind) => {
  it('acknowledges a command at once and then answers the person alone', async () => {
    const { slack, open } = await slackForTest();
    const { working, finish } = hold();
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
    const { slack, open } = await slackForTest();
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
    const { slack, open } = await slackForTest();
    await open(kind, () => reply('Revenue'));

    await slack.types('U1', 'C1', '/forecast share:yes');

    await slack.sees('U2', /Revenue/);
    await slack.until(() => slack.visibleTo('U1').length === 1, 'the note to go');
  });

  it('offers to share an answer, and shares it by asking again', async () => {
    const { slack, open } = await slackForTest();
    const { asked } = await open(kind, () => reply('Revenue'));
    await slack.types('U1', 'C1', '/forecast weeks:8');
    await slack.sees('U1', /Share to channel/);

    await slack.clicks('U1', 'Share to channel');

    await slack.sees('U2', /Revenue/);
    expect(asked.at(-1)?.ask).toEqual({ name: 'forecast', input: { weeks: '8', share: 'yes' } });
  });

  it('offers no sharing of a refusal, or of what a second asking would do twice', async () => {
    const { slack, open } = await slackForTest();
    await open(kind, ({ ask }) => (ask.name === 'forecast' ? refusal('No data', 'Import orders.') : reply('P-31')));

    await slack.types('U1', 'C1', '/forecast');
    await slack.types('U1', 'C1', '/budget propose total:1M');

    expect(words(await slack.sees('U1', /No data/))).not.toContain('Share');
    expect(words(await slack.sees('U1', /P-31/))).not.toContain('Share');
  });

  it('finds another road when the answer address has expired', async () => {
    const { slack, open } = await slackForTest();
    const { working, finish } = hold();
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
    const { slack, open } = await slackForTest();
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

  it('passes on what it does not know, and reads what Slack has escaped', async () => {
    const { slack, open } = await slackForTest();
    const { asked } = await open(kind, ({ ask }) => refusal(`There is no command "${ask.name}"`, 'Try /help.'));

    await slack.types('U1', 'C1', '/sextant team set user:<@U7|ana> title:R&amp;D');
    await slack.types('U1', 'C1', '/sextant forecast weeks:3');

    await slack.until(() => asked.length === 2, 'both');
    expect(asked[0]?.ask.name).toBe('team set');
    expect(asked[1]?.ask).toEqual({ name: 'forecast', input: { weeks: '3' } });
  });

  it('pings nobody, whatever a customer is called', async () => {
    const { slack, open } = await slackForTest();
    await open(kind, () =>
      reply('<!channel> *R&D*', { kind: 'text', text: '<!here> <@U1> _x_' }, { kind: 'note', text: '<!everyone>' }),
    );

    await slack.types('U1', 'C1', '/forecast share:yes <!channel>');

    const message = await slack.sees('U2', /everyone/);
    expect(message.text).toBe('&lt;!channel&gt; ∗R&amp;D∗');
    expect(JSON.stringify(message.blocks)).not.toContain('mrkdwn');
  });

  it('tells the numbers in time and shows a picture that Slack was slow with when it comes', async () => {
    const { slack, open } = await slackForTest();
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
    await post(opened);
    await slack.clicks('U1', 'Approve', { confirmed: true });
    await slack.until(() => pictures() === 4, 'the pictures after the answer');
  });

  it('tells the person even when an answer cannot be written', async () => {
    const { slack, open } = await slackForTest();
    const broken = { ...reply('Revenue', sales), shop: { ...shop, locale: 'no locale' } };
    await open(kind, () => broken);

    await slack.types('U1', 'C1', '/forecast');

    await slack.sees('U1', /Something broke on our side/);
  });
});
