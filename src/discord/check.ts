import type {
  APIApplicationCommandOption,
  APIEmbed,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import * as most from './limits.ts';

/** What we look at of a message, whichever of Discord's types it comes as. */
export type CheckedMessage = {
  readonly content?: string;
  readonly nonce?: string | number;
  readonly embeds?: readonly APIEmbed[];
  readonly components?: readonly {
    readonly type: number;
    readonly components?: readonly {
      readonly type?: number;
      readonly label?: string;
      readonly custom_id?: string;
      readonly options?: readonly { readonly label: string; readonly value: string }[];
    }[];
  }[];
  readonly attachments?: readonly { readonly description?: string | null }[];
};

/**
 * Everything Discord would refuse in a message, also what discord.js' builders let through: six buttons in a row,
 * and embeds of which each is short enough and all together are not.
 */
export function checkMessage({ content = '', nonce, embeds = [], components = [], attachments = [] }: CheckedMessage) {
  const problems = new Problems();
  const inRows = components.flatMap((row) => row.components ?? []);
  const menus = inRows.filter(({ options }) => options !== undefined);
  const buttons = inRows.filter(({ options }) => options === undefined);
  problems.length('content', content, 0, most.MAX_CONTENT);
  problems.length('nonce', String(nonce ?? ''), 0, most.MAX_NONCE);
  problems.most('embeds', embeds.length, most.MAX_EMBEDS);
  embeds.forEach((embed, i) => {
    checkEmbed(`embeds[${i}]`, embed, problems);
  });
  problems.most(
    'characters in all embeds',
    embeds.reduce((sum, embed) => sum + embedLength(embed), 0),
    most.MAX_EMBED_SUM,
  );
  problems.most('rows', components.length, most.MAX_ROWS);
  components.forEach((row, i) => {
    problems.most(`components[${i}]`, row.components?.length ?? 0, most.MAX_BUTTONS_PER_ROW);
    if (!row.components?.length) problems.add(`components[${i}] is empty`);
    if (row.components?.some(({ options }) => options) && row.components.length > 1)
      problems.add(`components[${i}] has a menu and more`);
  });
  for (const { label } of buttons) problems.length('label', label ?? '', 1, most.MAX_BUTTON_LABEL);
  for (const { custom_id } of inRows) problems.length('custom_id', custom_id ?? '', 1, most.MAX_CUSTOM_ID);
  for (const { options = [] } of menus) {
    problems.most('options', options.length, most.MAX_SELECT_OPTIONS);
    for (const { label, value } of options) {
      problems.length('label of an option', label, 1, most.MAX_SELECT_TEXT);
      problems.length('value of an option', value, 1, most.MAX_SELECT_TEXT);
    }
    if (new Set(options.map(({ value }) => value)).size < options.length) problems.add('an option stands twice');
  }
  if (new Set(inRows.map((each) => each.custom_id)).size < inRows.length) problems.add('a custom_id stands twice');
  problems.most('attachments', attachments.length, most.MAX_ATTACHMENTS);
  for (const { description } of attachments) problems.length('alt text', description ?? '', 0, most.MAX_ALT_TEXT);
  return problems.found;
}

function checkEmbed(at: string, embed: APIEmbed, problems: Problems): void {
  const { title, description, fields = [], footer, author, image } = embed;
  if (title !== undefined) problems.length(`${at}.title`, title, 1, most.MAX_EMBED_TITLE);
  if (description !== undefined) problems.length(`${at}.description`, description, 1, most.MAX_EMBED_DESCRIPTION);
  if (footer) problems.length(`${at}.footer`, footer.text, 1, most.MAX_EMBED_FOOTER);
  if (author) problems.length(`${at}.author`, author.name, 1, most.MAX_EMBED_AUTHOR);
  problems.most(`${at}.fields`, fields.length, most.MAX_EMBED_FIELDS);
  for (const { name, value } of fields) {
    problems.length(`${at} field name`, name, 1, most.MAX_FIELD_NAME);
    problems.length(`${at} field value`, value, 1, most.MAX_FIELD_VALUE);
  }
  if (!title && !description && !footer && !author && !image && fields.length === 0) problems.add(`${at} is empty`);
}

/** What Discord counts towards its sum. */
function embedLength({ title = '', description = '', fields = [], footer, author }: APIEmbed): number {
  const texts = [title, description, footer?.text ?? '', author?.name ?? ''];
  return [...texts, ...fields.flatMap(({ name, value }) => [name, value])].reduce((sum, text) => sum + text.length, 0);
}

/** Everything Discord would refuse in a registration, also a required option after an optional one. */
export function checkCommands(commands: readonly RESTPostAPIChatInputApplicationCommandsJSONBody[]): readonly string[] {
  const problems = new Problems();
  problems.most('commands', commands.length, most.MAX_COMMANDS);
  problems.unique('', commands);
  for (const command of commands) {
    checkWords(command.name, command, problems);
    checkOptions(command.name, command.options ?? [], problems);
    problems.most(`characters in /${command.name}`, commandLength(command), most.MAX_COMMAND_SUM);
  }
  return problems.found;
}

function checkOptions(at: string, options: readonly APIApplicationCommandOption[], problems: Problems): void {
  problems.most(`options of ${at}`, options.length, most.MAX_OPTIONS);
  problems.unique(at, options);
  const firstOptional = options.findIndex(({ required }) => !required);
  if (firstOptional !== -1 && options.slice(firstOptional).some(({ required }) => required)) {
    problems.add(`${at}: a required option stands after an optional one`);
  }
  for (const option of options) {
    checkWords(`${at} ${option.name}`, option, problems);
    if ('options' in option) checkOptions(`${at} ${option.name}`, option.options ?? [], problems);
    if ('autocomplete' in option && option.autocomplete && 'choices' in option && option.choices?.length)
      problems.add(`${at} ${option.name} has choices and completion`);
    if (!('choices' in option)) continue;
    problems.most(`choices of ${at} ${option.name}`, option.choices?.length ?? 0, most.MAX_CHOICES);
    for (const { name } of option.choices ?? []) problems.length(`a choice of ${at}`, name, 1, most.MAX_CHOICE_TEXT);
  }
}

type Named = {
  readonly name: string;
  readonly description: string;
  readonly description_localizations?: Partial<Record<string, string | null>> | null | undefined;
};

/** A description in all its languages. */
function descriptionsOf({ description, description_localizations }: Named): readonly string[] {
  return [description, ...Object.values(description_localizations ?? {}).map((words) => words ?? '')];
}

function checkWords(at: string, named: Named, problems: Problems): void {
  const { name } = named;
  problems.length(`name of ${at}`, name, 1, most.MAX_COMMAND_NAME);
  for (const words of descriptionsOf(named))
    problems.length(`description of ${at}`, words, 1, most.MAX_COMMAND_DESCRIPTION);
  if (!/^[-_\p{Ll}\p{Lo}\p{N}]+$/u.test(name)) problems.add(`${at}: "${name}" is not a name in lower case`);
}

type Counted = Named & {
  readonly options?: readonly APIApplicationCommandOption[];
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
};

/** Of the languages of a description the longest counts. */
function commandLength({ options = [], choices = [], ...named }: Counted): number {
  const own = named.name.length + Math.max(...descriptionsOf(named).map(({ length }) => length));
  const ofChoices = choices.reduce((sum, choice) => sum + choice.name.length + String(choice.value).length, 0);
  return options.reduce((sum, option) => sum + commandLength(option as Counted), own + ofChoices);
}

/** What was found wrong, in words. */
class Problems {
  readonly found: string[] = [];
  add(problem: string): void {
    this.found.push(problem);
  }
  length(what: string, { length }: string, least: number, limit: number): void {
    if (length < least || length > limit)
      this.add(`${what} has ${length} characters, allowed are ${least} to ${limit}`);
  }
  most(what: string, count: number, limit: number): void {
    if (count > limit) this.add(`${what}: ${count}, allowed are ${limit}`);
  }
  unique(at: string, named: readonly Named[]): void {
    if (new Set(named.map(({ name }) => name)).size < named.length)
      this.add(`${at || 'commands'}: a name stands twice`);
  }
}
