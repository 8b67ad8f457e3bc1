import { describe, expect, it } from 'vitest';
import type { Reply } from '../commands/reply.ts';
import { openDatabase } from '../data/database.ts';
import { openState } from '../data/state/open.ts';
import type { DeadLetter } from '../src/dead-letters.ts';
import { openDelivery } from '../src/delivery.ts';
import { DeliveryError, type OpenDoor } from '../src/doors.ts';
import type { Rendered } from '../src/told.ts';
import { pauseOn } from './support/clock.ts';
import { emptyDatabase } from './support/database.ts';
import { databaseFile } from './support/house.ts';

type Fault = 'later' | 'never' | 'cut before' | 'cut after' | 'find fails';

/** A door whose channel is an array, and whose calls fail as told, one fault a call. */
function faultyDoor(faults: Fault[]) {
  const posted: { key: string; title: string; thread?: string }[] = [];
  const fail = (fault: Fault) => {
    throw new DeliveryError(fault === 'later' || fault === 'never' ? fault : 'unknown', fault, {
      retryAfterMs: fault === 'later' ? 5000 : 0,
    });
  };
  const door: OpenDoor = {
    name: 'slack',
    state: () => 'open',
    isConnected: () => true,
    close: async () => {},
    outlet: {
      paceMs: 1_100,
      nameOf: async (channel) => `#${channel}`,
      async post(_channel, { title }: Rendered, key, thread) {
        const fault = faults.shift();
        if (fault && fault !== 'cut after') fail(fault);
        posted.push({ key, title, ...(thread && { thread: posted[Number(thread)]!.key }) });
        if (fault) fail(fault);
        return String(posted.length - 1);
      },
      async update(_channel, ref, { title }) {
        const fault = faults.shift();
        if (fault) fail(fault);
        posted[Number(ref)]!.title = title;
      },
      async find(_channel, key) {
        if (faults[0] === 'find fails') fail(faults.shift()!);
        const at = posted.findIndex((each) => each.key === key);
        return at === -1 ? null : String(at);
      },
    },
  };
  return { door, posted };
}

function setting(faults: Fault[] = [], random = () => 1) {
  const state = openState(emptyDatabase());
  const { door, posted } = faultyDoor(faults);
  const letters: DeadLetter[] = [];
  const clock = { at: 1_000_000 };
  const openOne = () =>
    openDelivery({
      state,
      doors: () => [door],
      now: () => clock.at,
      random,
      pause: pauseOn(clock),
      report: (letter) => letters.push(letter),
    });
  const say = (title: string): Reply => ({ title, tone: 'plain', parts: [] });
  const enqueue = (
    key: string,
    { channel = 'C1', ...about }: { subject?: string; thread?: string; channel?: string } = {},
  ) => state.outbox.enqueue({ key, door: 'slack', channel, content: say('first'), ...about }, clock.at);
  const flushLater = async () => {
    clock.at += 3_600_000;
    await openOne().flush();
  };
  return { state, door, posted, letters, clock, openOne, enqueue, say, flushLater };
}

