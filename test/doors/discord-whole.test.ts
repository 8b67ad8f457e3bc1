import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { languageOf } from '../../commands/language.ts';
import { memoryOfButtons } from '../../src/button-memory.ts';
import { openDiscord } from '../../src/discord/door.ts';
import type { OpenDoor } from '../../src/doors.ts';
import { FakeDiscord } from '../fakes/discord/server.ts';
import type { SentMessage } from '../fakes/discord/world.ts';
import { managersAt } from '../support/managers.ts';
import { englishIn } from '../words/english.ts';

const ids = { rina: '7001', dina: '7002', raka: '7003', vina: '7004', sari: '7005', ana: '7006' };
const dina = { id: ids.dina, name: 'dina', locale: 'id' };
const ana = { id: ids.ana, name: 'ana' };
const guest = { id: '7999', name: 'guest' };

let discord: FakeDiscord;
let door: OpenDoor;
let managers: ReturnType<typeof managersAt>;

/** The whole demo shop behind the real door, before the strict stand-in. */
beforeEach(async () => {
  discord = await FakeDiscord.open();
  managers = managersAt('discord', { ids, channels: [discord.world.channel] });
  door = await openDiscord(
    {
      token: discord.world.token,
      guild: discord.world.guild,
      renderChart: async () => Buffer.from('png'),
      memory: memoryOfButtons(),
      registered: { read: () => null, write: () => {} },
      roles: { '31': 'viewer' },
      languageOf: (caller) => languageOf(managers.state.memory, caller),
      report: (error) => expect.fail(String(error)),
      api: discord.api,
    },
    managers.house,
  );
});

afterEach(async () => {
  await door.close();
  await discord.close();
});

/** All that stands in a message, its buttons and menus too. */
function words({ embeds, components }: SentMessage): readonly string[] {
  const labels = components
    .flatMap((row) => row.components)
    .flatMap(({ label, options = [] }) => [label, ...options.map((each) => each.label)]);
  return [...embeds.flatMap(({ title, description, footer }) => [title, description, footer?.text]), ...labels].filter(
    (text) => text !== undefined,
  );
}

/** Lines that are English still. */
function english(message: SentMessage): readonly string[] {
  return words(message)
    .flatMap((text) => text.split('\n'))
    .flatMap(englishIn);
}

describe('/home in Discord', () => {
  it('is what waits for the one who asks, for them alone, in their language, and leads on', async () => {
    await managers.say('/budget propose', 'rina');

    const { message } = await discord.runs(dina, 'home');

    expect(message!.onlyFor).toBe(dina.id);
    expect(english(message!)).toEqual([]);
    const [open = ''] = words(message!).filter((text) => text.endsWith('P-1'));
    const card = await discord.clicks(dina, message!, open);
    expect(card.message!.embeds[0]!.title).toContain('P-1');
    expect(english(card.message!)).toEqual([]);
  });

  it('opens the settings of whoever may change them, as a form', async () => {
    const { message } = await discord.runs(ana, 'home');
    const { modal } = await discord.clicks(ana, message!, 'Settings');

    expect(modal!.components.length).toBeGreaterThan(0);
  });
});

describe('a card that is adjusted in Discord', () => {
  it('is shown with its promise and can be changed again, before it is proposed', async () => {
    const { say, flush, state } = managers;
    await say('/budget propose', 'rina');
    await flush(door)();
    const rina = { id: ids.rina, name: 'rina' };
    const { modal } = await discord.clicks(rina, discord.seenBy(rina)[0]!, 'Adjust');
    const { custom_id: line } = modal!.components[0]!.component;

    const shown = await discord.submits(rina, modal!, { [line]: '5000000' });
    const again = await discord.clicks(rina, shown.message!, 'Change again');
    expect(again.modal!.components[0]!.component.value).toBe('5000000');
    const better = await discord.submits(rina, again.modal!, { [line]: '5.5M' });
    expect(words(better.message!).join()).toMatch(/P-1 with your changes.*Extra profit a week, after goods/s);
    expect(state.proposals.find('P-1')!.version).toBe(1);
    const put = await discord.clicks(rina, better.message!, 'Propose as v2');

    expect(words(put.message!).join()).toMatch(/P-1 v2 is proposed/);
  });
});

describe('somebody whom Sextant does not know', () => {
  it('is told who they are here and whom to ask', async () => {
    const { message } = await discord.runs(guest, 'status');

    expect(words(message!).join()).toMatch(
      /needs the viewer role.*Ask Ana to run: \/team set user:discord:7999 role:viewer/s,
    );
  });

  it('is answered where a role of the server lets them look, until they lose it', async () => {
    const { message } = await discord.runs({ ...guest, roles: ['31'] }, 'status');
    expect(words(message!).join()).not.toMatch(/needs the viewer role/);

    const later = await discord.runs(guest, 'status');
    expect(words(later.message!).join()).toMatch(/needs the viewer role/);
  });
});

describe('completion in Discord', () => {
  it('offers the campaigns of the shop, and what it offered is understood', async () => {
    const [first] = await discord.types(ana, 'campaign show', 'campaign', '');

    const { message } = await discord.runs(ana, 'campaign show', { campaign: first!.value });

    expect(words(message!).join()).toContain(first!.value);
  });
});
