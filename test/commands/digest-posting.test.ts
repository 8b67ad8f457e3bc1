import { describe, expect, it } from 'vitest';
import type { Reply } from '../../commands/reply.ts';
import type { Place } from '../../data/state/types/channels.ts';
import { tell, toldIn } from '../../words/tell.ts';
import { DAY_MS, HOUR_MS, MONDAY_EIGHT } from '../support/clock.ts';
import { ana, clock, demoHouse, rina, terminal, vina, words } from '../support/house.ts';

const C1: Place = { door: 'slack', channel: 'C1' };
const C2: Place = { door: 'discord', channel: '77' };
const sari = { door: 'slack', user: 'U9', name: 'Sari', channel: '@U9' } as const;

/** A shop of one's own on the Monday after its last complete week, with an admin in Slack and the digest set for C1. */
function realShop({ at = MONDAY_EIGHT } = {}) {
  const setting = demoHouse({ at, replay: true });
  const { state } = setting;
  state.shop.set({ ...state.shop.read()!, demo: false });
  state.people.set({ door: 'slack', user: 'U9', name: 'Sari', role: 'admin' }, 'terminal:t', 0);
  state.channels.remove('digest', { door: 'web', channel: 'marketing' });
  state.channels.add('digest', C1.door, C1.channel);
  const sent = () => {
    const found: { key: string; channel: string; title: string; text: string; reply: Reply }[] = [];
    for (;;) {
      const message = state.outbox.claim(['slack', 'discord', 'web'], setting.time.at, HOUR_MS);
      if (!message) return found;
      state.outbox.sent(message.id, { revision: message.revision, ref: `ref ${message.id}` }, setting.time.at);
      const reply = message.content as Reply;
      const told = toldIn(reply, { language: 'en', shop: state.shop.read() });
      const text = told.parts.map((part) => ('text' in part ? part.text : '')).join('\n');
      found.push({ key: message.key, channel: message.channel, title: told.title, text, reply });
    }
  };
  return { ...setting, sent };
}

const labels = ({ actions = [] }: Reply) => actions.map(({ label }) => tell(label, { language: 'en', shop: null }));

