import type {
  ButtonInteraction,
  ChatInputCommandInteraction,
  ModalSubmitInteraction,
  StringSelectMenuInteraction,
} from 'discord.js';
import type { Ask, Caller } from '../../commands/call.ts';
import type { Tone } from '../../commands/reply.ts';
import type { Words } from '../../words/say.ts';
import { type Language, tell } from '../../words/tell.ts';
import { parseCommandLine } from '../arguments.ts';
import type { ButtonMemory } from '../button-memory.ts';
import type { GoOn, House } from '../doors.ts';
import type { Rendered } from '../told.ts';
import type { Press } from './buttons.ts';
import { callerOf, type GivenRoles } from './caller.ts';
import { type Payload, plainWords } from './send.ts';
import type { Attachment, Received } from './upload.ts';

export type Pressed = ButtonInteraction | StringSelectMenuInteraction;
export type Interaction = ChatInputCommandInteraction | Pressed | ModalSubmitInteraction;

/** What answering needs of the door. */
export type Desk = {
  readonly house: House;
  readonly memory: ButtonMemory;
  /** Within the size of files that Discord takes there, in bytes. */
  readonly draw: (message: Rendered, mostFileBytes?: number) => Promise<Payload>;
  /** Left out where there is no outbox. */
  readonly goOn?: GoOn;
  readonly receive: (attachment: Attachment) => Promise<Received>;
  /** What members of the server's roles may do where Sextant knows no role of theirs. */
  readonly roles: GivenRoles;
  readonly languageOf: (caller: Caller) => Language;
  /** How long something may take that is a first answer or none: well within Discord's three seconds. */
  readonly patienceMs: number;
  readonly report: (error: unknown) => void;
};

export function askOf({ line }: Pick<Press, 'line'>, { house }: Desk): Ask {
  const parsed = parseCommandLine(line, house.commands);
  return parsed.known ? parsed.ask : { name: line, input: {} };
}

export function languageFor(interaction: Interaction, { languageOf, roles }: Desk): Language {
  return languageOf(callerOf(interaction, roles));
}

export function tellFor(interaction: Interaction, desk: Desk): (words: Words) => string {
  const language = languageFor(interaction, desk);
  return (words) => tell(words, { language, shop: null });
}

/** Sentences of the door's own, in the language of whoever reads them. */
export function inWordsFor(interaction: Interaction, desk: Desk): (words: Words, tone?: Tone) => Payload {
  const told = tellFor(interaction, desk);
  return (words, tone) => plainWords(told(words), tone);
}
