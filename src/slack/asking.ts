import type { Ask, Caller, Luggage } from '../../commands/call.ts';
import { listed, named, say } from '../../words/say.ts';
import { tell as inWordsOf } from '../../words/tell.ts';
import { commandLine, parseCommandLine } from '../arguments.ts';
import type { House } from '../doors.ts';
import { askForAll } from '../share.ts';
import type { Action, Answer } from '../told.ts';
import { NotTaken, type SlackFile, withFiles } from './download.ts';
import { fieldOf, filledIn, type State } from './modal.ts';
import type { Outsiders } from './outsiders.ts';
import { ownWords } from './own-words.ts';
import type { Place } from './tell.ts';
import { inWords, type Wire } from './wire.ts';
import { within } from './within.ts';
import { workFor } from './working.ts';

export type Asking = ReturnType<typeof asking>;

/** How the house is asked, and its answer told where the person stands. */
export function asking(house: House, wire: Wire, outsiders: Outsiders) {
  async function callerOf({ user, channel, name }: Place): Promise<Caller> {
    // While Slack cannot say who reads it, whoever asks in a channel sees that for themselves.
    const isRead = await outsiders(channel).catch(() => false);
    return {
      door: 'slack',
      user,
      channel,
      ...(name !== undefined && { name }),
      ...(channel === user && { alone: true }),
      ...(isRead && { outsiders: true }),
    };
  }

  function askOf(line: string): Ask | undefined {
    const parsed = parseCommandLine(line, house.commands);
    return parsed.known ? parsed.ask : undefined;
  }

  /** A button says what a person could have typed. */
  async function askLine(line: string, place: Place, luggage: Luggage): Promise<Answer> {
    const caller = await callerOf(place);
    const ask = askOf(line);
    return ask ? house.ask(ask, caller, luggage) : house.askLine(line, caller, luggage);
  }

  /** What was filled in takes the place of what the line said of the same fields. */
  function merged(line: string, state: State): string {
    const ask = askOf(line);
    if (!ask) return line;
    const fields = Object.keys(state).map(fieldOf);
    const others = Object.entries(ask.input).filter(([name]) => !fields.includes(name));
    return commandLine({ name: ask.name, input: { ...Object.fromEntries(others), ...filledIn(state) } });
  }

  function shareOf(ask: Ask, answer: Answer): readonly Action[] {
    const again = askForAll(ask, answer, { commands: house.commands, seat: 'slack' });
    const label = inWordsOf(say`Share to channel`, answer);
    return again ? [{ label, style: 'plain', ask: again }] : [];
  }

  async function answerPress(line: string, place: Place): Promise<void> {
    const work = workFor(wire, place);
    const asked = askLine(line, place, work.luggage);
    if (place.view === undefined && (await within(wire.patienceMs, asked)) === null)
      await work.waits(ownWords(wire.languageOf(place.user), say`Working on it …`, named(`/${line}`)));
    const answer = await asked;
    const ask = askOf(line);
    const isAmongOthers = place.view === undefined && place.channel !== place.user;
    await work.ends(withMore(answer, ask && isAmongOthers ? shareOf(ask, answer) : []));
  }

  async function readFiles(
    files: readonly SlackFile[],
    line: string,
    place: Place,
    back: readonly Action[] = [],
  ): Promise<void> {
    const language = wire.languageOf(place.user);
    const names = listed(files.map(({ name }) => name ?? say`a file`));
    const work = workFor(wire, place);
    await work.waits(ownWords(language, say`Reading ${names} …`, say`The report comes here.`));
    try {
      const answer = await withFiles(wire, files, (uploads) => askLine(line, place, { ...work.luggage, uploads }));
      await work.ends(withMore(answer, answer.outcome === 'answered' ? [] : back));
    } catch (error) {
      if (!(error instanceof NotTaken)) wire.log('error', `a file could not be fetched: ${inWords(error)}`);
      const why = error instanceof NotTaken ? error.says : say`It could not be fetched from Slack. Try once more.`;
      await work.ends({ ...ownWords(language, say`The file was not taken`, why), actions: back });
    }
  }

  return { callerOf, askOf, askLine, merged, shareOf, answerPress, readFiles };
}

/** An answer with buttons of the door's own after its own. */
export function withMore(answer: Answer, actions: readonly Action[]): Answer {
  return { ...answer, actions: [...(answer.actions ?? []), ...actions] };
}