describe('the first digest of a channel', () => {
  it('is shown to the admins, and goes nowhere before one of them presses; then by itself', async () => {
    const { say, sent, state, time } = realShop();
    const asked = await say('/digest post:yes', clock);
    expect(asked.title).toBe('The digest of 13–19 Apr 2026 waits for an admin to look at it first');
    const [preview, ...others] = sent();
    expect(others).toEqual([]);
    expect(preview).toMatchObject({
      channel: '@U9',
      title: expect.stringMatching(/^Preview for slack:C1: Week 13–19 Apr/),
    });
    expect(preview!.text).toContain('Nothing goes to slack:C1 before you press.');
    expect(labels(preview!.reply)).toEqual(['Post it', 'Change', 'Not now']);
    expect(state.ledger.runs(1)).toEqual([]);

    const [press] = preview!.reply.actions!;
    const answer = await say(lineOf(press!.ask), sari);
    expect(answer.title).toBe('The digest goes to 1 channel');
    const [settled, digest] = sent().sort((a, b) => a.channel.localeCompare(b.channel));
    expect(settled).toMatchObject({
      channel: '@U9',
      title: 'The digest goes to slack:C1: Sari has looked at it',
    });
    expect(digest).toMatchObject({ key: 'slack:C1:digest:2026-04-13', channel: 'C1' });
    expect(state.ledger.runs(1)).toHaveLength(1);
    expect(state.audit.about('slack:C1').map(({ act, actor }) => [act, actor])).toEqual([
      ['digest approved', 'slack:U9'],
    ]);

    time.at += 7 * DAY_MS;
    expect((await say('/digest post:yes', clock)).title).toMatch(/waits: .* are missing/);
  }, 90_000);

  it('can be looked at and let go from the terminal, where nobody is an admin in a chat', async () => {
    const { say, sent, state } = realShop();
    state.people.remove('slack', 'U9');
    await say('/digest post:yes', clock);
    expect(sent()).toEqual([]);
    expect(words(await say('/schedule list', terminal))).toContain('waits for an admin to look');
    expect((await say('/digest preview', terminal)).title).toMatch(/^Preview for slack:C1/);
    expect((await say('/digest approve channel:slack:C1', rina)).outcome).toBe('refused');
    expect((await say('/digest approve channel:slack:C1', terminal)).title).toBe('The digest goes to 1 channel');
    expect((await say('/digest approve channel:slack:C1', terminal)).title).toMatch(/is already posted$/);
    expect(
      sent()
        .map(({ key }) => key)
        .filter((key) => key.includes(':digest:')),
    ).toEqual(['slack:C1:digest:2026-04-13']);
    const none = await say('/digest preview', terminal);
    expect(none.title).toBe('No preview waits');
    expect(none.actions?.map(({ ask }) => ask.name)).toEqual(['digest']);
  });

  it('stays away for a week when an admin says not now, and is shown again after every change', async () => {
    const { say, sent, state } = realShop();
    await say('/digest post:yes', clock);
    const [preview] = sent();
    await say(lineOf(preview!.reply.actions![2]!.ask), sari);
    sent();
    await say('/digest post:yes', clock);
    expect(sent()).toEqual([]);

    expect((await say('/channel set purpose:digest persona:executive channel:slack:C1', terminal)).tone).toBe('good');
    const late = await say(lineOf(preview!.reply.actions![0]!.ask), sari);
    expect(late).toMatchObject({ outcome: 'refused', title: 'The digest of slack:C1 was changed since that preview' });
    await say('/digest post:yes', clock);
    const [again] = sent();
    expect(again!.text).toContain('written for executives');
    await say(lineOf(again!.reply.actions![0]!.ask), sari);
    expect(state.digests.find(C1)).toMatchObject({ isApproved: true, persona: 'executive' });
    await say('/channel set purpose:digest persona:analyst channel:slack:C1', terminal);
    expect(state.digests.find(C1)!.isApproved).toBe(false);
  });

  it('is not the look back: that waits for the same word', async () => {
    const { say, sent } = realShop();
    expect((await say('/lookback post:yes', clock)).title).toBe('The look back goes nowhere yet');
    expect(sent()).toEqual([]);
  });
});

/** Two channels, both let. */
function twoChannels() {
  const setting = realShop();
  setting.state.channels.add('digest', C2.door, C2.channel);
  for (const place of [C1, C2]) setting.state.digests.approve(place, 1);
  return setting;
}

