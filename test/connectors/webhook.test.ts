import { describe, expect, it } from 'vitest';
import type { Order } from '../../src/connectors/executor.ts';
import { signed } from '../../src/connectors/signature.ts';
import { webhookExecutor } from '../../src/connectors/webhook.ts';
import { type Fault, openReceiver } from '../fakes/receiver/server.ts';
import { NOON } from '../support/clock.ts';

const SECRET = `whsec_${Buffer.from('a secret of twenty-four b').toString('base64')}`;

const order: Order = {
  key: 'P-31.v2',
  id: 'X-55',
  proposal: 'P-31',
  version: 2,
  approvedAt: NOON,
  change: {
    week: '2026-04-27',
    currency: 'IDR',
    digits: 0,
    lines: [{ id: 1, name: 'Voucher', fromMinor: 70, toMinor: 78 }],
    restores: null,
  },
};

async function setting(posts: Fault[] = [], looks: Fault[] = []) {
  const receiver = await openReceiver({ secret: SECRET, now: () => NOON });
  receiver.faults.posts.push(...posts);
  receiver.faults.looks.push(...looks);
  const { url, readBack } = receiver;
  const open = (more: Partial<Parameters<typeof webhookExecutor>[0]> = {}) =>
    webhookExecutor({ url, readBack, secret: SECRET, now: () => NOON, timeoutMs: 5000, ...more });
  return { receiver, open };
}

describe('a signature', () => {
  it('is that of the specification', () => {
    // The example of https://www.standardwebhooks.com and of reference/connectors.md, 6.2.
    const headers = signed('{"test": 2432232314}', {
      secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      at: 1_614_265_330_000,
    });
    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });
});

describe('the webhook', () => {
  it('is taken by a strict receiver, which can then be asked', async () => {
    const { receiver, open } = await setting();
    const webhook = open();
    expect(await webhook.lookUp(order)).toEqual({ state: 'not applied' });
    await webhook.send(order);
    await webhook.send(order);
    expect(await webhook.lookUp(order)).toEqual({ state: 'applied' });
    expect(receiver.changes).toEqual(['P-31.v2']);
    expect(receiver.applied.get('P-31.v2')!.lines).toEqual([{ campaign: 'Voucher', minor: 78 }]);
    expect(receiver.broken).toEqual([]);
  });

  it.each<[string, Fault, object]>([
    ['a lost answer', 'lost', { kind: 'unknown', message: expect.stringContaining('cut the connection') }],
    ['a cut line', 'cut', { kind: 'unknown' }],
    ['no answer in time', 'late', { kind: 'unknown', message: expect.stringContaining('did not answer in time') }],
    ['a fault of theirs', { status: 500 }, { kind: 'unknown', message: expect.stringMatching(/answered 500\.$/) }],
    ['a conflict', { status: 409 }, { kind: 'unknown' }],
    ['too many', { status: 429, headers: { 'retry-after': '30' } }, { kind: 'unknown', retryAfterMs: 30_000 }],
    [
      'a date to come back',
      { status: 503, headers: { 'retry-after': new Date(NOON + 90_000).toUTCString() } },
      { kind: 'unknown', retryAfterMs: 90_000 },
    ],
    ['a refusal', { status: 422 }, { kind: 'refused', message: expect.stringMatching(/answered 422\.$/) }],
    ['a closed door', { status: 410 }, { kind: 'refused' }],
    [
      'a redirect',
      { status: 307, headers: { location: 'http://127.0.0.1:1/elsewhere' } },
      { kind: 'refused', message: expect.stringContaining('redirect') },
    ],
    ['a flood', 'huge', { kind: 'unknown', message: expect.stringContaining('far too much') }],
  ])('tells %s', async (_, fault, failure) => {
    const { open } = await setting([fault]);
    const executor = open(fault === 'late' ? { timeoutMs: 100 } : {});
    await expect(executor.send(order)).rejects.toMatchObject(failure);
  });

  it.each<[string, Fault]>([
    ['nothing usable', { status: 200 }],
    ['nothing of that address', { status: 404 }],
    ['a fault', { status: 500 }],
  ])('does not take %s for "not applied"', async (_, fault) => {
    const { open } = await setting([], [fault]);
    await expect(open().lookUp(order)).rejects.toThrow();
  });

  it('is not content with other budgets than those it sent', async () => {
    const { receiver, open } = await setting();
    await open().send(order);
    receiver.applied.get(order.key)!.lines[0]!.minor = 79;
    expect(await open().lookUp(order)).toMatchObject({
      state: 'pending',
      says: { with: [expect.anything(), 'Voucher'] },
    });
  });

  it('says neither secret nor address when nobody is there', async () => {
    const { receiver, open } = await setting();
    receiver.close();
    const failure = await open({ url: `${receiver.url}?token=hunter2` })
      .send(order)
      .catch((error: Error) => error);
    expect(failure).toMatchObject({ kind: 'unknown' });
    expect(JSON.stringify([failure, (failure as Error).message, (failure as Error).stack])).not.toMatch(
      /hunter2|whsec|YSBzZWNyZXQ/,
    );
  });

  it('is refused when it is signed with another secret', async () => {
    const { receiver, open } = await setting();
    const stranger = open({ secret: `whsec_${Buffer.from('quite another').toString('base64')}` });
    await expect(stranger.send(order)).rejects.toMatchObject({ kind: 'refused' });
    expect(receiver.broken).toEqual(['the signature is wrong']);
    expect(receiver.changes).toEqual([]);
  });
});
