import { describe, expect, it } from 'vitest';
import type { Reply } from '../commands/reply.ts';
import { openDatabase } from '../data/database.ts';
import { openState } from '../data/state/open.ts';
import type { Outbox } from '../data/state/types/outbox.ts';
import type { DeadLetter } from '../src/dead-letters.ts';
import { openDelivery } from '../src/delivery.ts';
import { DeliveryError, type OpenDoor } from '../src/doors.ts';
import type { Rendered } from '../src/told.ts';
import { named } from '../words/say.ts';
import { begun, databaseFile } from './support/beginning.ts';
import { pauseOn } from './support/clock.ts';
import { emptyDatabase } from './support/database.ts';

type Fault = 'later' | 'never' | 'cut before' | 'cut after' | 'find fails';

/** What becomes of the calls in turn; null where one works. */
type Faults = (Fault | null)[];

/** A door whose channel is an array, and whose calls fail as told, one fault a call. */
function faultyDoor(faults: Faults) {
  const posted: { key: string; title: string; thread?: string }[] = [];
  const pictures = { areReady: true };
  const isDrawn = (parts: Rendered['parts']) => pictures.areReady || !parts.some(({ kind }) => kind === 'chart');
  const fail = (fault: Fault) => {
    throw new DeliveryError(fault === 'later' || fault === 'never' ? fault : 'unknown', fault, {
      retryAfterMs: fault === 'later' ? 5000 : 0,
    });
  };
  const door: OpenDoor = {
    name: 'slack',
    state: () => named('open'),
    isConnected: () => true,
    close: async () => {},
    outlet: {
      paceMs: 1_100,
      // Two parts are too many for one message; a chart is late as long as it is told to be.
      pages: ({ parts, ...message }) => {
        const pages = Array.from({ length: Math.ceil(parts.length / 2) || 1 }, (_, i) => parts.slice(2 * i, 2 * i + 2));
        return pages.map((some, i) => ({
          ...message,
          title: i === 0 ? message.title : `${message.title} ${i + 1}`,
          parts: some,
        }));
      },
      nameOf: async (channel) => `#${channel}`,
      async post(_channel, { title, parts }: Rendered, key, thread) {
        const fault = faults.shift();
        if (fault && fault !== 'cut after') fail(fault);
        posted.push({ key, title, ...(thread && { thread: posted[Number(thread)]!.key }) });
        if (fault) fail(fault);
        return { ref: String(posted.length - 1), isWhole: isDrawn(parts) };
      },
      async update(_channel, ref, { title, parts }) {
        const fault = faults.shift();
        if (fault) fail(fault);
        posted[Number(ref)]!.title = title;
        return { isWhole: isDrawn(parts) };
      },
      async find(_channel, key) {
        if (faults[0] === 'find fails') fail(faults.shift()!);
        const at = posted.findIndex((each) => each.key === key);
        return at === -1 ? null : String(at);
      },
    },
  };
  return { door, posted, pictures };
}