describe('the digest of a channel', () => {
  it('is written for its persona, and holds what was chosen for it', async () => {
    const { say, sent, state } = twoChannels();
    state.digests.set(C2, { persona: 'executive', include: null });
    state.digests.approve(C2, 2);
    await say('/digest post:yes', clock);
    const messages = sent();
    const [team, executive] = ['slack:C1:digest:2026-04-13', 'discord:77:digest:2026-04-13'].map(
      (key) => messages.find((each) => each.key === key)!,
    );
    expect(team!.reply.parts.map(({ kind }) => kind)).toEqual([
      'note',
      'facts',
      'text',
      'text',
      'text',
      'text',
      'note',
    ]);
    expect(team!.text).toMatch(
      /Moved most, .* D-1\nSegments: \d+ customers left .* in the year before\)\. M-1\nScale up .* R-\d/,
    );
    expect(executive!.reply.parts.map(({ kind }) => kind)).toEqual(['note', 'facts', 'chart', 'note']);
    expect(executive!.text).not.toContain('Moved most');
    expect(messages.map(({ key }) => key)).toContain('slack:C1:digest-details:2026-04-13');
    expect(messages.map(({ key }) => key)).not.toContain('discord:77:digest-details:2026-04-13');
  });

  it('loses a line that an analyst mutes there, and nowhere else, until it is put back', async () => {
    const { say, sent, state, time } = twoChannels();
    await say('/digest post:yes', clock);
    const posted = sent().find(({ channel }) => channel === 'C1');
    const mute = posted!.reply.actions!.find(({ form }) => form)!;
    expect(mute.form!.fields[0]!.choices!.map(({ value }) => value)).toContain('segments');
    expect((await say(`${lineOf(mute.ask)} section:segments`, vina)).outcome).toBe('refused');
    const muted = await say(`${lineOf(mute.ask)} section:segments`, rina);
    expect(muted.title).toBe('Muted in slack:C1: Moves between segments');
    expect(state.digests.find(C1)!.isApproved).toBe(true);

    const shown = async (place: Place) =>
      words(await say('/digest', { ...ana, door: 'web', seat: place.door as 'slack', channel: place.channel }));
    expect(await shown(C1)).not.toContain('Segments:');
    expect(await shown(C2)).toContain('Segments:');
    expect(words(await say('/schedule list', rina))).toContain('Moves between segments | posts by itself');
    time.at += HOUR_MS;
    expect((await say(lineOf(muted.actions![0]!.ask), rina)).tone).toBe('good');
    expect(await shown(C1)).toContain('Segments:');
    expect(state.audit.about('slack:C1').map(({ act, detail }) => [act, detail.section])).toEqual([
      ['digest line muted', 'segments'],
      ['digest line unmuted', 'segments'],
    ]);
  });

  it('says at its end how many of its channels have it, once that is known', async () => {
    const { say, state, time } = twoChannels();
    await say('/digest post:yes', clock);
    const footerOf = (place: Place) => {
      const copy = state.outbox.about('digest 2026-04-13').find(({ door }) => door === place.door)!;
      const note = (copy.content as Reply).parts.at(-1)!;
      return note.kind === 'note' ? tell(note.text, { language: 'en', shop: null }) : '';
    };
    const send = (door: string, outcome: 'sent' | 'dead') => {
      const { id, revision } = state.outbox.claim([door], time.at, HOUR_MS)!;
      if (outcome === 'sent') state.outbox.sent(id, { revision, ref: 'ref' }, time.at);
      else state.outbox.bury(id, { error: 'not_in_channel', reached: false });
    };
    send('slack', 'sent');
    await say('/digest delivered', clock);
    expect(footerOf(C1)).toMatch(/On its way to 2 channels\.$/);
    send('discord', 'dead');
    await say('/digest delivered', clock);
    expect(footerOf(C1)).toMatch(/Delivered 1 of 2 channels\.$/);

    state.outbox.revive({}, time.at);
    for (const door of ['discord', 'slack', 'slack']) send(door, 'sent');
    await say('/digest delivered', clock);
    for (const place of [C1, C2]) expect(footerOf(place)).toMatch(/Delivered 2 of 2 channels\.$/);
    const waiting = state.outbox.counts().waiting;
    await say('/digest delivered', clock);
    expect(state.outbox.counts().waiting).toBe(waiting);
  });
});

describe('/channel', () => {
  it('names its sections, takes them by name, and refuses what is none', async () => {
    const { say, state } = demoHouse();
    const wrong = await say('/channel set purpose:digest include:"sales, move"', ana);
    expect(words(wrong)).toContain('Did you mean moved?');
    const card = await say('/channel set purpose:digest include:"sales, moved"', ana);
    expect(words(card)).toContain('It holds: Sales against the forecast and What moved most.');
    expect(state.digests.list()).toMatchObject([{ include: ['sales', 'moved'], isApproved: false }]);
    expect((await say('/channel set purpose:approvals persona:executive', ana)).outcome).toBe('refused');
    expect((await say('/channel set purpose:digest', rina)).outcome).toBe('refused');
    expect(words(await say('/channel list', vina))).toContain('web:marketing | the whole team | Sales');
    expect((await say('/channel remove purpose:digest', ana)).tone).toBe('good');
    expect(words(await say('/digest mute section:moved', rina))).toContain('Set one with /channel set');
  });
});

/** A press of a button, as a line that a person could type. */
function lineOf({ name, input }: { readonly name: string; readonly input: Readonly<Record<string, unknown>> }): string {
  return `/${name} ${Object.entries(input)
    .map(([key, value]) => `${key}:"${value}"`)
    .join(' ')}`;
}
