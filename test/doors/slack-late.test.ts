import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openState } from '../../data/state/open.ts';
import type { State } from '../../data/state/types/state.ts';
import { lateMemory, pictureMemory } from '../../src/chat-memory.ts';
import { memoryOfLate } from '../../src/slack/late.ts';
import { type FakeSlack, words } from '../fakes/slack/index.ts';
import { emptyDatabase } from '../support/database.ts';
import { approvalCard, chart, reply, type SlackStreet, shop, slackStreet } from './slack-house.ts';

/** Pictures that Slack is slow to look at: they come, whatever becomes of the process that uploaded them. */

let slack: FakeSlack;
let state: State;
let log: string[];
let open: SlackStreet['open'];
let close: SlackStreet['close'];

beforeEach(async () => {
  ({ slack, log, open, close } = await slackStreet());
  state = openState(emptyDatabase());
});

afterEach(() => close());

const isPicture = ({ type }: { readonly type?: unknown }) => type === 'image';
const pictures = () => slack.visibleTo('U1').flatMap(({ blocks }) => blocks.filter(isPicture)).length;
const now = () => Math.floor(slack.clock.now());
/** Waits only until the picture is given up for now: nothing moves the clock further. */
const patient = () => {
  let isStopped = false;
  return {
    pause: async (ms: number) => {
      if (isStopped) await new Promise(() => {});
      slack.clock.advance(Math.min(ms, 2000));
      if (pictures() === 0 && slack.callsOf('response_url').length > 0) isStopped = true;
    },
  };
};

describe('a picture of a private answer', () => {
  it('is shown by the process that comes after', async () => {
    const late = lateMemory(state, now);
    slack.workspace.settings.fileProcessingMs = 60_000;
    await open('socket', () => reply('Revenue', chart), { late, ...patient() });
    await slack.types('U1', 'C1', '/forecast');
    await slack.sees('U1', /rises from 40 k/);
    await slack.until(() => late.list().length === 1, 'it to be kept');
    expect(pictures()).toBe(0);

    await open('http', () => reply('Another'), { late: lateMemory(state, now) });

    await slack.until(() => pictures() === 1, 'the picture');
    expect(slack.visibleTo('U1')).toHaveLength(1);
    await slack.until(() => late.list().length === 0, 'it to be dropped');
  });

  it('is shown once where two processes follow it', async () => {
    const late = memoryOfLate();
    const road = { by: 'message', channel: 'C1' } as const;
    const say = { text: 'Revenue', blocks: [] };
    const { door } = await open('socket', () => ({}));
    await door.outlet.post('C1', { ...reply('Week 16', chart), shop, language: 'en' }, 'k');
    const [file] = [...slack.workspace.files.keys()];
    late.keep({ files: [file!], roads: [road], say, until: slack.clock.now() + 60_000 });

    await open('http', () => ({}), { late: { ...late, list: () => late.list().flatMap((each) => [each, each]) } });

    await slack.until(() => late.list().length === 0, 'it to be dropped');
    await slack.until(() => slack.callsOf('chat.postMessage').length >= 2, 'the picture');
    await slack.types('U1', 'C1', '/forecast');
    expect(slack.callsOf('chat.postMessage')).toHaveLength(2);
  });

  it('has a key of its own after another was dropped', () => {
    const late = memoryOfLate();
    const each = { files: [], roads: [], say: { text: '', blocks: [] }, until: 0 };
    const [first] = [late.keep(each), late.keep(each)];
    expect([late.drop(first!), late.drop(first!)]).toEqual([true, false]);
    late.keep(each);
    expect(late.list()).toHaveLength(2);
  });

  it('stays in words when it does not come while the answer can be changed', async () => {
    const late = lateMemory(state, now);
    slack.workspace.settings.fileProcessingMs = 60 * 60_000;
    await open('socket', () => reply('Revenue', chart), { late });

    await slack.types('U1', 'C1', '/forecast');

    await slack.until(() => log.some((line) => /did not come, and stays in words/.test(line)), 'the end');
    expect(pictures()).toBe(0);
    expect(late.list()).toEqual([]);
    expect(words(slack.visibleTo('U1')[0]!)).toContain(chart.alt);
  });

  it('comes in the direct messages when the answer address is used up', async () => {
    slack.workspace.settings.fileProcessingMs = 40_000;
    await open('socket', () => reply('Revenue', chart));
    slack.fails('chat.postEphemeral', { status: 500 });
    await slack.types('U1', 'C1', '/forecast');
    await slack.sees('U1', /rises from 40 k/);
    await slack.until(() => pictures() === 1, 'the picture');
    expect(slack.visibleTo('U2')).toEqual([]);
  });
});

describe('a picture of a post', () => {
  const digest = { ...reply('Week 16', chart), actions: approvalCard.actions!, shop, language: 'en' } as const;

  it('is the one that was uploaded before, once Slack has looked at it', async () => {
    slack.workspace.settings.fileProcessingMs = 60_000;
    const { door } = await open('socket', () => ({}), { pictures: pictureMemory(state, now) });
    const { ref, isWhole } = await door.outlet.post('C1', digest, 'k');
    expect([isWhole, pictures()]).toEqual([false, 0]);

    slack.clock.advance(60_000);
    const { door: next } = await open('http', () => ({}), { pictures: pictureMemory(state, now) });

    expect(await next.outlet.update('C1', ref, digest)).toEqual({ isWhole: true });
    expect(pictures()).toBe(1);
    expect(slack.callsOf('files.getUploadURLExternal')).toHaveLength(1);
  });

  it('is uploaded anew when Slack does not know it any more', async () => {
    const { door } = await open('socket', () => ({}));
    const { ref } = await door.outlet.post('C1', digest, 'k');
    slack.workspace.files.clear();

    expect(await door.outlet.update('C1', ref, digest)).toEqual({ isWhole: false });
    expect(await door.outlet.update('C1', ref, digest)).toEqual({ isWhole: true });
    expect(pictures()).toBe(1);
  });

  it('is awaited when it could not be drawn, or when Slack refuses it after all', async () => {
    let isDrawable = false;
    const png = Buffer.from('png');
    const renderChart = () => (isDrawable ? Promise.resolve(png) : Promise.reject(new Error('the worker is gone')));
    const { door } = await open('socket', () => ({}), { renderChart });
    const { ref, isWhole } = await door.outlet.post('C1', digest, 'k');
    expect(isWhole).toBe(false);
    isDrawable = true;
    expect(await door.outlet.update('C1', ref, digest)).toEqual({ isWhole: true });

    slack.fails('chat.postMessage', { error: 'invalid_blocks' });
    expect(await door.outlet.post('C1', digest, 'k2')).toMatchObject({ isWhole: false });
  });
});
