import { describe, expect, it } from 'vitest';
import { hold } from '../support/hold.ts';
import { approvalCard, post, refusal, reply, slackForTest } from './slack-house.ts';

/** Buttons in Slack, and the forms that they open. */

describe.each(['socket', 'http'] as const)('a button over %s', (kind) => {
  it('turns a click into the call that the button carries, by the person who clicked', async () => {
    const { slack, open } = await slackForTest();
    const { asked, door: opened } = await open(kind, () => reply('Approved by you'));
    const { ref: card } = await post(opened);

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
    const { slack, open } = await slackForTest();
    const { asked, door: opened } = await open(kind, () => reply('Noted'));
    await post(opened);

    await Promise.all([1, 2, 3].map(() => slack.clicks('U2', 'Approve', { confirmed: true })));
    await slack.clicks('U3', 'Approve', { confirmed: true });

    await slack.sees('U3', /Noted/);
    expect(asked.map(({ caller }) => caller.user)).toEqual(['U2', 'U3']);
  });

  it('shows a form, says what is wrong at its field, and takes it when it is right', async () => {
    const { slack, open } = await slackForTest();
    const { asked, door: opened } = await open(kind, ({ ask }) =>
      ask.input.reason === 'no'
        ? refusal('I did not understand that', 'reason must say more.\nFor example: /budget decide')
        : reply('Rejected', { kind: 'text', text: 'P-31 stays as it was.' }),
    );
    await post(opened);
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

  it('shows a form of many columns, its choices carried by the button', async () => {
    const { slack, open } = await slackForTest();
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
    await post(opened, [action]);

    await slack.clicks('U1', 'Choose');

    const shown = await slack.until(() => slack.form('U1'), 'a form');
    expect(JSON.stringify(shown.view)).toContain('Kolom nomor 39');
  });

  it('says that it heard a click that takes long', async () => {
    const { slack, open } = await slackForTest();
    const { working, finish } = hold();
    const { door: opened } = await open(
      kind,
      async () => {
        await working;
        return reply('Recomputed');
      },
      { patienceMs: 20 },
    );
    await post(opened);

    await slack.clicks('U2', 'Approve', { confirmed: true });

    await slack.sees('U2', /Working on it/);
    finish();
    await slack.sees('U2', /Recomputed/);
  });

  it('says so when a form could not be opened in time', async () => {
    const { slack, open } = await slackForTest();
    const { door: opened } = await open(kind, () => reply('Rejected'));
    await post(opened);
    slack.fails('views.open', { error: 'expired_trigger_id' });

    await slack.clicks('U2', 'Reject');

    await slack.sees('U2', /The form did not open/);
  });

  it('closes a form that takes long, and answers by message', async () => {
    const { slack, open } = await slackForTest();
    const { working, finish } = hold();
    const { door: opened } = await open(
      kind,
      async () => {
        await working;
        return refusal('P-31 is no longer open', 'See /budget pending.');
      },
      { patienceMs: 20 },
    );
    await post(opened);
    await slack.clicks('U2', 'Reject');
    await slack.until(() => slack.form('U2'), 'a form');

    const { ms, errors } = await slack.submits('U2', { reason: 'too early' });

    expect(ms).toBeLessThan(3000);
    expect(errors).toBeNull();
    finish();
    await slack.sees('U2', /no longer open/);
  });

  it('leads back to a form that closed before it was refused, with all that was typed', async () => {
    const { slack, open } = await slackForTest();
    const { working, finish } = hold();
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
    await post(opened, [action]);
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

  it('opens a form that takes long to make as soon as it is made', async () => {
    const { slack, open } = await slackForTest();
    const { working, finish } = hold();
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
    await post(opened, [action]);
    await slack.clicks('U2', 'Adjust');
    await slack.until(() => /Working on it/.test(slack.window('U2')), 'a window');
    slack.clock.advance(10_000);
    finish();

    const form = await slack.until(() => slack.form('U2'), 'the form');
    expect(form.view.title).toMatchObject({ text: 'Reject P-31' });
  });

  it('carries what is too long for a button, and says so when it is kept no longer', async () => {
    const { slack, open } = await slackForTest();
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
    await post(opened, actions);

    await slack.clicks('U2', 'Long');
    await slack.sees('U2', /Rejected/);
    kept.clear();
    await slack.clicks('U3', 'Long');

    await slack.sees('U3', /That button is too old/);
    expect(asked.map(({ ask: { input } }) => input.reason)).toEqual([note]);
  });
});

function many(count: number) {
  const text = (i: number) => `choice number ${i}`;
  return Array.from({ length: count }, (_, i) => ({ value: text(i), label: text(i) }));
}
