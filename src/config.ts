import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ExecutionTerms } from '../commands/command.ts';
import type { Shop } from '../data/types/shop.ts';
import { isLanguage, type Language } from '../words/tell.ts';

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

/** Budgets travel under lock: plain HTTP only within this machine. */
const receiver = z.url('is not an address').refine((address) => {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}, 'must begin with https://');

/** Standard Webhooks: 24 to 64 random bytes. */
const webhookSecret = z.string().refine((secret) => {
  const bytes = /^whsec_([A-Za-z0-9+/]+=*)$/.test(secret) ? Buffer.from(secret.slice(6), 'base64').length : 0;
  return bytes >= 24 && bytes <= 64;
}, 'must be whsec_ and 24 to 64 bytes in base64');

const majorUnits = z.coerce.number('must be a number, in the currency of the shop').positive('must be above 0');

/** "Voucher=1.8, Flash sale=2": by campaign, what it can cost at worst, as a multiple of its budget. */
const multiples = z.string().transform((list, issue) => {
  const pairs = list.split(',').map((each) => /^\s*(.+?)\s*=\s*(\d+(?:\.\d+)?)\s*$/.exec(each));
  if (pairs.every((pair) => pair !== null)) return Object.fromEntries(pairs.map((pair) => [pair[1]!, Number(pair[2])]));
  issue.addIssue({ code: 'custom', message: 'must be campaigns and multiples: Voucher=1.8, Flash sale=2' });
  return z.NEVER;
});

/** "viewer=80351110224678912, analyst=80351110224678913": by role of the server, what its members may do. */
const discordRoles = z.string().transform((list, issue) => {
  const pairs = list.split(',').map((each) => /^\s*(viewer|analyst)\s*=\s*(\d+)\s*$/.exec(each));
  if (pairs.every((pair) => pair !== null))
    return Object.fromEntries(pairs.map(([, role, id]) => [id!, role as 'viewer' | 'analyst']));
  issue.addIssue({
    code: 'custom',
    message: 'must be viewer or analyst and the id of a role: viewer=80351110224678912, analyst=80351110224678913',
  });
  return z.NEVER;
});

function isLoopback(host: string): boolean {
  return ['127.0.0.1', 'localhost', '::1'].includes(host);
}

/** Settings of which one is no use without the others. */
const groups = [
  ['SHOP_NAME', 'SHOP_CURRENCY', 'SHOP_ZONE'],
  ['DISCORD_TOKEN', 'DISCORD_APPLICATION_ID'],
  ['BUDGET_WEBHOOK_URL', 'BUDGET_WEBHOOK_READ_BACK_URL', 'BUDGET_WEBHOOK_SECRET'],
  ['BUDGET_VOUCHER_WORST_CASE', 'BUDGET_MOST_VOUCHER_COST'],
] as const;

