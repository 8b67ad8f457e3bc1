import { commands } from '../../commands/index.ts';
import { slackManifest } from './manifest.ts';

/** `npm run manifest [-- https://your.address/slack/events]`: what to paste at api.slack.com/apps. */
const [requestUrl] = process.argv.slice(2);
process.stdout.write(`${JSON.stringify(slackManifest(commands, requestUrl ? { requestUrl } : {}), null, 2)}\n`);
