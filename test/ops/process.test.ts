import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { connect, openDatabase } from '../../data/database.ts';
import { openState } from '../../data/state/open.ts';
import { restore } from '../../src/ops/restore.ts';
import { hashOf, newSecret } from '../../src/passes.ts';
import { begun, databaseFile } from '../support/beginning.ts';
import { last, unpacked } from '../support/dockerfile.ts';

/** The process as the container runs it, from its start to SIGTERM: everything it says is kept and looked through. */

const discordToken = `MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcDE.${'k'.repeat(38)}`;
const webhookSecret = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
const signingSecret = 'a-signing-secret-of-32-characters';
const person = 'Siti Rahmawati';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** A shop with an admin who holds an API token, whose first jobs are done. */
function shopWithToken() {
  const file = databaseFile(begun('demo'));
  const db = openDatabase(file);
  const state = openState(db);
  const token = newSecret();
  const expiresAt = Date.now() + 3_600_000;
  state.people.set({ door: 'api', user: 'dashboard', name: person, role: 'admin' }, 'terminal:t', 0);
  state.passes.grant({ hash: hashOf(token), kind: 'token', door: 'api', user: 'dashboard', expiresAt });
  for (const job of ['refresh', 'digest']) state.schedules.add(job, 'first start', 0);
  for (let job = state.schedules.claim(1, 1); job; job = state.schedules.claim(1, 1)) state.schedules.done(job.id, 1);
  db.close();
  return { file, token };
}

async function start(file: string) {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const image = unpacked();
  const env = {
    HOST: '127.0.0.1',
    DATABASE_PATH: file,
    PORT: String(port),
    METRICS_PORT: String(metricsPort),
    PUBLIC_ADDRESS: 'https://sextant.example.com',
    DISCORD_TOKEN: discordToken,
    DISCORD_APPLICATION_ID: '123',
    SLACK_BOT_TOKEN: 'xoxb-1-very-secret',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_PORT: String(await freePort()),
    BUDGET_WEBHOOK_URL: 'http://127.0.0.1:9/set',
    BUDGET_WEBHOOK_READ_BACK_URL: 'http://127.0.0.1:9/state',
    BUDGET_WEBHOOK_SECRET: webhookSecret,
  };
  const child = image.run(last('CMD'), env);
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const says = async (what: RegExp) => {
    while (!what.test(said)) {
      if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}: ${said}`);
      await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    }
  };
  await says(/Sextant is at/);
  return {
    child,
    says,
    said: () => said,
    url: `http://127.0.0.1:${port}`,
    metrics: `http://127.0.0.1:${metricsPort}`,
    /** What lies in the image, besides its packages and what is temporary. */
    inImage: () =>
      readdirSync(image.folder, { recursive: true, encoding: 'utf8' }).filter(
        (name) => !/^(tmp|node_modules)/.test(name),
      ),
    /** The exit status of the image's health check. */
    check: async () => ended(image.run(last('HEALTHCHECK'), env)),
  };
}

/** Sends a command, and calls `midway` once the process has taken it and waits for the rest of the request. */
function askThen(
  url: string,
  token: string,
  line: string,
  midway: () => void,
): Promise<{ status: number; text: string }> {
  const body = JSON.stringify({ line });
  return new Promise((resolve, reject) => {
    const asking = request(`${url}/api/ask`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        expect: '100-continue',
      },
    });
    asking.on('error', reject);
    asking.on('continue', () => {
      midway();
      asking.end(body);
    });
    asking.on('response', async (response) => resolve({ status: response.statusCode!, text: await read(response) }));
    asking.flushHeaders();
  });
}

/** Asks as a load balancer does: by the bare address of the machine. */
function probe(url: string, path: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asking = request(`${url}${path}`, { headers: { host: '10.0.0.7' }, agent: false });
    asking.on('error', reject);
    asking.on('response', async (response) => resolve({ status: response.statusCode!, text: await read(response) }));
    asking.end();
  });
}

async function read(response: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of response) text += chunk;
  return text;
}

const ended = async (child: ChildProcess) =>
  child.exitCode === null ? (await once(child, 'exit'))[0] : child.exitCode;

