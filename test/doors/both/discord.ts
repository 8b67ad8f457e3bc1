import { once } from 'node:events';
import { parseCommandLine } from '../../../src/arguments.ts';
import { memoryOfButtons } from '../../../src/button-memory.ts';
import { openDiscord } from '../../../src/discord/door.ts';
import type { House } from '../../../src/doors.ts';
import { directChannel } from '../../fakes/discord/rest.ts';
import { FakeDiscord, type Fault } from '../../fakes/discord/server.ts';
import type { Person as DiscordPerson, Interaction, SentMessage, ShownModal } from '../../fakes/discord/world.ts';
import { type Deed, inOneLine, type Screens, type Shown, sooner, type Trouble } from './screens.ts';
import { rooms as allRooms, type Person, people } from './team.ts';

const ids = people.discord;
const rooms = allRooms.discord;
const person = (who: Person): DiscordPerson => ({ id: ids[who], name: who });

const requests: Readonly<Record<Deed, RegExp>> = {
  post: /^POST \/channels\/\d+\/messages$/,
  change: /^PATCH \/channels\//,
  answer: /^PATCH \/webhooks\//,
};
const faults: Readonly<Record<Trouble, Omit<Fault, 'at'>>> = {
  down: { how: 503 },
  lost: { how: 'cut after' },
  limited: {
    how: 429,
    body: { message: 'You are being rate limited.', retry_after: 30, global: false },
    headers: { 'retry-after': '30', 'x-ratelimit-scope': 'user' },
  },
};

export type DiscordScreens = Screens & { readonly discord: FakeDiscord };

/** The team in Discord: the real discord.js over a gateway. */
export async function openDiscordChat(house: House): Promise<DiscordScreens> {
  const discord = await FakeDiscord.open();
  const { world, gateway } = discord;
  const reports: unknown[] = [];
  const door = await openDiscord(
    {
      token: world.token,
      guild: world.guild,
      renderChart: async () => Buffer.from('png'),
      memory: memoryOfButtons(),
      registered: { read: () => null, write: () => {} },
      report: (error) => reports.push(error),
      api: discord.api,
      fileOrigins: [discord.address],
    },
    house,
  );
  const forms = new Map<Person, ShownModal>();

  const isAlone = (who: Person) => (message: SentMessage) =>
    message.onlyFor === ids[who] || message.channel === directChannel(ids[who]);
  const messagesTo = (who: Person) => discord.seenBy(person(who)).filter(isAlone(who));
  const told: Screens['told'] = (who) => messagesTo(who).map(shown);
  const until = <Found>(look: () => Found | undefined | null | false, what: string) =>
    sooner(
      look,
      () => once(world.changes, 'change', { signal: AbortSignal.timeout(50) }).catch(() => {}),
      () => `${what} did not come. There is:\n${world.messages.map((each) => shown(each).words).join('\n')}`,
    );

  const newestWith = (who: Person, label: string) => {
    const seen = discord.seenBy(person(who));
    const message = seen.findLast((each) => shown(each).buttons.includes(label));
    if (!message)
      throw new Error(`${who} sees no "${label}" in:\n${seen.map((each) => JSON.stringify(shown(each))).join('\n')}`);
    return message;
  };

  /** Follows an interaction to what the person sees of it at once: a form, a question to say yes to, or nothing yet. */
  async function follow(who: Person, interaction: Interaction): Promise<{ asked: string | null; last: Interaction }> {
    await until(() => interaction.answered !== null, `an answer to ${who}`);
    if (interaction.modal) forms.set(who, interaction.modal);
    const { original } = interaction;
    const yes = original ? shown(original).buttons.find((label) => label.startsWith('Yes, ')) : undefined;
    if (!original || yes === undefined) return { asked: null, last: interaction };
    const asked = shown(original).words;
    const last = discord.presses(person(who), original, yes);
    await until(() => last.answered !== null, `an answer to ${who}, who said yes`);
    return { asked, last };
  }

  const formOf = (who: Person) => until(() => forms.get(who), `a form for ${who}`);

  return {
    discord,
    door,
    reports,

    async types(who, line, room = 'marketing') {
      const { command, options } = typedInto(discord, line, house);
      await follow(who, discord.sends(person(who), command, options, { channel: rooms[room] }));
    },

    presses: async (who, label) =>
      (await follow(who, discord.presses(person(who), newestWith(who, label), label))).asked,

    holds(who, label) {
      const copy = { ...newestWith(who, label) };
      let last: Interaction | null = null;
      return {
        async now({ lateMs = 0 } = {}) {
          const interaction = discord.presses(person(who), copy, label, { lateMs });
          if (lateMs < 3000) last = (await follow(who, interaction)).last;
          else await until(() => reports.length > 0, 'Discord to refuse the answer');
        },
        async again() {
          if (last) discord.repeats(last);
        },
      };
    },

    async form(who) {
      const { title, components } = await formOf(who);
      const fields = components.map(({ label, description = '', component }) => ({
        name: component.custom_id,
        label,
        hint: description,
        value: component.value ?? component.options?.find((each) => each.default)?.value ?? '',
      }));
      const words = inOneLine([title, ...fields.flatMap(({ label, hint, value }) => [label, hint, value])]);
      return { title, fields, words };
    },

    async submits(who, answers) {
      for (;;) {
        const modal = await formOf(who);
        const sent = discord.hands(person(who), modal, answers);
        forms.delete(who);
        await follow(who, sent);
        const more = sent.original && shown(sent.original).buttons.includes('Continue');
        if (!more) return;
        await follow(who, discord.presses(person(who), sent.original!, 'Continue'));
      }
    },

    reads: (who, pattern) =>
      until(() => told(who).findLast(({ words }) => pattern.test(words)), `${who} to read ${pattern}`),
    until: (isSo) => until(isSo, 'what was waited for'),
    told,
    posted: (room) => {
      const standing = world.messages.filter(({ onlyFor }) => onlyFor === null);
      const parents = standing.filter(({ channel }) => channel === rooms[room]);
      return parents.flatMap((each) => [each, ...standing.filter(({ channel }) => channel === each.id)]).map(shown);
    },
    direct: (who) => world.messages.filter(({ channel }) => channel === directChannel(ids[who])).map(shown),

    breaks(deed, trouble, times = Number.POSITIVE_INFINITY) {
      let left = times;
      discord.chance = (request) => (requests[deed].test(request) && left-- > 0 ? faults[trouble] : undefined);
      return () => {
        discord.chance = () => undefined;
      };
    },
    closes(room) {
      world.closedChannels.add(rooms[room]);
      return () => world.closedChannels.delete(rooms[room]);
    },
    leaves: (who) => void world.gonePeople.add(ids[who]),
    async cuts() {
      gateway.cut();
    },
    later: (ms) => world.later(ms),
    async close() {
      await door.close();
      await discord.close();
    },
  };
}

