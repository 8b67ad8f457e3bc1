import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Command, defineCommand } from '../../commands/command.ts';
import { commands as real } from '../../commands/index.ts';
import { commandAt, discordCommands } from '../../src/discord/register.ts';
import { slackManifest, slackScopes } from '../../src/slack/manifest.ts';
import { say } from '../../words/say.ts';
import { demoHouse, table } from '../support/house.ts';
import { commands } from './slack-house.ts';

function named(name: string): Command {
  const run = () => ({ title: '', tone: 'plain', parts: [] }) as const;
  return defineCommand({ name, summary: say`x`, examples: [name], needs: null, input: z.strictObject({}), run });
}

describe('the Slack manifest', () => {
  it('offers one command per first word, each with its own words, and one for all', () => {
    const { features } = slackManifest(commands);

    expect(features.slash_commands).toEqual([
      { command: '/sextant', description: 'Anything Sextant can be asked', usage_hint: 'help', should_escape: true },
      { command: '/forecast', description: 'Expected revenue', usage_hint: 'weeks:8', should_escape: true },
      {
        command: '/budget',
        description: 'propose: Ask for a budget shift',
        usage_hint: 'propose total:100M',
        should_escape: true,
      },
      { command: '/import', description: 'Read a file of orders', usage_hint: 'file:orders.csv', should_escape: true },
    ]);
  });

  it('leaves out the names that Slack keeps for itself: /sextant status reaches them', () => {
    const { features } = slackManifest([named('status'), named('help'), named('why')]);

    expect(features.slash_commands.map(({ command }) => command)).toEqual(['/sextant', '/why']);
  });

  it('offers the shortcuts on a message that its door listens for, and the Home', () => {
    const { features } = slackManifest(commands);

    expect(features.shortcuts).toMatchObject([
      { name: 'Import this file', type: 'message', callback_id: 'import_file' },
      { name: 'Explain this number', type: 'message', callback_id: 'explain_number' },
    ]);
    expect(features.app_home).toMatchObject({ home_tab_enabled: true, messages_tab_enabled: true });
    expect(features.shortcuts.every(({ name, description }) => name.length <= 24 && description.length <= 150)).toBe(
      true,
    );
  });

  it('asks for nothing without saying why', () => {
    const { oauth_config, settings } = slackManifest(commands);

    expect(oauth_config.scopes.bot).toEqual(Object.keys(slackScopes));
    expect(Object.values(slackScopes).every((why) => why.startsWith('to ') || why.startsWith('the same'))).toBe(true);
    const events = ['app_home_opened', 'app_mention', 'app_uninstalled', 'message.im', 'tokens_revoked'];
    expect(settings.event_subscriptions.bot_events).toEqual(events);
    const told = readFileSync(join(import.meta.dirname, '../../docs/slack.md'), 'utf8');
    const rows = [...told.matchAll(/^\| `([\w:]+)`\s+\| (.*?)\s+\|$/gm)].map(([, scope, why]) => [scope, why]);
    expect(Object.fromEntries(rows)).toEqual(slackScopes);
    expect(settings).toMatchObject({ socket_mode_enabled: true, interactivity: { is_enabled: true } });
  });

  it('sends everything to one address when Slack comes by HTTP', () => {
    const requestUrl = 'https://sextant.example/slack/events';

    const { features, settings } = slackManifest(commands, { requestUrl });

    expect(settings.socket_mode_enabled).toBe(false);
    expect(settings.interactivity).toEqual({ is_enabled: true, request_url: requestUrl });
    expect(settings.event_subscriptions.request_url).toBe(requestUrl);
    expect(features.slash_commands.every(({ url }) => url === requestUrl)).toBe(true);
  });

  it('names every rule that is broken', () => {
    const bad = [named('Größe'), named('x'.repeat(32)), ...Array.from({ length: 50 }, (_, i) => named(`c${i}`))];

    expect(() => slackManifest(bad, { name: 'n'.repeat(36) })).toThrow(
      /36 characters[\s\S]*53 slash commands[\s\S]*\/Größe[\s\S]*over 32/,
    );
  });
});

describe('what may be asked', () => {
  const open = real.filter(({ hidden }) => !hidden).map(({ name }) => name);
  const firstWords = [...new Set(open.map((name) => name.split(' ')[0]!))];

  it('is the same in help, in Slack and in Discord', async () => {
    const { features } = slackManifest(real);
    const inSlack = features.slash_commands.map(({ command }) => command.slice(1));
    const inDiscord = discordCommands(real).flatMap(({ name: command, options = [] }) => {
      const subs = options.flatMap((each) => (each.type === 1 ? [each.name] : []));
      return (subs.length > 0 ? subs : [null]).map((sub) => commandAt({ command, sub }, real)?.name);
    });
    const inHelp = table(await demoHouse().say('/help all')).rows.map(([name]) => String(name).slice(1));

    expect(inHelp).toEqual(open);
    expect(inDiscord.toSorted()).toEqual(open.toSorted());
    // Slack keeps some names for itself: those go by /sextant, which stands first.
    expect(inSlack).toEqual(['sextant', ...firstWords.filter((word) => !['help', 'status'].includes(word))]);
  });
});
