import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig, settings, shopOf } from '../src/config.ts';

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
  ])('wants both halves of a pair: %j', (environment, says) => {
    expect(() => readConfig(environment)).toThrow(says);
  });

  it('is what .env.example lists, in the same order', () => {
    const example = readFileSync(join(import.meta.dirname, '../.env.example'), 'utf8');
    const listed = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(listed).toEqual(settings.map(({ name }) => name).filter((name) => name !== 'INIT_CWD'));
  });
});
