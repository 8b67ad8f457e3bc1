import type { App, BlockAction, SlashCommand, ViewSubmitAction } from '@slack/bolt';
import type { Ask, Caller, Luggage } from '../../commands/call.ts';
import { argumentsOf, type Command } from '../../commands/command.ts';
import { listed, say } from '../../words/say.ts';
import { tell as inWordsOf, type Language, toldIn } from '../../words/tell.ts';
import { commandLine, parseCommandLine } from '../arguments.ts';
import type { House } from '../doors.ts';
import { askForAll } from '../share.ts';
import type { Action, Answer, Form } from '../told.ts';
import { ANSWER, answerView } from './answer-view.ts';
import { type Pressed, readButton } from './buttons.ts';
import { NotTaken, type SlackFile, tooLarge, withFiles } from './download.ts';
import { inert, typedText } from './escape.ts';
import { doubleClicks } from './guard.ts';
import { openHomes } from './home.ts';
import { liveForms } from './live.ts';
import { FILE, FORM, fieldErrors, fieldOf, filledIn, formModal, formOf, type Origin } from './modal.ts';
import type { Outsiders } from './outsiders.ts';
import { ownWords } from './own-words.ts';
import { renderSlack } from './render.ts';
import { takeShortcuts } from './shortcuts.ts';
import { type Place, tell, tellPrivately } from './tell.ts';
import { inWords, type Wire } from './wire.ts';
import { type WorkingMessage, workingMessage } from './working.ts';

/** The one command that reaches every other: `/sextant status`. Some names, such as /status, are Slack's own. */
export const UMBRELLA = '/sextant';

/**
 * Registers what a person can do: type a command, press a button, send a form, open the Home, choose from a message's
 * menu. The same over both transports.
 */