/** A line as a person puts it into Discord: the command from its list, each argument into its own field. */
function typedInto({ world }: FakeDiscord, line: string, { commands }: House) {
  const parsed = parseCommandLine(line, commands);
  if (!parsed.known) throw new Error(`Discord offers no ${line}`);
  const { name, input } = parsed.ask;
  const [family = '', sub] = name.split(' ');
  const registered = world.commands.find((each) => each.name === family);
  const subs = registered?.options?.filter(({ type }) => type === SUBCOMMAND) ?? [];
  // The bare name of a family is its `show`.
  const chosen = subs.find((each) => each.name === (sub ?? 'show'));
  const known = (chosen ?? registered)?.options ?? [];
  const options = Object.entries(input).map(([key, value]) => {
    const isSwitch = known.find((each) => each.name === key)?.type === SWITCH;
    return [key, isSwitch ? value === 'yes' : String(value)];
  });
  return { command: chosen ? `${family} ${chosen.name}` : family, options: Object.fromEntries(options) };
}
const SUBCOMMAND = 1;
const SWITCH = 5;

function shown({ content, embeds, components }: SentMessage): Shown {
  const texts = embeds.flatMap(({ author, title, description, fields = [], footer }) => [
    author?.name,
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
    footer?.text,
  ]);
  return {
    words: inOneLine([content, ...texts.map((text) => text && asRead(text))]),
    buttons: components.flatMap((row) =>
      row.components.flatMap(({ label, options = [] }) => [
        ...(label === undefined ? [] : [label]),
        ...options.map((each) => each.label),
      ]),
    ),
    pictures: embeds.filter(({ image }) => image).length,
  };
}

/** Without the marks of Discord's markdown. */
function asRead(text: string): string {
  return text.replace(/(?<!\\)(?:\*\*|```)/g, '').replace(/\\(.)/g, '$1');
}