describe('the process', () => {
  it('tells how it is, keeps secrets and people out of its log, and finishes what it has begun', {
    timeout: 60_000,
  }, async () => {
    const { file, token } = shopWithToken();
    const running = await start(file);
    const { url, metrics, child, says, check, inImage } = running;
    const ask = async (line: string) => (await askThen(url, token, line, () => {})).text;

    const held = inImage();
    expect(await check()).toBe(0);

    // A balancer asks by an address of its own, and gets nothing else by it.
    expect(await probe(url, '/healthz')).toMatchObject({ status: 200 });
    expect(await probe(url, '/')).toMatchObject({ status: 421 });
    // A worker that is just starting is not ready.
    const ready = await vi.waitUntil(
      async () => {
        const { status, text } = await probe(url, '/readyz');
        const { checks } = JSON.parse(text) as { checks: Record<string, string> };
        return checks.worker !== 'silent' && { status, checks };
      },
      { timeout: 30_000 },
    );
    expect(ready).toEqual({
      status: 503,
      checks: {
        database: 'open',
        worker: expect.stringMatching(/^(answers|busy)$/),
        outbox: 'sending',
        web: 'connected',
        slack: 'not connected',
        discord: 'not connected',
      },
    });

    await ask(`/forecast weeks:2 customer:"${person}, siti@toko.co.id, +62 812-3456-7890"`);
    await ask(`/${person} C00042`);
    expect(await ask('/signin')).toContain('https://sextant.example.com/signin?token=');
    // What is done to the tables next must not be in it.
    await says(/backup made and verified/);
    const outside = connect(file);
    outside.exec('ALTER TABLE calendar_event RENAME TO elsewhere');
    const [, reference] = /quote ([0-9a-f]{6})/i.exec(await ask('/calendar list')) ?? [];
    outside.exec('ALTER TABLE elsewhere RENAME TO calendar_event');
    outside.close();
    expect(reference).toBeDefined();

    const figures = await (await fetch(`${metrics}/metrics`)).text();
    expect(figures).toContain('sextant_answers_total{door="api",command="calendar list",outcome="fault"} 1');
    expect(figures).toContain('sextant_answers_total{door="api",command="unknown",outcome="refused"} 1');
    expect(figures).toContain('sextant_door_connected{door="slack"} 0');
    expect((await fetch(`${metrics}/`)).status).toBe(404);
    expect((await fetch(`${url}/metrics`)).status).toBe(404);

    const backup = join(`${file}.backups`, readdirSync(`${file}.backups`)[0]!);
    expect(() => restore(backup, { to: file, replace: true, now: Date.now() })).toThrow('is in use');

    const inFlight = await askThen(url, token, '/campaign roi weeks:12', () => child.kill('SIGTERM'));
    expect(JSON.parse(inFlight.text)).toMatchObject({ outcome: 'answered' });
    expect(inFlight.status).toBe(200);
    expect(await ended(child)).toBe(0);
    expect(await check()).toBe(1);
    // All that it writes lies with the database: the image can be read-only.
    expect(inImage()).toEqual(held);
    expect(readdirSync(dirname(file)).filter((name) => /-(wal|shm)$/.test(name))).toEqual([]);
    restore(backup, { to: file, replace: true, now: Date.now() });
    expect(existsSync(file)).toBe(true);

    const log = running.said();
    const lines = log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toContainEqual(
      expect.objectContaining({ level: 'error', from: 'fault', reference, command: 'calendar list', door: 'api' }),
    );
    expect(lines).toContainEqual(expect.objectContaining({ from: 'ask', text: '/campaign roi', outcome: 'answered' }));
    expect(lines.at(-1)).toMatchObject({ from: 'sextant', text: 'stopped' });
    for (const secret of [discordToken, webhookSecret, signingSecret, 'xoxb-1-very-secret', token, 'token='])
      expect(log).not.toContain(secret);
    for (const personal of ['Siti', 'siti@', '3456', 'C00042', 'Rina', 'Dina', 'dashboard'])
      expect(log).not.toContain(personal);
  });
});