export function converse(app: App, house: House, wire: Wire, outsiders: Outsiders): void {
  const clickedTwice = doubleClicks(wire.now);
  const liveForm = liveForms(wire, (line, state, place) => askLine(merged(line, state), place, {}));
  const homes = openHomes(wire, (user) => house.ask({ name: 'home', input: {} }, { door: 'slack', user }));
  takeShortcuts(app, wire, { readFiles, answerPress });

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
    const reader = { language: wire.languageOf(place.user), shop: null };
    await ack({ response_type: 'ephemeral', text: inWordsOf(say`Working on /${inert(line)} …`, reader) });
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
      return tellPrivately(wire, place, ownWords(wire.languageOf(place.user), say`That button is too old`, advice));
    }
    await press(pressed, body.view ? await inWindow(pressed, place, body) : place, body.trigger_id);
    if (body.view) await homes.refresh(place.user);
  });

  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: FORM }, async ({ body, view, ack }) => {
    // Ours, and signed by Slack on its way back.
    const { inView, ...origin } = JSON.parse(view.private_metadata) as Origin;
    const place: Place = { user: body.user.id, name: body.user.name, ...origin, ...(inView && { view: view.id }) };
    const state = view.state.values;
    const blockOf = new Map(Object.keys(state).map((block) => [fieldOf(block), block]));
    const fields = [...blockOf.keys()];
    const line = merged(origin.line, state);
    const language = wire.languageOf(place.user);
    const close = () => (inView ? ack({ response_action: 'update', view: waitingView(place.user) }) : ack());

    if (fields.includes(FILE)) {
      const files: readonly SlackFile[] = Object.values(state[FILE] ?? {})[0]?.files ?? [];
      const problem =
        files.length === 0
          ? say`Choose a file.`
          : files.map(({ size }) => tooLarge(size)).find((each) => each !== null);
      if (problem) {
        const error = inWordsOf(problem, { language, shop: null });
        return ack({ response_action: 'errors', errors: { [FILE]: error } });
      }
      await close();
      await readFiles(files, line, place, backTo(line, language));
    } else {
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
      await close();
      const answer = await asked;
      const live = origin.live === undefined ? undefined : askOf(origin.live);
      const back = answer.outcome === 'answered' ? [] : backTo(origin.line, language, formOf(view, live));
      await conclude(working, place, answer, back);
    }
    if (inView) await homes.refresh(place.user);
  });

  /** Does what a button stands for. */
  async function press({ line, form, opens }: Pressed, place: Place, trigger_id: string): Promise<void> {
    if (form) return openForm(form, line, place, trigger_id);
    if (opens) return openWhatIsAsked(line, place, trigger_id);
    const asked = askOf(line);
    return asked && takesFile(asked, house) ? openUpload(asked, place, trigger_id) : answerPress(line, place);
  }

  /** The window that the answer to a press in the Home, or in such a window, is shown in. It stands at once. */
  async function inWindow(
    { form, opens, line }: Pressed,
    place: Place,
    { view, trigger_id }: Pick<BlockAction, 'view' | 'trigger_id'>,
  ): Promise<Place> {
    const asked = askOf(line);
    const shows = !form && (opens || !asked || !takesFile(asked, house));
    const isOpen = view?.callback_id === ANSWER;
    if (!shows) return isOpen ? { ...place, view: view.id } : { ...place, inHome: true };
    const waiting = waitingView(place.user);
    try {
      const shown = isOpen
        ? await wire.client.views.update({ view_id: view.id, view: waiting })
        : await wire.client.views.open({ trigger_id, view: waiting });
      return { ...place, ...(shown.view?.id !== undefined && { view: shown.view.id }) };
    } catch (error) {
      wire.log('warn', `a window did not open: ${inWords(error)}`);
      return place;
    }
  }

  function waitingView(user: string) {
    const language = wire.languageOf(user);
    return answerView(renderSlack(ownWords(language, say`Working on it …`), { surface: 'view' }).blocks, language);
  }

  async function answerPress(line: string, place: Place): Promise<void> {
    const working = workingMessage(wire, place.user);
    const asked = askLine(line, place, working.luggage);
    if (place.view === undefined && (await within(wire.patienceMs, asked)) === null) {
      await tellPrivately(wire, place, ownWords(wire.languageOf(place.user), say`Working on it …`, `/${line}`));
    }
    const answer = await asked;
    const ask = askOf(line);
    await conclude(working, place, answer, ask && place.view === undefined ? shareOf(ask, answer) : []);
  }

  async function readFiles(
    files: readonly SlackFile[],
    line: string,
    place: Place,
    back: readonly Action[] = [],
  ): Promise<void> {
    const language = wire.languageOf(place.user);
    const names = listed(files.map(({ name }) => name ?? say`a file`));
    await tellPrivately(wire, place, ownWords(language, say`Reading ${names} …`, say`The report comes here.`));
    const working = workingMessage(wire, place.user);
    try {
      const answer = await withFiles(wire, files, (uploads) => askLine(line, place, { ...working.luggage, uploads }));
      await conclude(working, place, answer, answer.outcome === 'answered' ? [] : back);
    } catch (error) {
      if (!(error instanceof NotTaken)) wire.log('error', `a file could not be fetched: ${inWords(error)}`);
      const why = error instanceof NotTaken ? error.says : say`It could not be fetched from Slack. Try once more.`;
      const told = ownWords(language, say`The file was not taken`, why);
      await tellPrivately(wire, place, { ...told, actions: back });
    }
  }

  /** Where the work took so long that its progress was told, that message becomes the answer. */
  async function conclude(
    working: WorkingMessage,
    place: Place,
    answer: Answer,
    extra: readonly Action[] = [],
  ): Promise<void> {
    if (!(await working.become({ ...answer, actions: [...(answer.actions ?? []), ...extra] })))
      return tell(wire, place, answer, extra);
    const there = say`The answer is in our direct messages.`;
    await tellPrivately(wire, place, ownWords(answer.language, answer.title, there));
  }

  async function callerOf({ user, channel, name }: Place): Promise<Caller> {
    // While Slack cannot say who reads it, whoever asks in a channel sees that for themselves.
    const isRead = await outsiders(channel).catch(() => false);
    return { door: 'slack', user, channel, ...(name !== undefined && { name }), ...(isRead && { outsiders: true }) };
  }

  /** A button says what a person could have typed. */
  async function askLine(line: string, place: Place, luggage: Luggage): Promise<Answer> {
    const caller = await callerOf(place);
    const ask = askOf(line);
    return ask ? house.ask(ask, caller, luggage) : house.askLine(line, caller, luggage);
  }

  function askOf(line: string): Ask | undefined {
    const parsed = parseCommandLine(line, house.commands);
    return parsed.known ? parsed.ask : undefined;
  }

  /** What was filled in takes the place of what the line said of the same fields. */
  function merged(line: string, state: Parameters<typeof filledIn>[0]): string {
    const ask = askOf(line);
    if (!ask) return line;
    const fields = Object.keys(state).map(fieldOf);
    const others = Object.entries(ask.input).filter(([name]) => !fields.includes(name));
    return commandLine({ name: ask.name, input: { ...Object.fromEntries(others), ...filledIn(state) } });
  }

  /** A way back to a form that had closed before its answer came, with all that was typed. */
  function backTo(line: string, language: Language, form?: Form): readonly Action[] {
    const ask = askOf(line);
    const label = inWordsOf(say`Back to the form`, { language, shop: null });
    return ask ? [{ label, style: 'plain', ask, ...(form && { form }) }] : [];
  }

  /** A form that is made at the press: of what holds then. Anything else that is answered is told as ever. */
  async function openWhatIsAsked(line: string, place: Place, trigger_id: string): Promise<void> {
    const asked = askLine(line, place, {});
    const isLate = place.view === undefined && (await within(wire.patienceMs, asked)) === null;
    const there = isLate ? await inWindow({ line, opens: true }, place, { trigger_id }) : place;
    const answer = await asked;
    const form = answer.outcome === 'answered' ? answer.actions?.[0]?.form : undefined;
    return form ? openForm(form, line, there, trigger_id) : tell(wire, there, answer);
  }

  /** The person has three seconds from the click until Slack forgets it, so the form comes before anything else. */
  async function openForm(form: Form, line: string, place: Place, trigger_id: string, wants: { file?: true } = {}) {
    const { channel, respondTo, thread, view: window, inHome } = place;
    const language = wire.languageOf(place.user);
    const origin: Origin = {
      line,
      channel,
      ...(thread !== undefined && { thread }),
      ...(respondTo !== undefined && { respondTo }),
      ...((window !== undefined || inHome) && { inView: true }),
    };
    const view = formModal(form, origin, { language, ...wants });
    try {
      if (!view) throw new Error('the command is too long for a form');
      if (window === undefined) await wire.client.views.open({ trigger_id, view });
      else await wire.client.views.update({ view_id: window, view });
    } catch (error) {
      wire.log('warn', `a form did not open: ${inWords(error)}`);
      const advice = say`Slack did not take it in time. Try once more.`;
      await tellPrivately(wire, place, ownWords(language, say`The form did not open`, advice));
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
        label: description,
        kind: kind === 'whole' ? ('number' as const) : kind === 'choice' ? ('choice' as const) : ('text' as const),
        required,
        ...(typeof input[name] === 'string' && { initial: input[name] }),
        ...(choices && { choices: choices.map((value) => ({ value, label: value })) }),
      }));
    const reader = { language: wire.languageOf(place.user), shop: null };
    const form = toldIn({ title: `/${ask.name}`, submit: say`Send`, fields }, reader);
    return openForm(form, commandLine({ name: ask.name, input }), place, trigger_id, { file: true });
  }

  function shareOf(ask: Ask, answer: Answer): readonly Action[] {
    const again = askForAll(ask, answer, { commands: house.commands, seat: 'slack' });
    return again ? [{ label: inWordsOf(say`Share to channel`, answer), style: 'plain', ask: again }] : [];
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

/** The result if it comes within `ms`, else null. */
async function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, ms, null);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
