import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDelivery } from '../../src/delivery.ts';
import { openSlack, type SlackDoor } from '../../src/slack/door.ts';
import {
  APP_TOKEN,
  BOT_TOKEN,
  type FakeSlack,
  SIGNING_SECRET,
  startFakeSlack,
  textsIn,
  words,
} from '../fakes/slack/index.ts';
import { pauseOn } from '../support/clock.ts';
import { demoHouse, type houseOn } from '../support/house.ts';
import { managersAt } from '../support/managers.ts';
import { shopWith } from '../support/orders.ts';

/** What goes wrong on Wednesdays and Fridays (product.md, jobs 4 and 5), through the real bolt. */

const [rina, dina, raka, vina, ana, guest] = ['U1', 'U2', 'U3', 'U4', 'U6', 'U9'] as const;

type Whole = Pick<ReturnType<typeof houseOn>, 'house' | 'state' | 'time'>;

let slack: FakeSlack;
let door: SlackDoor;

beforeEach(async () => {
  slack = await startFakeSlack();
});

afterEach(async () => {
  await door.close();
  await slack.close();
});

/** The house behind Slack, with its team, and the outbox's sender. */
async function behindSlack({ house, state, time }: Whole, transport: 'socket' | 'http' = 'socket') {
  for (const [user, name, role] of [
    [rina, 'Rina', 'analyst'],
    [dina, 'Dina', 'approver'],
    [raka, 'Raka', 'approver'],
    [vina, 'Vina', 'viewer'],
    [ana, 'Ana', 'admin'],
  ] as const)
    state.people.set({ door: 'slack', user, name, role }, 'terminal:test', 0);
  door = await openSlack(
    {
      botToken: BOT_TOKEN,
      transport:
        transport === 'socket'
          ? { kind: 'socket', appToken: APP_TOKEN }
          : { kind: 'http', signingSecret: SIGNING_SECRET, port: 0, host: '127.0.0.1' },
      apiUrl: slack.apiUrl,
      filesOrigin: slack.origin,
      renderChart: async () => Buffer.from('png'),
      now: slack.clock.now,
      pause: async (ms) => slack.clock.advance(ms),
      log: () => {},
    },
    house,
  );
  if (transport === 'http') slack.deliversTo(`http://127.0.0.1:${door.port}/slack/events`);
  const delivery = openDelivery({
    state,
    doors: () => [door],
    now: () => time.at,
    pause: pauseOn(time),
    random: () => 0,
    report: () => {},
  });
  return delivery.flush;
}

const press = (user: string, label: string) => slack.clicks(user, label, { confirmed: true });
describe('a person of another company', () => {
  it('is told nothing, and nothing is shared where they read', async () => {
    const whole = demoHouse();
    await behindSlack(whole);
    slack.workspace.shared.add('C1');
    const { body } = slack.commandBody(guest, 'C1', '/forecast', 'TOTHER');
    await slack.deliver('slash_commands', body);
    await slack.sees(guest, /only the people of its own workspace/);

    await slack.types(rina, 'C1', '/forecast share:yes');

    await slack.sees(rina, /figures stay out of it/);
    expect(slack.visibleTo(guest)).toHaveLength(1);
  });
});

