import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDeadLetters } from '../src/dead-letters.ts';
import { openDelivery } from '../src/delivery.ts';
import { openSlack, type SlackDoor } from '../src/slack/door.ts';
import { APP_TOKEN, BOT_TOKEN, type FakeSlack, startFakeSlack, words } from './fakes/slack/index.ts';
import { pauseOn } from './support/clock.ts';
import { demoHouse } from './support/house.ts';

let slack: FakeSlack;
let door: SlackDoor;

beforeEach(async () => {
  slack = await startFakeSlack();
});

afterEach(async () => {
  await door.close();
  await slack.close();
});

it('a message that Slack refuses is told to an admin in private, who mends it and sends it again', async () => {
  const { state, house, time } = demoHouse();
  state.shop.set({ ...state.shop.read()!, demo: false });
  state.people.set({ door: 'slack', user: 'U1', name: 'Ana', role: 'admin' }, 'terminal:test', 0);
  door = await openSlack(
    {
      botToken: BOT_TOKEN,
      transport: { kind: 'socket', appToken: APP_TOKEN },
      apiUrl: slack.apiUrl,
      renderChart: async () => Buffer.from(''),
      log: () => {},
    },
    house,
  );
  const { flush } = openDelivery({
    state,
    doors: () => [door],
    now: () => time.at,
    pause: pauseOn(time),
    report: openDeadLetters({ state, now: () => time.at, log: () => {} }),
  });
  const content = { title: 'The week', tone: 'plain', parts: [] };
  for (const key of ['digest', 'detail'])
    state.outbox.enqueue({ key, door: 'slack', channel: 'CSECRET', content }, time.at);

  await flush();

  const letters = slack.visibleTo('U1').filter(({ channel }) => channel === 'DU1');
  expect(letters.map(words)).toEqual([expect.stringContaining('Not delivered: The week')]);
  expect(words(letters[0]!)).toContain('not_in_channel');
  expect(words(letters[0]!)).toContain('/invite @sextant');

  slack.workspace.channels.set('CSECRET', 'member');
  await slack.clicks('U1', 'Retry');
  await slack.sees('U1', /2 messages are sent again/);
  await flush();

  expect(slack.visibleTo('U1', 'CSECRET')).toHaveLength(2);
  expect(state.outbox.counts()).toMatchObject({ dead: 0 });
});
