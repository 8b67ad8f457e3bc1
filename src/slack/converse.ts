import type { App, BlockAction, MessageShortcut, SlashCommand, ViewSubmitAction } from '@slack/bolt';
import type { Ask, Caller, Luggage } from '../../commands/call.ts';
import { argumentsOf, type Command } from '../../commands/command.ts';
import { inEnglish } from '../../words/tell.ts';
import { commandLine, parseCommandLine } from '../arguments.ts';
import type { House } from '../doors.ts';
import { askForAll } from '../share.ts';
import type { Action, Answer, Form, Rendered } from '../told.ts';
import { readButton } from './buttons.ts';
import { NotTaken, type SlackFile, tooLarge, withFiles } from './download.ts';
import { inert, typedText } from './escape.ts';
import { doubleClicks } from './guard.ts';
import { liveForms } from './live.ts';
import { FILE, FORM, fieldErrors, fieldOf, filledIn, formModal, MAX_FILES, type Origin } from './modal.ts';
import type { Outsiders } from './outsiders.ts';
import { type Place, tell, tellPrivately } from './tell.ts';
import { inWords, type Wire } from './wire.ts';
import { type WorkingMessage, workingMessage } from './working.ts';

/** The one command that reaches every other: `/sextant status`. Some names, such as /status, are Slack's own. */
export const UMBRELLA = '/sextant';

/** The message shortcut *Import this file*. */
export const IMPORT_SHORTCUT = 'import_file';