const Environment = z
  .object({
    DATABASE_PATH: z
      .string()
      .optional()
      .describe('where your shop is kept; without it, the demo shop is opened, and by /start a shop of your own'),
    PORT: z.coerce.number().int().min(1).max(65_535).default(3000).describe('port of the local workspace'),
    HOST: z.string().min(1).default('127.0.0.1').describe('where the workspace listens: 0.0.0.0 in a container'),
    PUBLIC_ADDRESS: z
      .url({ protocol: /^https?$/, error: 'must be an address such as https://sextant.example.com' })
      .transform((address) => new URL(address).origin)
      .optional()
      .describe('under which people reach the workspace, when something stands in front of it'),
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
    DISCORD_ROLES: discordRoles.optional().describe('what members of the server’s roles may do'),
    BUDGET_WEBHOOK_URL: receiver.optional().describe('your tool that sets budgets: approved shifts are sent there'),
    BUDGET_WEBHOOK_READ_BACK_URL: receiver.optional().describe('where it tells what became of a shift: ?key= is added'),
    BUDGET_WEBHOOK_SECRET: webhookSecret.optional().describe('whsec_…: signs what is sent'),
    BUDGET_DROP_FOLDER: z.string().optional().describe('or a folder in which approved shifts are left as files'),
    BUDGET_DROP_FORMAT: z.enum(['json', 'csv']).default('json').describe('json or csv'),
    BUDGET_MOST_STEP: z.coerce
      .number('must be a number')
      .min(1, 'must be from 1 to 1000')
      .max(1000, 'must be from 1 to 1000')
      .default(50)
      .describe('no budget changes by more percent at once, whoever approves'),
    BUDGET_MOST_A_DAY: majorUnits.optional().describe('most money moved in 24 hours'),
    BUDGET_MOST_A_MONTH: majorUnits.optional().describe('most money moved in 30 days'),
    BUDGET_VOUCHER_WORST_CASE: multiples.optional().describe('what vouchers can cost at worst'),
    BUDGET_MOST_VOUCHER_COST: majorUnits.optional().describe('most that they may cost a week, at worst'),
    BUDGET_ROLL_BACK_BELOW: majorUnits
      .optional()
      .describe('shifts smaller than this are rolled back without asking when their promise is broken'),
    METRICS_PORT: z.coerce
      .number()
      .int()
      .min(1)
      .max(65_535)
      .optional()
      .describe('port of /metrics for Prometheus, at the same HOST; none without it'),
    BACKUP_FOLDER: z.string().optional().describe('where nightly backups are kept; beside the database without it'),
    BACKUP_KEEP_DAYS: z.coerce
      .number('must be a number')
      .int('must be a whole number')
      .min(1, 'must be from 1 to 3650')
      .max(3650, 'must be from 1 to 3650')
      .default(14)
      .describe('for how many days'),
  })
  // Set around us: by npm, where the person stood when running a script; by the system, what they read.
  .extend({ INIT_CWD: z.string().optional(), LC_ALL: z.string().optional(), LANG: z.string().optional() })
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
    if (env.BUDGET_WEBHOOK_URL !== undefined && env.BUDGET_DROP_FOLDER !== undefined) {
      issue.addIssue({ code: 'custom', path: ['BUDGET_DROP_FOLDER'], message: 'and BUDGET_WEBHOOK_URL: set one' });
    }
    if (env.BUDGET_ROLL_BACK_BELOW !== undefined && env.BUDGET_WEBHOOK_URL === undefined) {
      issue.addIssue({ code: 'custom', path: ['BUDGET_ROLL_BACK_BELOW'], message: 'needs BUDGET_WEBHOOK_URL' });
    }
    if (!isLoopback(env.HOST) && env.DATABASE_PATH === undefined) {
      issue.addIssue({
        code: 'custom',
        path: ['HOST'],
        message: 'needs DATABASE_PATH: at the demo shop everybody acts as whom they like',
      });
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

/** How approved shifts are carried out, and what never is. */
export function executionOf(config: Config): ExecutionTerms {
  return {
    by: config.BUDGET_WEBHOOK_URL ? 'webhook' : config.BUDGET_DROP_FOLDER ? 'file' : 'manual',
    mostStep: config.BUDGET_MOST_STEP / 100,
    mostADay: config.BUDGET_MOST_A_DAY ?? null,
    mostAMonth: config.BUDGET_MOST_A_MONTH ?? null,
    voucherWorstCase: config.BUDGET_VOUCHER_WORST_CASE ?? {},
    mostVoucherCost: config.BUDGET_MOST_VOUCHER_COST ?? null,
    rollBackBelow: config.BUDGET_ROLL_BACK_BELOW ?? null,
  };
}

/** Under which address people open the workspace. */
export function workspaceAddress({ PUBLIC_ADDRESS, PORT }: Config): string {
  return PUBLIC_ADDRESS ?? `http://127.0.0.1:${PORT}`;
}

/** What whoever sits at the terminal reads, as far as their system says so: "id_ID.UTF-8". */
export function languageOfSystem({ LC_ALL, LANG }: Config): Language | undefined {
  const [code = ''] = (LC_ALL ?? LANG ?? '').toLowerCase().split(/[_.@]/);
  return isLanguage(code) ? code : undefined;
}

/** What stands in no log. */
export function secretsOf(config: Config): readonly string[] {
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, DISCORD_TOKEN, BUDGET_WEBHOOK_SECRET } = config;
  return [SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, DISCORD_TOKEN, BUDGET_WEBHOOK_SECRET].filter(
    (secret) => secret !== undefined,
  );
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
