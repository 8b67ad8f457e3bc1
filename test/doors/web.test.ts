import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { openWeb, PortTaken } from '../../src/web/door.ts';
import type { WebOptions } from '../../src/web/ports.ts';
import type { AnswerView, SessionView, Turn } from '../../src/web/wire.ts';
import { inEnglish } from '../../words/tell.ts';
import { digest, makeHouse, nasty, proposalCard, realShop, webOptions } from './web-house.ts';

type Open = Awaited<ReturnType<typeof openWeb>>;
const opened: Open[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((door) => door.close()));
});

/** The door, what became of its house, and a browser that keeps its cookie. */
async function openUp(changes: Partial<WebOptions> = {}) {
  const made = makeHouse();
  const door = await openWeb(webOptions(changes), made.house);
  opened.push(door);
  return { ...made, door, browser: browserAt(door.url) };
}

function browserAt(url: string) {
  let cookie = '';
  const send = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(url + path, { ...init, headers: { origin: url, cookie, ...init.headers } });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return response;
  };
  return {
    send,
    cookie: () => cookie,
    get: async <Body>(path: string) => (await (await send(path)).json()) as Body,
    post: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    ask: async (line: string, channel?: string) =>
      (await (
        await send('/api/ask', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ line, channel }),
        })
      ).json()) as AnswerView,
    start: async () => (await (await send('/api/session')).json()) as SessionView,
  };
}

