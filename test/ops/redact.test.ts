import { describe, expect, it } from 'vitest';
import { errorLine, openLog } from '../../src/ops/log.ts';
import { openRedaction } from '../../src/ops/redact.ts';
import { newSecret } from '../../src/passes.ts';

const discordToken = `${'MTIzNDU2Nzg5MDEyMzQ1Njc4'}.GabcDE.${'x'.repeat(38)}`;

describe('the redaction', () => {
  const redact = openRedaction(['hunter2', 'hunter2-and-more']);

  it.each([
    ['a setting', 'the socket said hunter2-and-more', 'the socket said …'],
    ['a Slack token', 'xoxb-1-2-abc was refused', '… was refused'],
    ['an app token', 'xapp-1-A0-9f', '…'],
    ['a webhook secret', 'whsec_bmV2ZXI+/= is short', '… is short'],
    ['a Discord token', `token ${discordToken} is invalid`, 'token … is invalid'],
    ['a session', `no session ${newSecret()} here`, 'no session … here'],
    ['a header', 'Authorization: Bearer abc.def', 'Authorization: …'],
    [
      'the path of an address',
      'POST https://hooks.slack.com/services/T1/B2/c3 failed',
      'POST https://hooks.slack.com/… failed',
    ],
    ['a password in an address', 'https://u:p@tool.example?key=1', 'https://tool.example/…'],
    ['an e-mail address', 'sent to siti.rahma@toko.co.id', 'sent to …'],
    ['a telephone number', 'call +62 812-3456-7890 or 08123456789 now', 'call … or … now'],
    [
      'what a parser quotes',
      `Unexpected token 'S', "Siti Rahma" is not valid JSON`,
      'Unexpected token …, … is not valid JSON',
    ],
  ])('hides %s', (_, said, written) => expect(redact(said)).toBe(written));

  it.each([
    'The refresh of 2026-04-20 was not done: no such table',
    'Not delivered to discord 80351110224678912: Missing Access (50001)',
    'Not delivered to slack C024BE7LH: not_in_channel',
    'backup shop.2026-04-20.db of 8945664 bytes at http://127.0.0.1:3000',
    "the shop's file isn't there and can't be read",
  ])('leaves alone: %s', (said) => expect(redact(said)).toBe(said));
});

describe('the log', () => {
  const lines: string[] = [];
  const open = (shape: 'json' | 'words') =>
    openLog({ write: (line) => lines.push(line), shape, redact: openRedaction([]), now: () => 0 }).from('slack');

  it('is one JSON object a line, whatever is said', () => {
    open('json')('warn', 'two\nlines and "Siti"', { reference: 'a1b2c3', ms: 4 });
    expect(lines.at(-1)).not.toContain('\n');
    expect(JSON.parse(lines.at(-1)!)).toEqual({
      at: '1970-01-01T00:00:00.000Z',
      level: 'warn',
      from: 'slack',
      text: 'two\nlines and …',
      reference: 'a1b2c3',
      ms: 4,
    });
  });

  it('is words where a person watches', () => {
    open('words')('info', 'connected', { ms: 4 });
    expect(lines.at(-1)).toBe('1970-01-01T00:00:00.000Z slack: connected ms=4');
  });

  it('tells of an error where it came from, and its words only through the redaction', () => {
    const { text, detail } = errorLine(new TypeError('no customer "Siti\nRahma"'));
    expect(text).toContain('TypeError: no customer');
    expect(detail.stack[0]).toMatch(/^at .*redact\.test\.ts/);
    expect(detail.stack.join()).not.toContain('Siti');
  });
});
