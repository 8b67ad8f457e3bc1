import type { App, BlockAction, SlashCommand } from '@slack/bolt';
import { say } from '../../words/say.ts';
import { parseCommandLine } from '../arguments.ts';
import type { House } from '../doors.ts';
import { wantsFile } from '../upload-form.ts';
import { asking } from './asking.ts';
import { type Pressed, readButton } from './buttons.ts';
import { inert, typedText } from './escape.ts';
import { forms, takeForms } from './forms.ts';
import { doubleClicks } from './guard.ts';
import { openHomes } from './home.ts';
import { liveForms } from './live.ts';
import { FORM } from './modal.ts';
import type { Outsiders } from './outsiders.ts';
import { ownWords } from './own-words.ts';
import { takeShortcuts } from './shortcuts.ts';
import { takeTalk } from './talk.ts';
import { type Place, tell, tellPrivately } from './tell.ts';
import { besideWindow, inWindow } from './windows.ts';
import type { Wire } from './wire.ts';

/** The one command that reaches every other: `/sextant status`. Some names, such as /status, are Slack's own. */
export const UMBRELLA = '/sextant';

/**
 * Registers what a person can do: type a command, write to Sextant, press a button, send a form, open the Home, choose
 * from a message's menu. The same over both transports.
 */
export function converse(app: App, house: House, wire: Wire, outsiders: Outsiders): void {
  const ways = asking(house, wire, outsiders);
  const { askLine, askOf, answerPress, callerOf, merged, readFiles, shareOf } = ways;
  const openers = forms(house, wire, ways);
  const clickedTwice = doubleClicks(wire.now);
  const liveForm = liveForms(wire, (line, state, place) => askLine(merged(line, state), place, {}));
  const homes = openHomes(wire, (user) => house.ask({ name: 'home', input: {} }, { door: 'slack', user }));
  takeShortcuts(app, wire, { readFiles, answerPress });
  takeTalk(app, { readFiles, answerPress });
  takeForms(app, wire, { asking: ways, forms: openers, homes });

  app.command(/^\//, async ({ command, ack }) => {
    const line = typedLine(command);
    const place: Place = {
      user: command.user_id,
      name: command.user_name,
      channel: command.channel_id,
      respondTo: command.response_url,
      fresh: true,
    };
    const parsed = parseCommandLine(line, house.commands);
    if (parsed.known && wantsFile(parsed.ask, house.commands)) {
      await ack();
      return openers.openUpload(parsed.ask, place, command.trigger_id);
    }
    const { title } = ownWords(wire.languageOf(place.user), say`Working on /${inert(line)} …`);
    await ack({ response_type: 'ephemeral', text: title });
    const answer = await house.askLine(line, await callerOf(place));
    await tell(wire, { ...place, replaces: true }, answer, parsed.known ? shareOf(parsed.ask, answer) : []);
  });

  app.event('app_home_opened', async ({ event: { user, tab, view } }) => {
    if (tab === 'home') await homes.open(user, view && 'hash' in view ? String(view.hash) : undefined);
  });

  app.action<BlockAction>({ type: 'block_actions' }, async ({ body, action, ack }) => {
    await ack();
    if (body.view?.callback_id === FORM)
      return liveForm(body.view, action, { user: body.user.id, channel: body.user.id });
    if (action.type !== 'button') return;
    const pressed = readButton(action.action_id, action.value, wire.memory.recall);
    if (!pressed) return;
    const place = placeOf(body);
    if (clickedTwice(place.user, messageOf(body), `${action.action_id} ${action.value}`)) return;
    if (pressed === 'forgotten') {
      const advice = say`What stood behind it is kept no longer. Ask anew.`;
      await tellPrivately(wire, place, ownWords(wire.languageOf(place.user), say`That button is too old`, advice));
      return;
    }
    await press(pressed, body.view ? await placeInView(pressed, place, body) : place, body.trigger_id);
    if (body.view) await homes.refresh(place.user);
  });

  /** Does what a button stands for. */
  async function press({ line, form, opens }: Pressed, place: Place, trigger_id: string): Promise<void> {
    if (form) return openers.openForm(form, line, place, trigger_id);
    if (opens) return openers.openWhatIsAsked(line, place, trigger_id);
    const asked = askOf(line);
    return asked && wantsFile(asked, house.commands)
      ? openers.openUpload(asked, place, trigger_id)
      : answerPress(line, place);
  }

  /** What is answered in words opens its window at once; a form opens by itself. */
  function placeInView({ form, opens, line }: Pressed, place: Place, body: BlockAction): Place | Promise<Place> {
    const asked = askOf(line);
    const opensForm = form || (!opens && asked && wantsFile(asked, house.commands));
    return opensForm ? besideWindow(place, body) : inWindow(wire, place, body);
  }
}

/** `/forecast weeks:8` as it was typed, `/sextant forecast weeks:8` without its first word. */
function typedLine({ command, text }: SlashCommand): string {
  return `${command === UMBRELLA ? '' : command.slice(1)} ${typedText(text ?? '')}`.trim();
}

/** Where a button was pressed: what is pressed in the Home or in a window has no channel but the person's own. */
function placeOf({
  user: { id: user, name, username },
  channel,
  container,
  message,
  response_url,
}: BlockAction): Place {
  const thread: unknown = container.thread_ts ?? message?.thread_ts;
  const at: unknown = container.message_ts ?? message?.ts;
  return {
    user,
    name: name ?? username,
    channel: channel?.id ?? user,
    ...(response_url && { respondTo: response_url }),
    ...(typeof thread === 'string' && thread !== at && { thread }),
  };
}

function messageOf({ container, message }: BlockAction): string {
  return String(container.message_ts ?? message?.ts ?? container.view_id ?? '');
}