/** Registers what a person can do: type a command, press a button, send a form. The same over both transports. */
export function converse(app: App, house: House, wire: Wire, outsiders: Outsiders): void {
  const clickedTwice = doubleClicks(wire.now);
  const liveForm = liveForms(wire, (line, state, place) => askLine(merged(line, state), place, {}));

  app.command(/^\//, async ({ command, ack }) => {
    const line = typedLine(command);
    const place = {
      user: command.user_id,
      name: command.user_name,
      channel: command.channel_id,
      respondTo: command.response_url,
    };
    const parsed = parseCommandLine(line, house.commands);
    if (parsed.known && takesFile(parsed.ask, house)) {
      await ack();
      return openUpload(parsed.ask, place, command.trigger_id);
    }
    await ack({ response_type: 'ephemeral', text: `Working on /${inert(line)} …` });
    const answer = await house.askLine(line, await callerOf(place));
    await tell(wire, { ...place, replaces: true }, answer, parsed.known ? shareOf(parsed.ask, answer) : []);
  });

  app.shortcut<MessageShortcut>({ type: 'message_action', callback_id: IMPORT_SHORTCUT }, async ({ shortcut, ack }) => {
    await ack();
    const { user, channel, message, response_url } = shortcut;
    const place = { user: user.id, channel: channel.id, respondTo: response_url };
    const files = (message.files ?? []) as readonly SlackFile[];
    if (files.length === 0) {
      return tellPrivately(wire, place, words('That message has no file', 'Choose it on a message with a file.'));
    }
    await readFiles(files.slice(0, MAX_FILES), 'data add', { ...place, name: user.name });
  });

  app.action<BlockAction>({ type: 'block_actions' }, async ({ body, action, ack }) => {
    await ack();
    if (body.view?.callback_id === FORM)
      return liveForm(body.view, action, { user: body.user.id, channel: body.user.id });
    if (action.type !== 'button') return;
    const pressed = readButton(action.action_id, action.value);
    if (!pressed) return;
    const { id: user, name = body.user.username } = body.user;
    const place = { user, name, channel: body.channel?.id ?? user, respondTo: body.response_url };
    if (clickedTwice(place.user, messageOf(body), `${action.action_id} ${pressed.line}`)) return;

    if (pressed.form) return openForm(pressed.form, pressed.line, place, body.trigger_id);
    if (pressed.opens) return openWhatIsAsked(pressed.line, place, body);
    const parsed = parseCommandLine(pressed.line, house.commands);
    if (parsed.known && takesFile(parsed.ask, house)) return openUpload(parsed.ask, place, body.trigger_id);
    const working = workingMessage(wire, place.user);
    const asked = askLine(pressed.line, place, working.luggage);
    if ((await within(wire.patienceMs, asked)) === null) {
      await tellPrivately(wire, place, words('Working on it …', `/${pressed.line}`));
    }
    const answer = await asked;
    await conclude(working, place, answer, parsed.known ? shareOf(parsed.ask, answer) : []);
  });

  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: FORM }, async ({ body, view, ack }) => {
    // Ours, and signed by Slack on its way back.
    const origin = JSON.parse(view.private_metadata) as Origin;
    const place: Place = { user: body.user.id, name: body.user.name, ...origin };
    const state = view.state.values;
    const blockOf = new Map(Object.keys(state).map((block) => [fieldOf(block), block]));
    const fields = [...blockOf.keys()];
    const line = merged(origin.line, state);

    if (fields.includes(FILE)) {
      const files: readonly SlackFile[] = Object.values(state[FILE] ?? {})[0]?.files ?? [];
      const problem = files.length === 0 ? 'Choose a file.' : files.map(({ size }) => tooLarge(size)).find(Boolean);
      if (problem) return ack({ response_action: 'errors', errors: { [FILE]: problem } });
      await ack();
      return readFiles(files, line, place);
    }

    const working = workingMessage(wire, place.user);
    const asked = askLine(line, place, working.luggage);
    const early = await within(wire.patienceMs, asked);
    // A refusal with buttons is a question: it does not fit under a field.
    const isMistake = early?.outcome === 'refused' && (early.actions ?? []).length === 0;
    const errors = isMistake ? fieldErrors(early, fields) : null;
    if (errors) {
      const atBlocks = Object.entries(errors).map(([field, error]) => [blockOf.get(field) ?? field, error]);
      return ack({ response_action: 'errors', errors: Object.fromEntries(atBlocks) });
    }
    await ack();
    await conclude(working, place, await asked);
  });

  async function readFiles(files: readonly SlackFile[], line: string, place: Place): Promise<void> {
    const names = files.map(({ name }) => name ?? 'a file').join(', ');
    await tellPrivately(wire, place, words(`Reading ${names} …`, 'The report comes here.'));
    const working = workingMessage(wire, place.user);
    try {
      const answer = await withFiles(wire, files, (uploads) => askLine(line, place, { ...working.luggage, uploads }));
      await conclude(working, place, answer);
    } catch (error) {
      if (!(error instanceof NotTaken)) wire.log('error', `a file could not be fetched: ${inWords(error)}`);
      const why = error instanceof NotTaken ? error.message : 'It could not be fetched from Slack. Try once more.';
      await tellPrivately(wire, place, words('The file was not taken', why));
    }
  }

  /** Where the work took so long that its progress was told, that message becomes the answer. */
  async function conclude(
    working: WorkingMessage,
    place: Place,
    answer: Answer,
    extra: readonly Action[] = [],
  ): Promise<void> {
    if (!(await working.become(answer))) return tell(wire, place, answer, extra);
    await tellPrivately(wire, place, words(answer.title, 'The answer is in our direct messages.'));
  }

  async function callerOf({ user, channel, name }: Place): Promise<Caller> {
    const isRead = await outsiders(channel);
    return { door: 'slack', user, channel, ...(name !== undefined && { name }), ...(isRead && { outsiders: true }) };
  }

  /** A button says what a person could have typed. */
  async function askLine(line: string, place: Place, luggage: Luggage): Promise<Answer> {
    const caller = await callerOf(place);
    const parsed = parseCommandLine(line, house.commands);
    return parsed.known ? house.ask(parsed.ask, caller, luggage) : house.askLine(line, caller, luggage);
  }

  /** What was filled in takes the place of what the line said of the same fields. */
  function merged(line: string, state: Parameters<typeof filledIn>[0]): string {
    const parsed = parseCommandLine(line, house.commands);
    if (!parsed.known) return line;
    const fields = Object.keys(state).map(fieldOf);
    const others = Object.entries(parsed.ask.input).filter(([name]) => !fields.includes(name));
    return commandLine({ name: parsed.ask.name, input: { ...Object.fromEntries(others), ...filledIn(state) } });
  }

  /** A form that is made at the press: of what holds then. Anything else that is answered is told as ever. */
  async function openWhatIsAsked(line: string, place: Place, { trigger_id }: BlockAction): Promise<void> {
    const answer = await askLine(line, place, {});
    const form = answer.outcome === 'answered' ? answer.actions?.[0]?.form : undefined;
    return form ? openForm(form, line, place, trigger_id) : tell(wire, place, answer);
  }

  /** The person has three seconds from the click until Slack forgets it, so the form comes before anything else. */
  async function openForm(form: Form, line: string, place: Place, trigger_id: string, wants?: { readonly file: true }) {
    const { channel, respondTo } = place;
    const view = formModal(form, { line, channel, ...(respondTo !== undefined && { respondTo }) }, wants);
    try {
      if (!view) throw new Error('the command is too long for a form');
      await wire.client.views.open({ trigger_id, view });
    } catch (error) {
      wire.log('warn', `a form did not open: ${inWords(error)}`);
      await tellPrivately(
        wire,
        place,
        words('The form did not open', 'Slack did not take it in time. Press once more.'),
      );
    }
  }

  /** Files never come as a path that was typed: the form brings them. What else was typed stands in it already. */
  function openUpload(ask: Ask, place: Place, trigger_id: string): Promise<void> {
    const command = commandOf(ask, house)!;
    const args = argumentsOf(command);
    const isFile = (name: string) => args.some((arg) => arg.name === name && arg.kind === 'file');
    const input = Object.fromEntries(Object.entries(ask.input).filter(([name]) => !isFile(name)));
    const fields = args
      .filter(({ kind }) => kind !== 'file' && kind !== 'held')
      .map(({ name, description, kind, required, choices }) => ({
        name,
        label: inEnglish(description),
        kind: kind === 'whole' ? ('number' as const) : kind === 'choice' ? ('choice' as const) : ('text' as const),
        required,
        ...(typeof input[name] === 'string' && { initial: input[name] }),
        ...(choices && { choices: choices.map((value) => ({ value, label: value })) }),
      }));
    const form = { title: `/${ask.name}`, submit: 'Send', fields };
    return openForm(form, commandLine({ name: ask.name, input }), place, trigger_id, { file: true });
  }

  function shareOf(ask: Ask, answer: Answer): readonly Action[] {
    const again = askForAll(ask, answer, { commands: house.commands, seat: 'slack' });
    return again ? [{ label: 'Share to channel', style: 'plain', ask: again }] : [];
  }
}

/** `/forecast weeks:8` as it was typed, `/sextant forecast weeks:8` without its first word. */
function typedLine({ command, text }: SlashCommand): string {
  return `${command === UMBRELLA ? '' : command.slice(1)} ${typedText(text ?? '')}`.trim();
}

function commandOf({ name }: Ask, { commands }: House): Command | undefined {
  return commands.find((command) => command.name === name);
}

function takesFile(ask: Ask, house: House): boolean {
  const command = commandOf(ask, house);
  const args = command ? argumentsOf(command) : [];
  const isHeld = args.some(({ name, kind }) => kind === 'held' && ask.input[name] !== undefined);
  return !isHeld && args.some(({ kind }) => kind === 'file');
}

function messageOf({ container, message }: BlockAction): string {
  return String(container.message_ts ?? message?.ts ?? container.view_id ?? '');
}

/** A few words of the door itself. */
function words(title: string, text: string): Rendered {
  return { title, tone: 'plain', parts: [{ kind: 'text', text }], shop: null, language: 'en' };
}

/** The result if it comes within `ms`, else null. */
async function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
