import { memoryOfButtons } from '../../../src/button-memory.ts';
import type { House } from '../../../src/doors.ts';
import { openSlack } from '../../../src/slack/door.ts';
import type { Json } from '../../fakes/slack/blocks.ts';
import type { Fault } from '../../fakes/slack/faults.ts';
import { APP_TOKEN, BOT_TOKEN, startFakeSlack, textsIn } from '../../fakes/slack/index.ts';
import { type Deed, inOneLine, type Screens, type Shown, type Trouble } from './screens.ts';
import { rooms as allRooms, people } from './team.ts';

const ids = people.slack;
const rooms = allRooms.slack;

const methods: Readonly<Record<Deed, readonly string[]>> = {
  post: ['chat.postMessage'],
  change: ['chat.update'],
  answer: ['response_url', 'chat.postEphemeral'],
};
const faults: Readonly<Record<Trouble, Fault>> = {
  down: { status: 503 },
  lost: { cut: 'after' },
  limited: { status: 429, headers: { 'retry-after': '30' } },
};

export type SlackScreens = Screens & { readonly slack: Awaited<ReturnType<typeof startFakeSlack>> };

/** The team in Slack: the real bolt over Socket Mode. */
export async function openSlackChat(house: House): Promise<SlackScreens> {
  const slack = await startFakeSlack();
  const reports: unknown[] = [];
  const door = await openSlack(
    {
      botToken: BOT_TOKEN,
      transport: { kind: 'socket', appToken: APP_TOKEN },
      apiUrl: slack.apiUrl,
      filesOrigin: slack.origin,
      renderChart: async () => Buffer.from('png'),
      memory: memoryOfButtons(),
      now: slack.clock.now,
      pause: async (ms) => slack.clock.advance(ms),
      log: (level, text) => {
        if (level === 'error') reports.push(text);
      },
    },
    house,
  );
  const { messages } = slack.workspace;
  /** What stood at the fields of forms: nobody else sees it. */
  const errors = new Map<string, Shown[]>();

  const told: Screens['told'] = (who) => {
    const window = slack.form(ids[who]) ? '' : slack.window(ids[who]);
    return [
      ...messages.filter(({ to, channel }) => to === ids[who] || channel === `D${ids[who]}`).map(shown),
      ...(errors.get(ids[who]) ?? []),
      ...(window ? [{ words: inOneLine([window]), buttons: [], pictures: 0 }] : []),
    ];
  };

  return {
    slack,
    door,
    reports,

    async types(who, line, room = 'marketing') {
      await slack.types(ids[who], rooms[room], line);
    },

    async presses(who, label) {
      const { body, confirm } = slack.clickBody(ids[who], label);
      await slack.deliver('interactive', body);
      return confirm ? inOneLine(textsIn(confirm.text)) : null;
    },

    holds(who, label) {
      let { body } = slack.clickBody(ids[who], label);
      return {
        async now({ lateMs = 0 } = {}) {
          body = { ...body, trigger_id: slack.workspace.trigger(ids[who]) };
          if (lateMs > 0) slack.clock.advance(lateMs);
          await slack.deliver('interactive', body);
        },
        async again() {
          await slack.deliver('interactive', body);
        },
      };
    },

    async form(who) {
      const { view } = await slack.until(() => slack.form(ids[who]), `a form for ${who}`);
      const inputs = (view.blocks as Json[]).filter(({ type }) => type === 'input');
      const fields = inputs.map(({ block_id, label, hint, element }) => {
        const { initial_value, initial_option } = element as Json;
        return {
          name: nameOf(block_id),
          label: textsIn(label).join(''),
          hint: textsIn(hint).join(''),
          value: String(initial_value ?? (initial_option as Json | undefined)?.value ?? ''),
        };
      });
      return { title: textsIn(view.title).join(''), fields, words: inOneLine(textsIn(view)) };
    },

    async submits(who, answers) {
      const { view } = await slack.until(() => slack.form(ids[who]), `a form for ${who}`);
      const blocks = (view.blocks as Json[]).map(({ block_id }) => String(block_id));
      const typed = Object.entries(answers).map(([name, answer]) => {
        const block = blocks.find((id) => nameOf(id) === name);
        if (block === undefined) throw new Error(`the form has no field ${name}: ${blocks.join(', ')}`);
        return [block, answer];
      });
      const { errors: wrong } = await slack.submits(ids[who], Object.fromEntries(typed));
      if (!wrong) return;
      const words = inOneLine(Object.values(wrong).map(String));
      errors.set(ids[who], [...(errors.get(ids[who]) ?? []), { words, buttons: [], pictures: 0 }]);
    },

    reads: (who, pattern) =>
      slack.until(
        () => told(who).findLast(({ words }) => pattern.test(words)),
        `${who} to read ${pattern}, who was told:\n${told(who)
          .map(({ words }) => words)
          .join('\n')}\n…`,
      ),
    until: (isSo) => slack.until(isSo),
    told,
    posted: (room) => {
      const inRoom = messages.filter(({ channel, to }) => channel === rooms[room] && to === null);
      const parents = inRoom.filter(({ thread_ts }) => thread_ts === undefined);
      return parents.flatMap((each) => [each, ...inRoom.filter(({ thread_ts }) => thread_ts === each.ts)]).map(shown);
    },
    direct: (who) => messages.filter(({ channel }) => channel === `D${ids[who]}`).map(shown),

    breaks(deed, trouble, times = Number.POSITIVE_INFINITY) {
      let left = times;
      slack.faults.strike((method) => (methods[deed].includes(method) && left-- > 0 ? faults[trouble] : undefined));
      return () => slack.faults.strike(() => undefined);
    },
    closes(room) {
      slack.workspace.channels.set(rooms[room], 'not_in_channel');
      return () => slack.workspace.channels.set(rooms[room], 'member');
    },
    leaves: (who) => void slack.workspace.gone.add(ids[who]),
    async cuts() {
      for (const socket of slack.sockets.splice(0)) socket.terminate();
    },
    later: (ms) => slack.clock.advance(ms),
    async close() {
      await door.close();
      await slack.close();
    },
  };
}

function shown({ text, blocks }: { readonly text: string; readonly blocks: readonly Json[] }): Shown {
  const buttons = blocks
    .flatMap((block) => (block.type === 'actions' ? (block.elements as Json[]) : []))
    .map((element) => (element.text as Json | undefined)?.text)
    .filter((label) => label !== undefined);
  const pictures = blocks.filter(({ type }) => type === 'image').length;
  return { words: inOneLine([text, ...textsIn(blocks)]), buttons: buttons.map(String), pictures };
}

/** A field that was written anew has its count behind its name. */
function nameOf(block: unknown): string {
  return String(block).replace(/~\d+$/, '');
}
