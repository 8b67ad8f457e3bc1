import { type Command, exampleIn } from '../../commands/command.ts';
import { inEnglish } from '../../words/tell.ts';
import { clip } from '../text.ts';
import { UMBRELLA } from './converse.ts';
import { EXPLAIN_SHORTCUT, IMPORT_SHORTCUT } from './shortcuts.ts';

/** What the bot may do, and why: the least it needs. */
export const slackScopes: Readonly<Record<string, string>> = {
  commands: 'to be asked by slash commands',
  'chat:write': 'to answer, and to post digests and approval cards in channels it was invited to',
  'files:write': 'to send charts and lists',
  'files:read': 'to see when a chart is ready to be shown, and to read the files people import',
  'channels:read': 'to see whether people of other companies read a channel: money figures stay out of it',
  'groups:read': 'the same for private channels it was invited to',
  'channels:history': 'to find its own post again after a broken connection, instead of posting twice',
  'groups:history': 'the same in private channels it was invited to',
  'im:history': 'the same in its direct messages, and to read what people write to it there',
  'app_mentions:read': 'to read what people write to it by its name in a channel',
  'im:write': 'to send a person what only that person may read',
};

// slackapi/manifest-schema, schemas/manifest.schema.2.0.0.json
const MAX_NAME = 35;
const MAX_DESCRIPTION = 140;
const MAX_COMMANDS = 50;
const MAX_COMMAND = 32;
const MAX_COMMAND_DESCRIPTION = 2000;
const MAX_USAGE_HINT = 1000;

/** Slack's own commands: an app's command of the same name would never be reached. They go by `/sextant status`. */
const SLACKS_OWN = new Set(
  (
    'active apps archive away call collapse dm dnd expand feed feedback help invite join keys kick leave me msg mute ' +
    'open part prefs remind remove rename search shortcuts shrug star status topic who'
  ).split(' '),
);

export type ManifestOptions = {
  readonly name?: string;
  /** Socket Mode needs no address; over HTTP Slack sends everything to this one. */
  readonly requestUrl?: string;
};

type SlashCommandEntry = {
  readonly command: string;
  readonly description: string;
  readonly usage_hint?: string;
  readonly should_escape: true;
  readonly url?: string;
};

/**
 * The manifest to paste at api.slack.com/apps, made from the command list, so that what Slack offers is what
 * Sextant understands.
 *
 * @throws {Error} naming every rule of Slack that the command list breaks
 */
export function slackManifest(commands: readonly Command[], { name = 'Sextant', requestUrl }: ManifestOptions = {}) {
  const address = requestUrl === undefined ? {} : { url: requestUrl };
  const manifest = {
    display_information: {
      name,
      description: 'Forecasts, segments and budget decisions for the team behind a shop',
      background_color: '#1264a3',
    },
    features: {
      bot_user: { display_name: name, always_online: true },
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      shortcuts: [
        {
          name: 'Import this file',
          type: 'message',
          callback_id: IMPORT_SHORTCUT,
          description: 'Looks at the files of a message before they come in',
        },
        {
          name: 'Explain this number',
          type: 'message',
          callback_id: EXPLAIN_SHORTCUT,
          description: 'Tells where a number in the message came from, to you alone',
        },
      ],
      slash_commands: slashCommands(commands).map((entry) => ({ ...entry, ...address })),
    },
    oauth_config: { scopes: { bot: Object.keys(slackScopes) } },
    settings: {
      event_subscriptions: {
        bot_events: ['app_home_opened', 'app_mention', 'app_uninstalled', 'message.im', 'tokens_revoked'],
        ...(requestUrl !== undefined && { request_url: requestUrl }),
      },
      interactivity: { is_enabled: true, ...(requestUrl !== undefined && { request_url: requestUrl }) },
      org_deploy_enabled: false,
      socket_mode_enabled: requestUrl === undefined,
      token_rotation_enabled: false,
    },
  };
  const problems = problemsOf(manifest.display_information, manifest.features.slash_commands);
  if (problems.length > 0) throw new Error(`Slack would refuse this manifest:\n${problems.join('\n')}`);
  return manifest;
}

/** One command per first word: Slack's names have no blanks, so `/budget plan` is `/budget` with words. */
function slashCommands(commands: readonly Command[]): SlashCommandEntry[] {
  const open = commands.filter(({ hidden }) => !hidden);
  const firstWords = [...new Set(open.map((command) => firstWord(command.name)))];
  const umbrella = {
    command: UMBRELLA,
    description: 'Anything Sextant can be asked',
    usage_hint: 'help',
    should_escape: true,
  } as const;
  const families = firstWords
    .filter((word) => !SLACKS_OWN.has(word))
    .map((word): SlashCommandEntry => {
      const family = open.filter(({ name }) => firstWord(name) === word);
      const hint = exampleIn('en', family[0]!.examples[0]).slice(word.length).trim();
      return {
        command: `/${word}`,
        description: clip(family.map(describe).join(' · '), MAX_COMMAND_DESCRIPTION),
        ...(hint && { usage_hint: clip(hint, MAX_USAGE_HINT) }),
        should_escape: true,
      };
    });
  return [umbrella, ...families];

  function describe({ name, summary }: Command): string {
    const said = inEnglish(summary);
    const rest = name.split(' ').slice(1).join(' ');
    return rest ? `${rest}: ${said}` : said;
  }
}

function problemsOf(
  { name, description }: { readonly name: string; readonly description: string },
  entries: readonly SlashCommandEntry[],
): string[] {
  const problems: string[] = [];
  if (name.length < 1 || name.length > MAX_NAME)
    problems.push(`the name has ${name.length} characters, at most ${MAX_NAME}`);
  if (description.length > MAX_DESCRIPTION) problems.push(`the description has over ${MAX_DESCRIPTION} characters`);
  if (entries.length > MAX_COMMANDS) problems.push(`${entries.length} slash commands, at most ${MAX_COMMANDS}`);
  for (const { command } of entries) {
    if (!/^\/[a-z0-9_-]+$/.test(command)) problems.push(`${command}: only small letters, digits, - and _`);
    if (command.length > MAX_COMMAND) problems.push(`${command} has over ${MAX_COMMAND} characters`);
  }
  return problems;
}

function firstWord(name: string): string {
  return name.split(' ')[0]!;
}
