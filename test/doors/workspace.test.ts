import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openDelivery } from '../../src/delivery.ts';
import { openWeb } from '../../src/web/door.ts';
import { workspaceMessages, workspacePeople } from '../../src/workspace.ts';
import { named } from '../../words/say.ts';
import { hasChromium, inChromium, launchChromium } from '../support/browser.ts';
import { clock, demoHouse } from '../support/house.ts';

/** The workspace on the whole demo shop, as `npm start` opens it, with the clock of the tests. */
async function openWorkspace() {
  const whole = demoHouse();
  const { state, house, time } = whole;
  const door = await openWeb(
    {
      port: 0,
      shop: state.shop.read,
      messages: workspaceMessages(state),
      people: workspacePeople(state, () => time.at),
      now: () => time.at,
      readiness: () => ({ ready: true, checks: {} }),
      languageOf: () => 'en',
      signInAdvice: named('Ask an admin.'),
      report: (error) => whole.faults.push(error),
    },
    house,
  );
  onTestFinished(() => door.close());
  const { flush } = openDelivery({ state, doors: () => [door], now: () => time.at, report: () => {} });
  return { ...whole, door, flush };
}

describe('the workspace over HTTP', () => {
  it('signs a known person in by a link that works once, on a real shop', async () => {
    const { state, door, house } = await openWorkspace();
    state.shop.set({ ...state.shop.read()!, demo: false });
    const post = (path: string, body: object, headers: Record<string, string> = {}) =>
      fetch(door.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: door.url, ...headers },
        body: JSON.stringify(body),
      });

    expect((await post('/api/ask', { line: '/status' })).status).toBe(401);
    const answer = await house.askLine('/signin', { door: 'web', user: 'dina' });
    const [token] = /(?<=token=)\S+/.exec(JSON.stringify(answer.parts).replaceAll('"', ' '))!;
    const signedIn = await post('/api/session/sign-in', { token });
    expect(signedIn.status).toBe(200);
    const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
    expect((await post('/api/session/sign-in', { token })).status).not.toBe(200);
    expect((await post('/api/ask', { line: '/status' }, { cookie })).status).toBe(200);
    expect((await post('/api/session/act-as', { user: 'ana' }, { cookie })).status).not.toBe(200);
  });

  it('takes a token that an admin issued, with its role', async () => {
    const { state, door, say } = await openWorkspace();
    state.shop.set({ ...state.shop.read()!, demo: false });
    const issued = await say('/token name:dashboard role:viewer');
    const [part] = issued.parts;
    const ask = (line: string, token: string) =>
      fetch(`${door.url}/api/ask`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ line }),
      });
    const token = part?.kind === 'text' ? part.text : '';

    expect((await ask('/forecast', token)).status).toBe(200);
    expect((await ask('/budget plan', token)).status).toBe(422);
    expect((await ask('/forecast', `${token}x`)).status).toBe(401);
  });
});

describe.skipIf(!hasChromium)(inChromium('the whole loop in the workspace'), () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  it('shows the digest, forecasts with a chart, and lets a second manager approve', async () => {
    const { door, flush, say, state } = await openWorkspace();
    await say('/digest post:yes', clock);
    await flush();
    const page = await (await browser.newContext()).newPage();
    await page.goto(door.url);
    await page.getByRole('heading', { name: /^Week 13–19 Apr 2026: IDR/ }).waitFor();

    await actAs(page, 'rina');
    await type(page, '/forecast weeks:8');
    const forecast = page.getByRole('article', { name: /Forecast for the next 8 weeks/ });
    await forecast.locator('svg path').first().waitFor();

    await type(page, '/budget propose');
    await page.getByRole('heading', { name: 'P-1 is proposed' }).waitFor();
    await flush();
    await page.getByRole('button', { name: /# approvals/ }).click();
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('heading', { name: 'You asked for this, so someone else decides' }).waitFor();

    await page.getByRole('button', { name: 'Adjust', exact: true }).click();
    const form = page.getByRole('dialog');
    const before = await form.getByRole('textbox', { name: 'Meta' }).inputValue();
    await form.getByRole('button', { name: /^Meta .* \+10 %/ }).click();
    await form.getByText(/Extra profit a week/).waitFor();
    expect(Number(await form.getByRole('textbox', { name: 'Meta' }).inputValue())).toBe(
      Math.round(Number(before) * 1.1),
    );
    await form.getByRole('button', { name: 'Propose v2' }).click();
    await page.getByRole('heading', { name: 'P-1 v2 is proposed' }).waitFor();
    await flush();

    await actAs(page, 'dina');
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('heading', { name: 'You approved P-1 v2' }).waitFor();
    await flush();

    await page
      .getByText(/Approved by Dina, .* Not carried out yet/)
      .first()
      .waitFor();
    expect(await page.getByRole('button', { name: 'Approve', exact: true }).count()).toBe(0);
    expect(state.proposals.find('P-1')).toMatchObject({ state: 'approved', decidedBy: 'web:dina' });
  });
});

async function actAs(page: Page, user: string): Promise<void> {
  await page.getByLabel('Acting as').selectOption(user);
}

async function type(page: Page, line: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Command line' }).fill(line);
  await page.getByRole('combobox', { name: 'Command line' }).press('Enter');
}
