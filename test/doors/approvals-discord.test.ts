import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryOfButtons } from '../../src/button-memory.ts';
import { openDiscord } from '../../src/discord/door.ts';
import type { OpenDoor } from '../../src/doors.ts';
import { directChannel } from '../fakes/discord/rest.ts';
import { FakeDiscord } from '../fakes/discord/server.ts';
import type { Person, SentMessage } from '../fakes/discord/world.ts';
import { type Member, managersAt } from '../support/managers.ts';

const ids: Record<Member, string> = {
  rina: '7001',
  dina: '7002',
  raka: '7003',
  vina: '7004',
  sari: '7005',
  ana: '7006',
};
const person = (member: Member): Person => ({ id: ids[member], name: member });
const [rina, dina, raka, vina, sari] = (['rina', 'dina', 'raka', 'vina', 'sari'] as const).map(person) as [
  Person,
  Person,
  Person,
  Person,
  Person,
];

let discord: FakeDiscord;
let door: OpenDoor;
let managers: ReturnType<typeof managersAt>;
let faults: unknown[];

/** The whole demo shop behind the real door, before the strict stand-in. */
beforeEach(async () => {
  faults = [];
  discord = await FakeDiscord.open();
  managers = managersAt('discord', { ids, channels: [discord.world.channel, '601'] });
  door = await openDiscord(
    {
      token: discord.world.token,
      guild: discord.world.guild,
      renderChart: async () => Buffer.from('png'),
      memory: memoryOfButtons(),
      registered: { read: () => null, write: () => {} },
      report: (error) => faults.push(error),
      api: discord.api,
    },
    managers.house,
  );
});

afterEach(async () => {
  await door.close();
  await discord.close();
  expect(faults).toEqual([]);
});

const flush = () => managers.flush(door)();
const later = (hours: number) => managers.tick(door)(hours);
const stateOf = (id: string) => managers.state.proposals.find(id)!;

async function proposed(line = '/budget propose') {
  await managers.say(line, 'rina');
  await flush();
  return cards();
}

/** What stands in the channels for all to read. */
const cards = (channel = discord.world.channel) =>
  discord.world.messages.filter((each) => each.channel === channel && each.onlyFor === null);
const direct = ({ id }: Person) => discord.world.messages.filter(({ channel }) => channel === directChannel(id));
const text = (message: SentMessage | null | undefined) => JSON.stringify(message?.embeds);
/** A message as it looked at the moment: an old copy on a slow screen. */
const copyOf = (message: SentMessage): SentMessage => ({ ...message });

/** Presses, and says yes where it is asked. Gives what the person then reads. */
async function press(who: Person, message: SentMessage, label: string): Promise<SentMessage> {
  const first = await discord.clicks(who, message, label);
  const asked = first
    .message!.components.flatMap((row) => row.components)
    .find((each) => each.label.startsWith('Yes, '));
  if (!asked) return first.message!;
  await discord.clicks(who, first.message!, asked.label);
  await discord.until(() => !/Working on it|You approve /.test(text(first.message)));
  return first.message!;
}