/** What only Slack has; the rows of the table are in both/. */
describe('Wednesday in Slack', () => {
  const members = { rina, dina, raka, vina, sari: 'U5', ana };
  async function proposed(transport: 'socket' | 'http' = 'socket') {
    const managers = managersAt('slack', { ids: members, channels: ['C1'] });
    const flush = await behindSlack(managers, transport);
    await managers.say('/budget propose', 'rina');
    await flush();
    return { ...managers, flush };
  }

  it('approves nothing by a forged click, one from the future, an old one or one from elsewhere; a replayed one once', async () => {
    const { state, acts } = await proposed('http');
    const { body } = slack.clickBody(dina, 'Approve');
    const now = Math.floor(Date.now() / 1000);
    const status = async (signed: Parameters<FakeSlack['deliver']>[2]) =>
      (await slack.deliver('interactive', body, signed)).status;

    expect(await status({ signature: `v0=${'0'.repeat(64)}` })).toBe(401);
    expect(await status({ timestamp: now + 3600 })).toBe(401);
    expect(await status({ timestamp: now - 3600 })).toBe(401);
    const user = { ...(body.user as object), id: guest, team_id: 'TOTHER' };
    await slack.deliver('interactive', { ...body, user, trigger_id: 'other' });
    // The answer address belongs to the click that was copied.
    await slack.sees(dina, /only the people of its own workspace/);
    expect(state.proposals.find('P-1')!.state).toBe('proposed');

    expect(await status({ timestamp: now })).toBe(200);
    expect(await status({ timestamp: now })).toBe(200);
    expect(await status({ timestamp: now + 1 })).toBe(200);

    await slack.sees(dina, /You approved P-1/);
    expect(acts('P-1')).toEqual(['proposed', 'approved']);
  });

  it('says that a form did not open in time, and opens it at the next press', async () => {
    await proposed();
    slack.fails('views.open', { error: 'expired_trigger_id' });
    await press(dina, 'Reject');
    await slack.sees(dina, /The form did not open[\s\S]*Try once more/);
    slack.clock.advance(3000);

    await press(dina, 'Reject');
    await slack.until(() => slack.form(dina), 'a form');
    await slack.submits(dina, { reason: 'wait for payday' });

    await slack.sees(dina, /You rejected P-1/);
  });

  it('is adjusted in a form that says what it promises while it is filled in', async () => {
    const { state } = await proposed();
    await press(rina, 'Adjust');
    const form = await slack.until(() => slack.form(rina), 'a form');
    const [line] = (form.view.blocks as { block_id?: string }[])
      .map(({ block_id = '' }) => block_id)
      .filter((id) => id.startsWith('line-'));
    const says = () => JSON.stringify(slack.form(rina)?.view);

    await slack.changes(rina, line!, '5000000');
    await slack.until(() => says().includes('Extra profit a week'), 'what it promises');
    expect(says()).toMatch(/Total IDR 12M a week, unchanged/);
    await slack.changes(rina, line!, { press: '+10 %' });
    await slack.until(() => says().includes('"initial_value":"5500000"'), 'the number moved');
    expect(state.proposals.find('P-1')!.version).toBe(1);
    await slack.submits(rina, {});

    await slack.sees(rina, /P-1 v2 is proposed/);
  });

  it('is decided from the Home of those who can, which then says what is left to do', async () => {
    const { state } = await proposed();
    await slack.opensHome(dina);
    await slack.until(() => slack.home(dina), 'a Home');
    const says = (user: string) => words({ text: '', blocks: (slack.home(user)?.view.blocks ?? []) as never });
    expect(says(dina)).toMatch(/1 thing waits for you[\s\S]*P-1[\s\S]*Rina/);

    await slack.presses(dina, 'home', 'Open P-1');
    await slack.until(() => /Needs 1 approval/.test(slack.window(dina)), 'the card');
    await slack.presses(dina, 'window', 'Approve');

    await slack.until(() => /You approved P-1/.test(slack.window(dina)), 'the answer');
    await slack.until(
      () => /P-1[\s\S]*A budget shift by Rina is approved, and to be carried out by hand/.test(says(dina)),
      'the Home',
    );
    expect(state.proposals.find('P-1')!.decidedByName).toBe('Dina');
    await slack.opensHome(guest);
    await slack.until(() => /I do not know you yet/.test(says(guest)), 'a way in');
    expect(says(guest)).not.toMatch(/P-1|IDR/);
  });
});

describe('the Home of an admin', () => {
  const home = (user: string) => textsIn(slack.home(user)?.view ?? []).join('\n');

  it('opens the settings in a window, says what is wrong at its field, and is made anew with what was set', async () => {
    const whole = await shopWith([], '2026-04-20');
    await behindSlack(whole);
    await slack.opensHome(ana);
    await slack.until(() => /Toko: nothing waits for you/.test(home(ana)), 'a Home');
    for (const label of ['Status', 'Settings', 'Import a file', 'Make a list']) expect(home(ana)).toContain(label);

    await slack.presses(ana, 'home', 'Settings');
    await slack.until(() => slack.form(ana), 'a form');
    const { errors } = await slack.submits(ana, { name: 'x'.repeat(61) });
    expect(errors).toEqual({ name: expect.stringContaining('name must be at most 60 characters') });
    await slack.submits(ana, { name: 'Kopi Kita', language: 'id' });

    await slack.until(() => /Kopi Kita: tidak ada yang menunggu Anda/.test(home(ana)), 'the Home to be made anew');
    expect(slack.window(ana)).toContain('Kopi Kita');
    expect(whole.state.shop.read()?.name).toBe('Kopi Kita');
    expect(slack.visibleTo(ana)).toEqual([]);
  });

  it('offers nobody else what is an admin’s', async () => {
    await behindSlack(await shopWith([], '2026-04-20'));
    for (const user of [vina, guest]) {
      await slack.opensHome(user);
      await slack.until(() => slack.home(user), 'a Home');
      expect(home(user)).not.toMatch(/Settings|Status|Import a file/);
    }
  });

  it('opens the form of a list, and answers "no orders" where there is nothing to make one of', async () => {
    await behindSlack(await shopWith([], '2026-04-20'));
    await slack.opensHome(rina);
    await slack.until(() => slack.home(rina), 'a Home');
    await slack.presses(rina, 'home', 'Make a list');
    await slack.until(() => /I have no orders yet/.test(slack.window(rina)), 'the answer');
  });
});