describe('delivery', () => {
  it('posts a key once, however often it is enqueued', async () => {
    const { posted, enqueue, openOne } = setting();

    expect([enqueue('digest:1'), enqueue('digest:1')]).toEqual([true, false]);
    await openOne().flush();
    await openOne().flush();

    expect(posted).toEqual([{ key: 'digest:1', title: 'first' }]);
  });

  it.each<[string, Fault[]]>([
    ['a rate limit', ['later']],
    ['a line cut before the effect', ['cut before']],
    ['a line cut after the effect', ['cut after']],
    ['a look-up that cannot tell', ['cut after', 'find fails']],
    ['trouble in a row', ['later', 'cut before', 'cut after', 'find fails', 'find fails']],
  ])('shows the message once after %s', async (_, faults) => {
    const { state, posted, enqueue, flushLater } = setting(faults);
    enqueue('digest:1');

    for (let round = 0; round < 7; round++) await flushLater();

    expect(posted).toEqual([{ key: 'digest:1', title: 'first' }]);
    expect(state.outbox.counts()).toEqual({ waiting: 0, sent: 1, dead: 0 });
  });

  it('waits by chance, so that many senders do not come back at once', async () => {
    const { state, clock, enqueue, openOne, flushLater } = setting(Array(4).fill('cut before'), () => 0.777_77);
    enqueue('digest:1');

    for (let round = 0; round < 3; round++) await flushLater();
    await openOne().flush();
    expect(state.outbox.next(['slack'])! - clock.at).toBe(Math.ceil(0.777_77 * 2_000 * 2 ** 3));
    for (let round = 0; round < 2; round++) await flushLater();

    expect(state.outbox.counts()).toMatchObject({ sent: 1 });
  });

  it('says so when people read it long after it was written', async () => {
    const { door, clock, enqueue, openOne } = setting();
    const notes: unknown[] = [];
    door.outlet.post = async (_, { parts }) => String(notes.push(...parts));
    enqueue('in time');
    await openOne().flush();
    enqueue('late');
    clock.at += 3_600_000;
    await openOne().flush();

    expect(notes).toEqual([{ kind: 'note', text: expect.stringMatching(/^Late: written .* delivered /) }]);
  });

  it('finds what a process had posted when it died before writing it down', async () => {
    const { state, posted, clock, enqueue, flushLater } = setting();
    enqueue('digest:1');
    state.outbox.claim(['slack'], clock.at, 60_000);
    posted.push({ key: 'digest:1', title: 'first' });

    await flushLater();

    expect(posted).toHaveLength(1);
    expect(state.outbox.counts()).toEqual({ waiting: 0, sent: 1, dead: 0 });
  });

  it('changes every copy of a card in place', async () => {
    const { state, posted, clock, enqueue, openOne, say } = setting();
    enqueue('a', { subject: 'P-1' });
    enqueue('b', { subject: 'P-1' });
    enqueue('c', { subject: 'P-2' });
    await openOne().flush();

    state.outbox.rewrite('P-1', say('approved'), clock.at);
    await openOne().flush();

    expect(posted.map(({ key, title }) => `${key} ${title}`)).toEqual(['a approved', 'b approved', 'c first']);
  });

  it('sends a change that came while the message was being sent', async () => {
    const { state, posted, clock, enqueue, openOne, say } = setting();
    enqueue('a', { subject: 'P-1' });
    const { id, revision } = state.outbox.claim(['slack'], clock.at, 60_000)!;
    state.outbox.rewrite('P-1', say('approved'), clock.at);
    posted.push({ key: 'a', title: 'first' });
    state.outbox.sent(id, { revision, ref: '0' }, clock.at);

    await openOne().flush();

    expect(posted).toEqual([{ key: 'a', title: 'approved' }]);
  });

  it('gives up what a person must mend, and says so once', async () => {
    const { state, letters, enqueue, flushLater } = setting(['never']);
    enqueue('digest:1');

    await flushLater();
    await flushLater();

    expect(state.outbox.dead()).toMatchObject([{ channel: 'C1', error: 'never' }]);
    expect(letters).toMatchObject([
      { door: 'slack', channel: 'C1', place: '#C1', title: 'first', error: { message: 'never' } },
    ]);
  });

  it('tells once why a channel takes nothing, and again when that still holds after a retry', async () => {
    const { state, posted, letters, clock, enqueue, openOne } = setting(['never', 'never', 'never', 'never']);
    for (const key of ['a', 'b']) enqueue(key);
    await openOne().flush();
    expect(letters).toHaveLength(1);

    state.outbox.revive({ door: 'slack', channel: 'C1' }, clock.at);
    await openOne().flush();
    expect(letters).toHaveLength(2);
    state.outbox.revive({ door: 'slack', channel: 'C1' }, clock.at);
    await openOne().flush();

    expect(posted.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(state.outbox.dead()).toEqual([]);
  });

  it('is tried for about a day before it is given up', async () => {
    const { state, letters, clock, enqueue, openOne } = setting(Array(1000).fill('cut before'));
    const began = clock.at;
    enqueue('a');

    while (letters.length === 0) {
      clock.at = Math.max(clock.at, state.outbox.next(['slack'])!);
      await openOne().flush();
    }

    const hours = (clock.at - began) / 3_600_000;
    // Without chance each wait is the longest; by chance they are half of that.
    expect(hours / 2).toBeGreaterThan(20);
    expect(hours / 2).toBeLessThan(30);
  });

  it('waits as long as the platform asks', async () => {
    const { posted, clock, enqueue, openOne } = setting(['later']);
    const began = clock.at;
    enqueue('digest:1');
    await openOne().flush();
    expect(posted).toEqual([]);

    clock.at += 4_000;
    await openOne().flush();

    expect(posted).toHaveLength(1);
    expect(clock.at - began).toBe(5_000);
  });

  it('writes to one channel no faster than its platform takes it, and to others meanwhile', async () => {
    const { state, posted, clock, enqueue, openOne } = setting();
    const began = clock.at;
    for (const key of ['a', 'b', 'c']) enqueue(key);
    enqueue('d', { channel: 'C2' });

    await openOne().flush();

    expect(posted.map(({ key }) => key)).toEqual(['a', 'd', 'b', 'c']);
    expect(clock.at - began).toBe(2 * 1_100);
    expect(state.outbox.counts()).toMatchObject({ waiting: 0, sent: 4 });
  });

  it('leaves a whole channel alone for as long as the platform asks', async () => {
    const { posted, clock, enqueue, openOne } = setting(['later']);
    enqueue('a');
    enqueue('b');
    enqueue('c', { channel: 'C2' });

    await openOne().flush();
    expect(posted.map(({ key }) => key)).toEqual(['c']);
    clock.at += 5_000;
    await openOne().flush();

    expect(posted.map(({ key }) => key)).toEqual(['c', 'a', 'b']);
  });

  it('does not let a slow channel hold up another', async () => {
    const { state, posted, door, enqueue, openOne } = setting();
    let answer = () => {};
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { post } = door.outlet;
    door.outlet.post = async (channel, ...about) => {
      if (channel === 'C1') await slow;
      return post(channel, ...about);
    };
    enqueue('a');
    enqueue('b', { channel: 'C2' });
    const delivery = openOne();
    const first = delivery.flush();
    await expect.poll(() => posted.map(({ key }) => key)).toEqual(['b']);
    enqueue('c', { channel: 'C3' });

    const second = delivery.flush();
    await expect.poll(() => posted.map(({ key }) => key)).toEqual(['b', 'c']);
    expect(state.outbox.counts()).toMatchObject({ waiting: 1, sent: 2 });
    answer();

    expect([await first, await second]).toEqual([3, 2]);
  });

  describe('in a thread', () => {
    it('waits until the message above stands, and goes under it', async () => {
      const { posted, clock, enqueue, openOne } = setting(['cut before']);
      enqueue('digest');
      enqueue('detail', { thread: 'digest' });

      await openOne().flush();
      expect(posted).toEqual([]);
      clock.at += 3_600_000;
      await openOne().flush();

      expect(posted).toEqual([
        { key: 'digest', title: 'first' },
        { key: 'detail', title: 'first', thread: 'digest' },
      ]);
    });

    it('has one level', async () => {
      const { posted, enqueue, openOne } = setting();
      enqueue('alert');
      enqueue('day 2', { thread: 'alert' });
      enqueue('day 3', { thread: 'day 2' });

      await openOne().flush();

      expect(posted.map(({ thread }) => thread)).toEqual([undefined, 'alert', 'alert']);
    });

    it('stands by itself where the message above was never posted', async () => {
      const { posted, enqueue, openOne } = setting();
      enqueue('day 2', { thread: 'alert' });

      await openOne().flush();

      expect(posted).toEqual([{ key: 'day 2', title: 'first' }]);
    });

    it('waits for a person while the message above is given up, and goes out after it', async () => {
      const { state, posted, letters, clock, enqueue, openOne } = setting(['never']);
      enqueue('digest');
      enqueue('detail', { thread: 'digest' });
      await openOne().flush();
      expect(letters).toHaveLength(1);
      expect(state.outbox.oldest()).toBeNull();

      state.outbox.revive({}, clock.at);
      await openOne().flush();

      expect(posted.map(({ key }) => key)).toEqual(['digest', 'detail']);
    });
  });

  describe('by two processes on one database', () => {
    it('sends each message from one of them, and takes over from one that is gone', () => {
      const file = databaseFile('empty');
      const [one, other] = [openState(openDatabase(file)).outbox, openState(openDatabase(file)).outbox];
      const content = { title: 'first', tone: 'plain', parts: [] };
      for (const [key, channel] of [
        ['a', 'C1'],
        ['b', 'C1'],
        ['c', 'C2'],
      ] as const)
        one.enqueue({ key, door: 'slack', channel, content }, 1);
      const claim = (outbox: typeof one, at: number) => outbox.claim(['slack'], at, 60_000)?.key ?? null;

      expect([claim(one, 1), claim(other, 1), claim(one, 1), claim(other, 1)]).toEqual(['a', 'c', null, null]);
      one.renew(1, 90_000);
      expect(claim(other, 61_000)).toBe('c');
      expect(claim(other, 90_000)).toBe('a');
    });
  });
});