describe('a card in Discord', () => {
  it('says who may decide to whoever may not, in private, and reminds those who may', async () => {
    const [card] = await proposed();
    const before = text(card);

    const told = await press(vina, card!, 'Approve');
    expect(told.onlyFor).toBe(vina.id);
    expect(text(told)).toMatch(/You can see P-1 but not decide it.*Dina, Raka or Ana can/);
    await discord.clicks(vina, told, 'Remind them');
    await flush();

    expect(text(direct(dina)[0])).toMatch(/Vina asks: P-1 waits for you/);
    expect(text(card)).toBe(before);
    expect(text(await press(rina, card!, 'Approve'))).toMatch(/You asked for this, so someone else decides/);
    expect(stateOf('P-1').state).toBe('proposed');
  });

  it('counts an approval above its giver’s limit as one of two', async () => {
    await managers.say(`/team set user:discord:${ids.dina} role:approver limit:100K`, 'ana');
    const [card] = await proposed();

    expect(text(await press(dina, card!, 'Approve'))).toMatch(
      /Your limit is IDR 100,000.*needs a second approver: Raka or Ana/,
    );
    expect(text(await press(raka, card!, 'Approve'))).toMatch(/You approved P-1/);
    await flush();

    for (const channel of [discord.world.channel, '601'])
      expect(text(cards(channel)[0])).toMatch(/Approved by Dina, .* and Raka, /);
    expect(
      cards()[0]!
        .components.flatMap((row) => row.components)
        .map(({ label }) => label),
    ).toEqual(['Why?']);
  });

  it('is decided once by two at the same moment', async () => {
    const [card] = await proposed();

    const told = await Promise.all([press(dina, copyOf(card!), 'Approve'), press(raka, copyOf(card!), 'Approve')]);

    const winner = stateOf('P-1').decidedByName;
    const said = told.map(text);
    expect(said.filter((each) => /You approved P-1/.test(each))).toHaveLength(1);
    expect(
      said.filter((each) => new RegExp(`already approved.*${winner} decided 0 s before you: approved`).test(each)),
    ).toHaveLength(1);
    await flush();
    expect(cards()).toHaveLength(2);
    expect(managers.acts('P-1')).toEqual(['proposed', 'approved']);
  });

  it('goes with the first of a rejection and an approval', async () => {
    const [card] = await proposed();
    const copy = copyOf(card!);
    const { modal } = await discord.clicks(dina, card!, 'Reject');
    await expect(discord.submits(dina, modal!, {})).rejects.toThrow('Discord asks for reason first');
    expect(text((await discord.submits(dina, modal!, { reason: 'keep Voucher' })).message)).toMatch(/You rejected P-1/);

    const told = await press(raka, copy, 'Approve');

    expect(text(told)).toMatch(/P-1 is already rejected/);
    const again = await discord.clicks(raka, told, 'Ask to reconsider');
    await discord.submits(raka, again.modal!, { reason: 'payday is over' });
    await flush();
    expect(text(direct(dina)[0])).toMatch(/Raka asks Dina to reconsider P-1.*payday is over/);
    const another = await discord.clicks(rina, cards()[0]!, 'Make me another');
    expect(another.modal!.components[0]!.component.value).toBe('Voucher Gajian');
  });

  it('takes a second click of the same person as the same click', async () => {
    const [card] = await proposed('/budget propose max-step:40');
    await press(dina, card!, 'Approve');
    expect(text(await press(dina, card!, 'Approve'))).toMatch(/Your approval of P-1 counts/);
    expect(managers.acts('P-1')).toEqual(['proposed', 'agreed']);
  });

  it('is adjusted in a form, shown with its promise, and then proposed as version 2', async () => {
    const [card] = await proposed('/budget propose max-step:40');
    await press(dina, card!, 'Approve');
    const old = copyOf(card!);

    const { modal } = await discord.clicks(rina, card!, 'Adjust');
    const [line] = modal!.components;
    expect(line).toMatchObject({
      label: 'Voucher Gajian',
      description: expect.stringMatching(/Now IDR 4\.17M a week/),
    });
    const shown = await discord.submits(rina, modal!, { [line!.component.custom_id]: '5000000' });

    expect(text(shown.message)).toMatch(/P-1 with your changes.*Extra profit a week, after goods/);
    expect(stateOf('P-1').version).toBe(1);
    const again = await discord.clicks(rina, shown.message!, 'Change again');
    expect(again.modal!.components[0]!.component.value).toBe('5000000');
    const better = await discord.submits(rina, again.modal!, { [line!.component.custom_id]: '5.5M' });
    expect(text((await discord.clicks(rina, better.message!, 'Propose as v2')).message)).toMatch(/P-1 v2 is proposed/);
    await flush();

    for (const channel of [discord.world.channel, '601']) {
      expect(text(cards(channel)[0])).toMatch(/P-1 v2.*IDR 5\.5M/);
      expect(text(cards(channel)[0])).not.toMatch(/So far/);
    }
    const late = await press(raka, old, 'Approve');
    expect(text(late)).toMatch(/This is v1 of P-1/);
    expect(text((await discord.clicks(raka, late, 'Open v2')).message)).toMatch(/P-1 v2 · budget/);
  });

  it('refuses what is stale, and recomputes it', async () => {
    const [card] = await proposed();
    managers.db.exec("UPDATE proposal SET basis = 'older data'");
    const told = await press(dina, card!, 'Approve');
    expect(text(told)).toMatch(/P-1 is stale/);
    await discord.clicks(dina, told, 'Recompute');
    await flush();
    expect(text(cards()[0])).toMatch(/P-1 v2/);
    expect(text(await press(dina, cards()[0]!, 'Approve'))).toMatch(/You approved P-1 v2/);
  });

  it('reminds, asks the deputy, expires; and says so to a late click', async () => {
    await managers.say(`/team set user:discord:${ids.dina} role:approver deputy:discord:${ids.sari}`, 'ana');
    const [card] = await proposed();
    const copy = copyOf(card!);
    await later(25);
    await later(24);
    expect(direct(dina).map(text)).toEqual([expect.stringMatching(/still waits for a decision/)]);
    expect(direct(sari).map(text)).toEqual([expect.stringMatching(/not decided in time by Dina/)]);
    managers.time.at += 24 * 3_600_000;
    expect(text(await press(sari, copy, 'Approve'))).toMatch(/P-1 has expired/);
    await later(0);
    expect(text(cards()[0])).toMatch(/Expired 24 Apr 2026.*nothing changes/);
  });
});