/** `fetch` sets Host itself; this does not. */
function statusWithHost(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(url);
    request({ port, host: '127.0.0.1', path: '/', headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('the workspace on a demo shop', () => {
  it('lets a newcomer in as the first persona, and answers', async () => {
    const { browser, callers } = await openUp();

    const session = await browser.start();
    const answer = await browser.ask('/why F-1042', 'marketing');

    expect(session.person).toEqual({ user: 'rina', name: 'Rina', role: 'analyst' });
    expect(session.personas).toHaveLength(4);
    expect(answer).toMatchObject({ title: 'Why F-1042', outcome: 'answered', audience: 'caller' });
    expect(callers).toEqual([{ door: 'web', user: 'rina', name: 'Rina', seat: 'web', channel: 'marketing' }]);
  });

  it('acts as whom one chose, and with no other rights', async () => {
    const { browser, decisions } = await openUp();
    await browser.start();

    const before = await browser.ask('/budget approve P-31');
    await browser.post('/api/session/act-as', { user: 'dina' });
    const after = await browser.ask('/budget approve P-31');

    expect(before.outcome).toBe('refused');
    expect(after.outcome).toBe('answered');
    expect(decisions).toEqual([{ by: 'dina', input: { id: 'P-31' } }]);
  });

  it('does not believe the page about who is asking', async () => {
    const { browser, callers } = await openUp();
    await browser.start();

    await browser.post(
      '/api/ask?user=dina',
      { line: '/help', user: 'dina', caller: { user: 'dina' }, role: 'admin' },
      { 'x-user': 'dina' },
    );
    const nobody = await browser.post('/api/session/act-as', { user: 'admin' });
    const forged = await browserAt(opened[0]!.url).post('/api/ask', { line: '/help' }, { cookie: 'sextant=dina' });

    expect(callers.map(({ user }) => user)).toEqual(['rina']);
    expect(nobody.status).toBe(403);
    expect(forged.status).toBe(401);
  });

  it('ends the session of the persona before', async () => {
    const { browser, door } = await openUp();
    await browser.start();
    await browser.post('/api/session/act-as', { user: 'dina' });
    const dina = browser.cookie();
    await browser.post('/api/session/act-as', { user: 'vina' });

    const response = await fetch(`${door.url}/api/channels`, { headers: { cookie: dina } });

    expect(response.status).toBe(401);
  });

  it('gives a cookie that scripts and other sites cannot use', async () => {
    const { door } = await openUp();

    const cookie = (await fetch(`${door.url}/api/session`)).headers.get('set-cookie');

    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
  });

  it('tells a refusal and a fault by status too', async () => {
    const { browser } = await openUp();
    await browser.start();

    const statuses = [];
    for (const line of ['/help', '/nonsense', '/broken'])
      statuses.push((await browser.post('/api/ask', { line })).status);

    expect(statuses).toEqual([200, 422, 500]);
  });

  it('lists the commands with their arguments and whether one may', async () => {
    const { browser } = await openUp();
    await browser.start();

    const commands =
      await browser.get<{ name: string; allowed: boolean; arguments: { name: string }[] }[]>('/api/commands');

    expect(commands.map(({ name }) => name)).not.toContain('broken');
    expect(commands.find(({ name }) => name === 'budget approve')?.allowed).toBe(false);
    expect(commands.find(({ name }) => name === 'forecast')?.arguments.map(({ name }) => name)).toEqual([
      'weeks',
      'by',
    ]);
  });

  it('keeps a private conversation per persona', async () => {
    const { browser } = await openUp();
    await browser.start();
    await browser.ask('/why F-1');

    const rinas = await browser.get<Turn[]>('/api/conversation');
    await browser.post('/api/session/act-as', { user: 'dina' });
    const dinas = await browser.get<Turn[]>('/api/conversation');

    expect(rinas.map(({ words }) => words)).toEqual(['/why F-1']);
    expect(dinas).toEqual([]);
  });

  it('offers to share what a viewer may ask, and posts it for all when asked again that way', async () => {
    const { browser } = await openUp();
    await browser.start();
    const { share } = await browser.ask('/why F-1');

    expect(share).toEqual({ name: 'why', input: { id: 'F-1', share: 'yes' } });
    await browser.post('/api/ask', { ask: share, channel: 'marketing' });

    const posted = await browser.get<{ content: AnswerView }[]>('/api/messages?channel=marketing');
    expect(posted).toHaveLength(1);
    expect(JSON.stringify(posted[0]!.content.parts)).toContain('Rina asked: /why id:F-1');
  });

  it('offers no sharing of files, which are for one person', async () => {
    const { browser } = await openUp();
    await browser.start();
    expect((await browser.ask('/forecast weeks:8')).share).toBeNull();
  });

  it('posts in the channel what was asked with share', async () => {
    const { browser } = await openUp();
    await browser.start();

    await browser.ask('/why F-1 share:yes', 'approvals');

    expect(await browser.get<unknown[]>('/api/messages?channel=approvals')).toHaveLength(1);
  });
});

describe('the workspace on a real shop', () => {
  const real = { shop: () => realShop };

  it('shows nothing to someone it does not know', async () => {
    const { browser } = await openUp(real);

    const session = await browser.start();

    expect(session).toMatchObject({ person: null, personas: [], shop: null });
    for (const path of [
      '/api/channels',
      '/api/messages?channel=marketing',
      '/api/conversation',
      '/api/commands',
      '/events',
    ]) {
      expect((await browser.send(path)).status, path).toBe(401);
    }
  });

  it('has no personas to choose', async () => {
    const { browser } = await openUp(real);

    expect((await browser.post('/api/session/act-as', { user: 'dina' })).status).toBe(403);
    expect((await browser.post('/api/ask', { line: '/help' })).status).toBe(401);
  });

  it('ends the personas of the demo the moment the shop is real', async () => {
    let shop = webOptions().shop();
    const { browser } = await openUp({ shop: () => shop });
    await browser.start();
    shop = realShop;

    expect((await browser.post('/api/ask', { line: '/help' })).status).toBe(401);
  });

  it('takes a sign-in link once, by its button and not by its address', async () => {
    const { browser } = await openUp(real);

    const preview = await browser.send('/signin?token=link-dina');
    const first = await browser.post('/api/session/sign-in', { token: 'link-dina' });
    const session = await browser.start();
    const again = await browserAt(opened[0]!.url).post('/api/session/sign-in', { token: 'link-dina' });

    expect(preview.headers.get('set-cookie')).toBeNull();
    expect(first.status).toBe(200);
    expect(session.person?.name).toBe('Dina');
    expect(again.status).toBe(403);
  });

  it('signs out for good', async () => {
    const { browser, door } = await openUp(real);
    await browser.post('/api/session/sign-in', { token: 'link-dina' });
    const cookie = browser.cookie();

    await browser.post('/api/session/sign-out', {});

    expect((await fetch(`${door.url}/api/channels`, { headers: { cookie } })).status).toBe(401);
  });

  it('answers whoever brings an API token, and nobody with a wrong one', async () => {
    const { door } = await openUp(real);
    const ask = (token: string) =>
      fetch(`${door.url}/api/ask`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ ask: { name: 'budget approve', input: { id: 'P-31' } } }),
      });

    expect(await (await ask('token-dina')).json()).toMatchObject({ title: 'Approved by Dina' });
    expect((await ask('token-nobody')).status).toBe(401);
  });
});

