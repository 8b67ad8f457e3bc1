import { describe, expect, it } from 'vitest';
import type { Reply } from '../commands/reply.ts';
import { openDatabase } from '../data/database.ts';
import { openState } from '../data/state/open.ts';
import { openDelivery } from '../src/delivery.ts';
import { DeliveryError, type OpenDoor } from '../src/doors.ts';
import type { Rendered } from '../src/told.ts';

type Fault = 'later' | 'never' | 'cut before' | 'cut after' | 'find fails';

/** A door whose channel is an array, and whose calls fail as told, one fault a call. */
function faultyDoor(faults: Fault[]) {
  const posted: { key: string; title: string }[] = [];
  const fail = (fault: Fault) => {
    throw new DeliveryError(
      fault === 'later' || fault === 'never' ? fault : 'unknown',
      fault,
      fault === 'later' ? 5000 : 0,
    );
  };
  const door: OpenDoor = {
    name: 'slack',
    state: () => 'open',
    isConnected: () => true,
    close: async () => {},
    outlet: {
      async post(_channel, { title }: Rendered, key) {
        const fault = faults.shift();
        if (fault && fault !== 'cut after') fail(fault);
        posted.push({ key, title });
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

function setting(faults: Fault[] = []) {
  const state = openState(openDatabase(':memory:'));
  const { door, posted } = faultyDoor(faults);
  const reports: string[] = [];
  const clock = { at: 1_000_000 };
  const openOne = () =>
    openDelivery({
      state,
      doors: () => [door],
      now: () => clock.at,
      random: () => 1,
      report: (text) => reports.push(text),
    });
  const say = (title: string): Reply => ({ title, tone: 'plain', parts: [] });
  const enqueue = (key: string, subject?: string) =>
    state.outbox.enqueue(
      { key, door: 'slack', channel: 'C1', content: say('first'), ...(subject && { subject }) },
      clock.at,
    );
  const flushLater = async () => {
    clock.at += 3_600_000;
    await openOne().flush();
  };
  return { state, posted, reports, clock, openOne, enqueue, say, flushLater };
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
    enqueue('a', 'P-1');
    enqueue('b', 'P-1');
    enqueue('c', 'P-2');
    await openOne().flush();

    state.outbox.rewrite('P-1', say('approved'), clock.at);
    await openOne().flush();

    expect(posted.map(({ key, title }) => `${key} ${title}`)).toEqual(['a approved', 'b approved', 'c first']);
  });

  it('sends a change that came while the message was being sent', async () => {
    const { state, posted, clock, enqueue, openOne, say } = setting();
    enqueue('a', 'P-1');
    const { id, revision } = state.outbox.claim(['slack'], clock.at, 60_000)!;
    state.outbox.rewrite('P-1', say('approved'), clock.at);
    posted.push({ key: 'a', title: 'first' });
    state.outbox.sent(id, revision, '0', clock.at);

    await openOne().flush();

    expect(posted).toEqual([{ key: 'a', title: 'approved' }]);
  });

  it('gives up what a person must mend, and says so once', async () => {
    const { state, reports, enqueue, flushLater } = setting(['never']);
    enqueue('digest:1');

    await flushLater();
    await flushLater();

    expect(state.outbox.dead()).toMatchObject([{ channel: 'C1', error: 'never' }]);
    expect(reports).toEqual(['Not delivered to slack C1: never']);
  });

  it('waits as long as the platform asks', async () => {
    const { posted, clock, enqueue, openOne } = setting(['later']);
    enqueue('digest:1');
    await openOne().flush();

    clock.at += 4999 - 1;
    await openOne().flush();
    expect(posted).toEqual([]);
    clock.at += 2;
    await openOne().flush();
    expect(posted).toHaveLength(1);
  });
});
