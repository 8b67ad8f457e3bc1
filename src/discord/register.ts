import { createHash } from 'node:crypto';
import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandSubcommandOption,
  REST,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { Routes } from 'discord.js';
import { type Argument, argumentsOf, type Command } from '../../commands/command.ts';
import { named, say, type Words } from '../../words/say.ts';
import { inEnglish, tell } from '../../words/tell.ts';
import { SHARE } from '../share.ts';
import { clip } from '../text.ts';
import { checkCommands } from './check.ts';
import { MAX_CHOICES, MAX_COMMAND_DESCRIPTION } from './limits.ts';

/** What a member of a family is called that has no second word: `segment` beside `segment who` is `/segment show`. */
const BARE = 'show';

/** Discord's ApplicationCommandOptionType, by our own names. */
const types = { subcommand: 1, text: 3, whole: 4, yesno: 5, file: 11 } as const;

/** Where a command stands in Discord: a command of its own, or one of a family. */
type Place = { readonly command: string; readonly sub: string | null };

/** The commands that people may type, by the first word of their names. */
function familiesOf(commands: readonly Command[]): ReadonlyMap<string, readonly Command[]> {
  const families = new Map<string, Command[]>();
  for (const command of commands.filter(({ hidden }) => !hidden)) {
    const [first = ''] = command.name.split(' ');
    const family = families.get(first);
    if (family) family.push(command);
    else families.set(first, [command]);
  }
  return families;
}

/** Discord has no command that is both itself and a family, so a family's bare name becomes `show`. */
function subOf({ name }: Command, { length }: readonly Command[]): string | null {
  const [, ...rest] = name.split(' ');
  return length === 1 && rest.length === 0 ? null : rest.join('-') || BARE;
}

/** The command that was meant by what Discord sends. */
export function commandAt({ command, sub }: Place, commands: readonly Command[]): Command | undefined {
  const family = familiesOf(commands).get(command) ?? [];
  return family.find((each) => subOf(each, family) === sub);
}

/** Discord's slash commands, made from the command list. */
export function discordCommands(commands: readonly Command[]): RESTPostAPIChatInputApplicationCommandsJSONBody[] {
  return [...familiesOf(commands)].map(([name, family]) => {
    const [only] = family;
    if (only && subOf(only, family) === null) return { name, ...described(only.summary), options: optionsOf(only) };
    const options = family.map(
      (each): APIApplicationCommandSubcommandOption => ({
        type: types.subcommand,
        name: subOf(each, family) ?? BARE,
        ...described(each.summary),
        options: optionsOf(each),
      }),
    );
    return { name, ...described(named(options.map((each) => each.name).join(', '))), options };
  });
}

/** Required first, as Discord wants it. */
function optionsOf(command: Command): APIApplicationCommandBasicOption[] {
  const all = argumentsOf(command);
  const own = [...all.filter(({ required }) => required), ...all.filter(({ required }) => !required)].map(optionOf);
  if (all.some(({ name }) => name === SHARE)) return own;
  const share = { type: types.yesno, name: SHARE, ...described(say`Answer where the whole channel can read it`) };
  return [...own, share];
}

function optionOf({
  name,
  description,
  kind,
  required,
  choices = [],
  from,
  to,
  names,
}: Argument): APIApplicationCommandBasicOption {
  const common = { name, ...described(description), required };
  if (kind === 'file') return { type: types.file, ...common };
  if (kind === 'whole') {
    return {
      type: types.whole,
      ...common,
      ...(from !== undefined && { min_value: from }),
      ...(to !== undefined && { max_value: to }),
    };
  }
  // More words than Discord lists are offered while one of them is typed.
  if (names || choices.length > MAX_CHOICES) return { type: types.text, ...common, autocomplete: true };
  if (choices.length === 0) return { type: types.text, ...common };
  return { type: types.text, ...common, choices: choices.map((value) => ({ name: value, value })) };
}

/** In English, and for whoever has set Discord to another language that we speak. */
function described(words: Words) {
  const description = clip(inEnglish(words), MAX_COMMAND_DESCRIPTION) || '–';
  const id = clip(tell(words, { language: 'id', shop: null }), MAX_COMMAND_DESCRIPTION) || '–';
  return { description, ...(id !== description && { description_localizations: { id } }) };
}

/** Remembers what was registered last, so that a start without changes asks nothing of Discord. */
export type Registered = { read(): string | null; write(hash: string): void };

/**
 * Makes Discord's list ours, in one request. A guild has new commands at once; everywhere takes up to an hour.
 *
 * @throws {Error} naming every problem, before anything is sent
 */
export async function registerCommands(
  rest: REST,
  {
    commands,
    application,
    guild,
    registered,
  }: {
    readonly commands: readonly Command[];
    readonly application: string;
    readonly guild: string | null;
    readonly registered: Registered;
  },
): Promise<'registered' | 'unchanged'> {
  const body = discordCommands(commands);
  const problems = checkCommands(body);
  if (problems.length > 0) throw new Error(`Discord would not take these commands:\n${problems.join('\n')}`);
  const route = guild ? Routes.applicationGuildCommands(application, guild) : Routes.applicationCommands(application);
  const hash = createHash('sha256')
    .update(JSON.stringify([route, body]))
    .digest('hex');
  if (registered.read() === hash) return 'unchanged';
  await rest.put(route, { body });
  registered.write(hash);
  return 'registered';
}
