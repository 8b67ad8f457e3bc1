import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Shop } from '../data/types.ts';

const ENV_FILE = join(import.meta.dirname, '../.env');

const zone = z.string().refine((name) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}, 'is not an IANA time zone such as Asia/Jakarta');

const locale = z.string().refine((name) => {
  try {
    return Intl.NumberFormat.supportedLocalesOf(name).length > 0;
  } catch {
    return false;
  }
}, 'is not a locale such as en-SG');

const currency = z
  .string()
  .refine((code) => Intl.supportedValuesOf('currency').includes(code), 'must be an ISO 4217 code such as IDR');

const personId = z.string().regex(/^(slack|discord):\S+$/, 'must be a platform and a user id, such as slack:U024BE7LH');

/** Settings of which one is no use without the others. */
const groups = [
  ['SHOP_NAME', 'SHOP_CURRENCY', 'SHOP_ZONE'],
  ['DISCORD_TOKEN', 'DISCORD_APPLICATION_ID'],
] as const;

const Environment = z
  .object({
    DATABASE_PATH: z.string().optional().describe('where your shop is kept; without it, the demo shop is opened'),
    PORT: z.coerce.number().int().min(1).max(65_535).default(3000).describe('port of the local workspace'),
    ADMIN: personId.optional().describe('the first admin: slack:U024BE7LH or discord:80351110224678912'),
    SHOP_NAME: z.string().optional().describe('your shop, as it should be called'),
    SHOP_CURRENCY: currency.optional().describe('ISO 4217 code'),
    SHOP_ZONE: zone.optional().describe('IANA time zone: days begin and end here'),
    SHOP_LOCALE: locale.default('en-SG').describe('how numbers and dates are written'),
    SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'must begin with xoxb-').optional().describe('OAuth & Permissions'),
    SLACK_APP_TOKEN: z
      .string()
      .startsWith('xapp-', 'must begin with xapp-')
      .optional()
      .describe('Basic Information, connections:write: Socket Mode'),
    SLACK_SIGNING_SECRET: z.string().optional().describe('Basic Information: HTTP mode, instead of the app token'),
    SLACK_PORT: z.coerce.number().int().min(1).max(65_535).default(3001).describe('port for Slack in HTTP mode'),
    DISCORD_TOKEN: z.string().optional().describe('the Bot page'),
    DISCORD_APPLICATION_ID: z.string().regex(/^\d+$/, 'must be digits').optional().describe('General Information'),
    DISCORD_GUILD_ID: z
      .string()
      .regex(/^\d+$/, 'must be digits')
      .optional()
      .describe('one server, where commands appear at once'),
  })
  // Set by npm itself: where the person stood when running a script.
  .extend({ INIT_CWD: z.string().optional() })
  .superRefine((env, issue) => {
    for (const group of groups) {
      const missing = group.filter((name) => env[name] === undefined);
      if (missing.length === 0 || missing.length === group.length) continue;
      for (const name of missing) {
        issue.addIssue({
          code: 'custom',
          path: [name],
          message: `is needed with ${group.filter((each) => each !== name).join(' and ')}`,
        });
      }
    }
    const oneOf = [env.SLACK_APP_TOKEN, env.SLACK_SIGNING_SECRET];
    if (env.SLACK_BOT_TOKEN !== undefined && oneOf.every((value) => value === undefined)) {
      issue.addIssue({
        code: 'custom',
        path: ['SLACK_APP_TOKEN'],
        message: 'or SLACK_SIGNING_SECRET is needed with SLACK_BOT_TOKEN',
      });
    }
    if (env.SLACK_BOT_TOKEN === undefined && oneOf.some((value) => value !== undefined)) {
      issue.addIssue({ code: 'custom', path: ['SLACK_BOT_TOKEN'], message: 'is needed with the other Slack settings' });
    }
  });

export type Config = z.output<typeof Environment>;

/** The shop as configured; null leaves it to the first import. */
export function shopOf({
  SHOP_NAME: name,
  SHOP_CURRENCY: currency,
  SHOP_ZONE: zone,
  SHOP_LOCALE: locale,
}: Config): Shop | null {
  if (name === undefined || currency === undefined || zone === undefined) return null;
  return { name, currency, zone, locale, demo: false };
}

/** The names a person may set, with what they are for: `.env.example` is tested against it. */
export const settings = Object.entries(Environment.shape).map(([name, { description }]) => ({
  name,
  description: description ?? '',
}));

/** What is set around us, and in a `.env` file beside package.json; what is set around us wins. */
function surroundings(): NodeJS.ProcessEnv {
  if (existsSync(ENV_FILE)) process.loadEnvFile(ENV_FILE);
  return process.env;
}

/**
 * Reads the whole configuration once, at start. An empty value counts as not set.
 *
 * @throws {Error} naming every problem at once, and no value: values are secrets
 */
export function readConfig(environment: NodeJS.ProcessEnv = surroundings()): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const config = Environment.safeParse(set);
  if (config.success) return config.data;
  const problems = config.error.issues.map(({ path, message }) => `  ${path.join('.')} ${message}`);
  throw new Error(`The configuration is not usable:\n${problems.join('\n')}\nSee .env.example.`);
}
