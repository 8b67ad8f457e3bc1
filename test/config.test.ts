import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { byHand } from '../commands/command.ts';
import { executionOf, readConfig, settings, shopOf } from '../src/config.ts';

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({ PORT: 3000 });
    expect(shopOf(readConfig({}))).toBeNull();
  });

  it('takes an empty value for one that is not set', () => {
    expect(readConfig({ SLACK_BOT_TOKEN: '', PORT: '' })).toMatchObject({ PORT: 3000 });
  });

  it('names every problem at once, and no value', () => {
    const wrong = () =>
      readConfig({ PORT: 'secret-port', SLACK_BOT_TOKEN: 'hunter2', SHOP_CURRENCY: 'IDR', SHOP_ZONE: 'Mars/Base' });

    expect(wrong).toThrow(/PORT/);
    expect(wrong).toThrow(/SLACK_BOT_TOKEN must begin with xoxb-/);
    expect(wrong).toThrow(/SHOP_ZONE is not an IANA time zone/);
    expect(wrong).not.toThrow(/hunter2|secret-port|Mars/);
  });

  it.each([
    [{ DISCORD_TOKEN: 'x' }, 'DISCORD_APPLICATION_ID is needed with DISCORD_TOKEN'],
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN or SLACK_SIGNING_SECRET is needed'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN is needed'],
    [{ SHOP_NAME: 'Toko' }, 'SHOP_CURRENCY is needed with SHOP_NAME and SHOP_ZONE'],
    [{ BUDGET_WEBHOOK_URL: 'https://a.example' }, 'BUDGET_WEBHOOK_SECRET is needed with'],
    [{ BUDGET_VOUCHER_WORST_CASE: 'Voucher=1.8' }, 'BUDGET_MOST_VOUCHER_COST is needed with'],
    [{ BUDGET_ROLL_BACK_BELOW: '5' }, 'BUDGET_ROLL_BACK_BELOW needs BUDGET_WEBHOOK_URL'],
  ])('wants both halves of a pair: %j', (environment, says) => {
    expect(() => readConfig(environment)).toThrow(says);
  });

  it('reads what roles of a Discord server may do, and lets them decide nothing', () => {
    const roles = (DISCORD_ROLES: string) => readConfig({ DISCORD_ROLES }).DISCORD_ROLES;

    expect(roles('viewer=123, analyst=456,analyst=789')).toEqual({ 123: 'viewer', 456: 'analyst', 789: 'analyst' });
    expect(() => roles('approver=123')).toThrow('DISCORD_ROLES must be viewer or analyst');
    expect(() => roles('viewer=Marketing')).toThrow('DISCORD_ROLES must be viewer or analyst');
  });

  const webhook = {
    BUDGET_WEBHOOK_URL: 'https://tool.example/budgets',
    BUDGET_WEBHOOK_READ_BACK_URL: 'http://127.0.0.1:4000/state',
    BUDGET_WEBHOOK_SECRET: `whsec_${Buffer.alloc(24, 7).toString('base64')}`,
  };

  it.each([
    [{ BUDGET_WEBHOOK_URL: 'http://tool.example' }, 'BUDGET_WEBHOOK_URL must begin with https://'],
    [{ BUDGET_WEBHOOK_URL: 'http://localhost.evil.example' }, 'BUDGET_WEBHOOK_URL must begin with https://'],
    [{ BUDGET_WEBHOOK_SECRET: 'whsec_aHVudGVyMg==' }, 'BUDGET_WEBHOOK_SECRET must be whsec_ and 24 to 64 bytes'],
    [{ BUDGET_DROP_FOLDER: '/drop' }, 'BUDGET_DROP_FOLDER and BUDGET_WEBHOOK_URL: set one'],
    [{ BUDGET_VOUCHER_WORST_CASE: 'Voucher', BUDGET_MOST_VOUCHER_COST: '1' }, 'must be campaigns and multiples'],
  ])('refuses %j for budgets', (environment, says) => {
    expect(() => readConfig({ ...webhook, ...environment })).toThrow(says);
  });

  it('says how budgets are carried out', () => {
    expect(executionOf(readConfig({}))).toEqual(byHand);
    const limits = { BUDGET_VOUCHER_WORST_CASE: 'Voucher A=1.8, B=2', BUDGET_MOST_VOUCHER_COST: '100000000' };
    expect(executionOf(readConfig({ ...webhook, ...limits }))).toMatchObject({
      by: 'webhook',
      voucherWorstCase: { 'Voucher A': 1.8, B: 2 },
      mostVoucherCost: 100_000_000,
    });
    expect(executionOf(readConfig({ BUDGET_DROP_FOLDER: '/drop' })).by).toBe('file');
  });

  it('is what .env.example lists, in the same order', () => {
    const example = readFileSync(join(import.meta.dirname, '../.env.example'), 'utf8');
    const listed = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(listed).toEqual(
      settings.map(({ name }) => name).filter((name) => !['INIT_CWD', 'LC_ALL', 'LANG'].includes(name)),
    );
  });
});