describe('the language of the workspace', () => {
  it('is what the browser asks for, in answers, lists and refusals', async () => {
    const { door } = await openUp();
    const send = async (path: string, languages: string, init: RequestInit = {}) => {
      const headers = { origin: door.url, 'accept-language': languages, ...init.headers };
      return (await fetch(door.url + path, { ...init, headers })).json();
    };
    const languageFor = async (languages: string) => ((await send('/api/session', languages)) as SessionView).language;
    expect(await languageFor('id-ID,id;q=0.9,en;q=0.8')).toBe('id');
    expect(await languageFor('en;q=0.5,in;q=0.7')).toBe('id');
    expect(await languageFor('fr,en-GB;q=0.3,id;q=0')).toBe('en');
    expect(await languageFor('fr')).toBe('en');
    expect(await send('/api/commands', 'id')).toEqual({ problem: 'Masuk dulu. Type /signin in Slack.' });

    const { browser } = await openUp();
    await browser.start();
    const channels = await (await browser.send('/api/channels', { headers: { 'accept-language': 'id' } })).json();
    expect(channels).toMatchObject([{ about: 'Ringkasan mingguan, dan apa yang dibagikan tim' }, {}]);
  });

  it('reaches the command with the one who asks', async () => {
    const { browser, callers } = await openUp();
    await browser.start();
    await browser.post('/api/ask', { line: '/why F-1' }, { 'accept-language': 'id' });
    expect(callers.at(-1)).toMatchObject({ user: 'rina', language: 'id' });
  });
});

describe('a session cookie', () => {
  const signIn = (url: string, host: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const { port } = new URL(url);
      const headers = { host, origin: `https://${host}`, 'content-type': 'application/json' };
      const asked = request(
        { port, host: '127.0.0.1', path: '/api/session/sign-in', method: 'POST', headers },
        (answer) => {
          answer.resume();
          resolve(String(answer.headers['set-cookie']));
        },
      );
      asked.on('error', reject).end(JSON.stringify({ token: 'link-dina' }));
    });

  it('travels under lock where a proxy speaks TLS, and plainly on this machine', async () => {
    const made = await openUp({ shop: () => realShop, publicAddress: 'https://sextant.example.com' });
    expect(await signIn(made.door.url, 'sextant.example.com')).toMatch(/HttpOnly; Secure; SameSite=Strict/);
    const other = await openUp({ shop: () => realShop, publicAddress: 'https://sextant.example.com' });
    expect(await signIn(other.door.url, new URL(other.door.url).host)).not.toContain('Secure');
  });
});