function setting(faults: Faults = [], random = () => 1) {
  const state = openState(emptyDatabase());
  const { door, posted, pictures } = faultyDoor(faults);
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
  const say = (title: string): Reply => ({ title: named(title), tone: 'plain', parts: [] });
  const enqueue = (
    key: string,
    { channel = 'C1', ...about }: { subject?: string; thread?: string; channel?: string } = {},
  ) => state.outbox.enqueue({ key, door: 'slack', channel, content: say('first'), ...about }, clock.at);
  const flushLater = async () => {
    clock.at += 3_600_000;
    await openOne().flush();
  };
  return { state, door, posted, pictures, letters, clock, openOne, enqueue, say, flushLater };
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
    door.outlet.post = async (_, { parts }) => ({ ref: String(notes.push(...parts)), isWhole: true });
    enqueue('in time');
    await openOne().flush();
    enqueue('late');
    clock.at += 3_600_000;
    await openOne().flush();

    expect(notes).toEqual([{ kind: 'text', text: expect.stringMatching(/^Late: written .* delivered /) }]);
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

  describe('of a message too long for one', () => {
    const long = (title: string, parts: number): Reply => ({
      title: named(title),
      tone: 'plain',
      parts: Array.from({ length: parts }, (_, i) => ({ kind: 'text', text: named(`part ${i}`) })),
    });
    const thread = (posted: readonly object[]) => posted.map((each) => ({ thread: undefined, ...each }));

    it('goes on in its thread, in order, before what comes after it', async () => {
      const { state, posted, clock, openOne } = setting();
      const place = { door: 'slack', channel: 'C1' };
      state.outbox.enqueue({ key: 'digest', ...place, content: long('week', 5) }, clock.at);
      state.outbox.enqueue({ key: 'detail', ...place, thread: 'digest', content: long('detail', 3) }, clock.at);
      state.outbox.enqueue({ key: 'next', ...place, thread: 'digest', content: long('next', 1) }, clock.at);

      await openOne().flush();

      expect(thread(posted)).toEqual([
        { key: 'digest', title: 'week', thread: undefined },
        { key: 'digest:2', title: 'week 2', thread: 'digest' },
        { key: 'digest:3', title: 'week 3', thread: 'digest' },
        { key: 'detail', title: 'detail', thread: 'digest' },
        { key: 'detail:2', title: 'detail 2', thread: 'digest' },
        { key: 'next', title: 'next', thread: 'digest' },
      ]);
    });

    it.each<[string, Faults]>([
      ['the head', ['cut after', 'find fails']],
      ['what follows', [null, 'later', 'cut before', 'cut after', 'cut after', 'find fails']],
    ])('stands there once, whatever happens to %s', async (_, faults) => {
      const { state, posted, clock, flushLater } = setting(faults);
      state.outbox.enqueue({ key: 'digest', door: 'slack', channel: 'C1', content: long('week', 5) }, clock.at);

      for (let round = 0; round < 8; round++) await flushLater();

      expect(posted.map(({ key }) => key)).toEqual(['digest', 'digest:2', 'digest:3']);
      expect(state.outbox.counts()).toEqual({ waiting: 0, sent: 3, dead: 0 });
    });

    it.each<[string, Fault, readonly string[]]>([
      ['waits for a part that is tried again', 'cut before', ['digest', 'digest:2', 'digest:3']],
      ['does not wait for a part that is given up', 'never', ['digest', 'digest:3']],
    ])('%s', async (_, fault, expected) => {
      const { state, posted, clock, openOne } = setting([null, fault]);
      state.outbox.enqueue({ key: 'digest', door: 'slack', channel: 'C1', content: long('week', 5) }, clock.at);

      await openOne().flush();
      clock.at += 60_000;
      await openOne().flush();

      expect(posted.map(({ key }) => key)).toEqual(expected);
    });

    it('changes with it, and says so where it is shorter now', async () => {
      const { state, posted, clock, openOne } = setting();
      const about = { key: 'card', door: 'slack', channel: 'C1', subject: 'P-1' };
      state.outbox.enqueue({ ...about, content: long('card', 5) }, clock.at);
      await openOne().flush();

      state.outbox.rewrite('P-1', long('decided', 3), clock.at);
      await openOne().flush();

      expect(posted.map(({ title }) => title)).toEqual(['decided', 'decided 2', 'Nothing stands here any more']);
    });

    it('goes on under an answer that its door has shown already, also where that stands in a thread', async () => {
      const { state, posted, clock, openOne } = setting();
      posted.push({ key: 'by the door', title: 'answer' }, { key: 'by the door too', title: 'another' });
      const answer = { door: 'slack', channel: 'C1', content: long('answer', 2) };
      state.outbox.goOn({ ...answer, ref: '0', thread: null }, [long('answer 2', 1), long('answer 3', 1)], clock.at);
      state.outbox.goOn({ ...answer, ref: '1', thread: '0' }, [long('another 2', 1)], clock.at);

      await openOne().flush();

      expect(posted.slice(2).map(({ title, thread: above }) => [title, above])).toEqual([
        ['answer 2', 'by the door'],
        ['answer 3', 'by the door'],
        ['another 2', 'by the door'],
      ]);
    });
  });

  describe('of a picture that is late', () => {
    const pictured: Reply = {
      title: named('week'),
      tone: 'plain',
      parts: [
        {
          kind: 'chart',
          title: named('Sales'),
          subtitle: named('Data until Sunday'),
          alt: named('Sales are up'),
          chart: { type: 'bars', unit: 'count', bars: [] },
        },
      ],
    };
    const updates = (door: OpenDoor) => {
      const seen: Rendered[] = [];
      const { update } = door.outlet;
      door.outlet.update = (channel, ref, message) => {
        seen.push(message);
        return update(channel, ref, message);
      };
      return seen;
    };

    it('brings it by whichever process is there when it is ready', async () => {
      const { state, door, pictures, posted, clock, openOne } = setting();
      const seen = updates(door);
      pictures.areReady = false;
      state.outbox.enqueue({ key: 'digest', door: 'slack', channel: 'C1', content: pictured }, clock.at);
      await openOne().flush();
      expect([posted.length, seen.length, state.outbox.next(['slack'])! - clock.at]).toEqual([1, 0, 10_000]);

      pictures.areReady = true;
      clock.at += 10_000;
      await openOne().flush();
      clock.at += 3_600_000;
      await openOne().flush();

      expect([posted.length, seen.map(({ title }) => title)]).toEqual([1, ['week']]);
      expect(state.outbox.counts()).toEqual({ waiting: 0, sent: 1, dead: 0 });
    });

    it('still says that it was late when the picture comes, and when it changes', async () => {
      const { state, door, pictures, clock, openOne } = setting();
      const seen = updates(door);
      pictures.areReady = false;
      const about = { key: 'digest', door: 'slack', channel: 'C1', subject: 'D' };
      state.outbox.enqueue({ ...about, content: pictured }, clock.at);
      clock.at += 3_600_000;
      await openOne().flush();

      pictures.areReady = true;
      clock.at += 60_000;
      await openOne().flush();
      clock.at += 60_000;
      state.outbox.rewrite('D', { ...pictured, title: 'changed' }, clock.at);
      await openOne().flush();

      const [one, another] = seen.map(({ parts }) => parts.at(0));
      expect(one).toEqual({ kind: 'text', text: expect.stringMatching(/^Late: written .* delivered /) });
      expect(another).toEqual(one);
    });

    it('does not call late a message that was there in time', async () => {
      const { state, door, pictures, clock, openOne } = setting();
      const seen = updates(door);
      const about = { key: 'digest', door: 'slack', channel: 'C1', subject: 'D' };
      state.outbox.enqueue({ ...about, content: pictured }, clock.at);
      await openOne().flush();

      pictures.areReady = false;
      clock.at += 3_600_000;
      state.outbox.rewrite('D', { ...pictured, title: 'changed' }, clock.at);
      await openOne().flush();
      pictures.areReady = true;
      clock.at += 60_000;
      await openOne().flush();

      expect(seen.map(({ parts }) => parts.map(({ kind }) => kind))).toEqual([['chart'], ['chart']]);
    });

    it.each<[string, (outbox: Outbox, at: number) => void, object]>([
      ['is given up alone where the channel takes nothing any more', () => {}, { sent: 1, dead: 0 }],
      [
        'is given up with a change that the channel does not take',
        (outbox, at) => outbox.rewrite('D', { ...pictured, title: 'changed' }, at),
        { sent: 0, dead: 1 },
      ],
    ])('%s', async (_, meanwhile, counts) => {
      const { state, pictures, letters, clock, openOne } = setting([null, 'never']);
      pictures.areReady = false;
      const about = { key: 'digest', door: 'slack', channel: 'C1', subject: 'D' };
      state.outbox.enqueue({ ...about, content: pictured }, clock.at);
      await openOne().flush();

      meanwhile(state.outbox, clock.at);
      clock.at += 10_000;
      await openOne().flush();

      expect(state.outbox.counts()).toEqual({ waiting: 0, ...counts });
      expect(letters).toHaveLength(state.outbox.counts().dead);
    });

    it('gives it up after an hour, and a change goes out at once meanwhile', async () => {
      const { state, door, pictures, clock, openOne } = setting();
      const seen = updates(door);
      pictures.areReady = false;
      const about = { key: 'digest', door: 'slack', channel: 'C1', subject: 'D' };
      state.outbox.enqueue({ ...about, content: pictured }, clock.at);
      const began = clock.at;
      for (let next = state.outbox.next(['slack']); next !== null; next = state.outbox.next(['slack'])) {
        clock.at = Math.max(clock.at, next);
        await openOne().flush();
      }
      expect(seen.length).toBeLessThan(12);
      expect((clock.at - began) / 3_600_000).toBeGreaterThan(1);
      expect((clock.at - began) / 3_600_000).toBeLessThan(2.1);

      state.outbox.rewrite('D', { ...pictured, title: 'changed' }, clock.at);
      await openOne().flush();
      clock.at += 20_000;
      await openOne().flush();
      state.outbox.rewrite('D', { ...pictured, title: 'and again' }, clock.at);
      await openOne().flush();
      expect(seen.at(-1)!.title).toBe('and again');
    });
  });

  describe('by two processes on one database', () => {
    it('sends each message from one of them, and takes over from one that is gone', () => {
      const file = databaseFile(begun('empty'));
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