describe('what a browser may be tricked into', () => {
  it('is refused under any other name: DNS rebinding', async () => {
    const { door } = await openUp({ publicAddress: 'https://sextant.example.com' });
    const { host, port } = new URL(door.url);

    expect(await statusWithHost(door.url, 'evil.example')).toBe(421);
    expect(await statusWithHost(door.url, `evil.example:${port}`)).toBe(421);
    expect(await statusWithHost(door.url, '127.0.0.1:1')).toBe(421);
    expect(await statusWithHost(door.url, host)).toBe(200);
    expect(await statusWithHost(door.url, `localhost:${port}`)).toBe(200);
    expect(await statusWithHost(door.url, 'sextant.example.com')).toBe(200);
  });

  it('changes nothing for a page elsewhere, or for one that does not say where it is from', async () => {
    const { browser, door, callers } = await openUp();
    await browser.start();
    const body = { line: '/help' };

    for (const origin of ['https://evil.example', 'null', `${door.url}.evil.example`]) {
      expect((await browser.post('/api/ask', body, { origin })).status, origin).toBe(403);
    }
    const silent = await fetch(`${door.url}/api/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: browser.cookie() },
      body: JSON.stringify(body),
    });

    expect(silent.status).toBe(403);
    expect(callers).toEqual([]);
  });

  it('takes JSON only, and not too much of it', async () => {
    const { browser } = await openUp();
    await browser.start();

    expect((await browser.post('/api/ask', { line: '/help' }, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await browser.post('/api/ask', { line: 'x'.repeat(70_000) })).status).toBe(413);
    expect(
      (await browser.send('/api/ask', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' }))
        .status,
    ).toBe(400);
    expect((await browser.post('/api/ask', { ask: { name: 1 } })).status).toBe(400);
  });

  it('runs no script and loads nothing but our own', async () => {
    const { door } = await openUp();

    for (const path of ['/', '/healthz', '/api/session', '/nowhere']) {
      const { headers } = await fetch(door.url + path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).toContain("script-src 'self';");
      expect(policy, path).toContain("frame-ancestors 'none'");
      expect(policy, path).not.toContain('unsafe');
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('x-frame-options'), path).toBe('DENY');
    }
  });

  it('finds no way out of the assets', async () => {
    const { door } = await openUp();

    for (const path of ['/assets/..%2fports.ts', '/assets/main.ts', '/assets/%2e%2e%2fpackage.json']) {
      expect((await fetch(door.url + path)).status, path).toBe(404);
    }
    expect((await fetch(`${door.url}/assets/main.js`)).headers.get('content-type')).toMatch(/^text\/javascript/);
  });
});

describe('a file that is dropped', () => {
  it('is one of thirty in a minute', async () => {
    const { browser, uploads } = await openUp({ now: () => 0 });
    await browser.start();
    const bring = () =>
      browser.send('/api/files?name=a.csv', { method: 'POST', body: 'a', headers: { 'content-type': 'text/csv' } });
    const statuses: number[] = [];
    for (let i = 0; i < 31; i++) statuses.push((await bring()).status);
    expect(statuses.slice(-2)).toEqual([201, 429]);
    expect(uploads).toHaveLength(30);
  });

  const uploadFolders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('sextant-upload-'));
  const octets = { 'content-type': 'application/octet-stream' };

  it('reaches the command whole, under its name, and leaves nothing behind', async () => {
    const { browser, uploads } = await openUp();
    await browser.start();
    const before = uploadFolders();

    const response = await browser.send('/api/import?name=..%2F..%2Forders.csv&channel=marketing', {
      method: 'POST',
      headers: octets,
      body: 'a,b\n1,2\n',
    });

    expect(await response.json()).toMatchObject({ title: 'I-19 orders.csv: 2 rows stored' });
    expect(uploads).toEqual([{ name: 'orders.csv', content: 'a,b\n1,2\n' }]);
    expect(uploadFolders()).toEqual(before);
  });

  it('is refused when it is too large, announced or not', async () => {
    const { browser, uploads } = await openUp({ maxUploadBytes: 1024 ** 2 });
    await browser.start();
    const before = uploadFolders();
    const chunk = new Uint8Array(64 * 1024);
    const endless = () => {
      let sent = 0;
      return new ReadableStream({
        pull: (controller) => (sent++ < 32 ? controller.enqueue(chunk) : controller.close()),
      });
    };

    const announced = await browser.send('/api/import?name=big.csv', {
      method: 'POST',
      headers: octets,
      body: new Uint8Array(2 * 1024 ** 2),
    });
    const streamed = await browser.send('/api/import?name=big.csv', {
      method: 'POST',
      headers: octets,
      body: endless(),
      duplex: 'half',
    } as RequestInit);

    expect([announced.status, streamed.status]).toEqual([413, 413]);
    expect(uploads).toEqual([]);
    expect(uploadFolders()).toEqual(before);
  });

  it('is not taken as a form of another page could send it', async () => {
    const { browser } = await openUp();
    await browser.start();

    const response = await browser.send('/api/import?name=x.csv', {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: 'x',
    });

    expect(response.status).toBe(415);
  });
});

describe('the board', () => {
  it('posts once per key, finds it, and changes it in place', async () => {
    const { browser, door } = await openUp();
    await browser.start();

    const { ref } = await door.outlet.post('approvals', proposalCard, 'P-31');
    const { ref: again } = await door.outlet.post('approvals', proposalCard, 'P-31');
    await door.outlet.update('approvals', ref, { ...proposalCard, title: 'Approved', actions: [] });

    expect(again).toBe(ref);
    expect(await door.outlet.find('approvals', 'P-31')).toBe(ref);
    expect(await door.outlet.find('approvals', 'P-32')).toBeNull();
    expect(await browser.get<object[]>('/api/messages?channel=approvals')).toMatchObject([
      { content: { title: 'Approved' } },
    ]);
  });

  it('says for good that there is no such channel, and leaves alone a message that is gone', async () => {
    const { door } = await openUp();

    await expect(door.outlet.post('nowhere', digest, 'k')).rejects.toMatchObject({ kind: 'never' });
    await expect(door.outlet.update('marketing', '99', digest)).resolves.toEqual({ isWhole: true });
  });

  it('tells every open page at once', async () => {
    const { browser, door } = await openUp();
    await browser.start();
    const leave = new AbortController();
    const response = await fetch(`${door.url}/events`, { headers: { cookie: browser.cookie() }, signal: leave.signal });
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    const hear = async (word: string) => {
      while (!heard.includes(word)) heard += (await reader.read()).value ?? '';
    };

    await hear('event: hello');
    const { ref } = await door.outlet.post('marketing', digest, 'digest:1');
    await hear('event: posted');
    await door.outlet.update('marketing', ref, { ...digest, title: nasty });
    await hear('event: changed');
    leave.abort();

    expect(heard).toContain(JSON.stringify(digest.title));
    expect(heard).toContain(JSON.stringify(nasty));
  });
});

describe('the process', () => {
  it('says plainly that a port is taken', async () => {
    const { door } = await openUp();
    const port = Number(new URL(door.url).port);

    const second = openWeb(webOptions({ port }), makeHouse().house);

    await expect(second).rejects.toBeInstanceOf(PortTaken);
    await expect(second).rejects.toThrow(`port ${port} is taken`);
  });

  it('tells whether it lives and whether it can work', async () => {
    const { door } = await openUp({ readiness: () => ({ ready: false, checks: { database: 'read-only' } }) });

    expect((await fetch(`${door.url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${door.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ ready: false, checks: { database: 'read-only' } });
  });

  it('closes while pages are open', async () => {
    const { browser, door } = await openUp();
    await browser.start();
    const page = await fetch(`${door.url}/events`, { headers: { cookie: browser.cookie() } });
    const reader = page.body!.getReader();
    await reader.read();

    await door.close();
    opened.length = 0;

    expect(inEnglish(door.state())).toBe('closed');
  });
});
