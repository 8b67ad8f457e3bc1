import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Luggage } from '../../commands/call.ts';
import type { House } from '../../src/doors.ts';
import { openWeb } from '../../src/web/door.ts';
import { kinds } from '../charts/parts.ts';
import { hasChromium, inChromium, launchChromium } from '../support/browser.ts';
import { digest, makeHouse, nasty, proposalCard, realShop, webOptions } from './web-house.ts';

const PATIENCE_MS = 15_000;
/** Places where a chart has something to tell, as shares of its width and height. */
const underAFinger = [
  [0.5, 0.5],
  [0.5, 0.7],
  [0.35, 0.6],
  [0.45, 0.85],
] as const;
function gate() {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, passed };
}

describe.skipIf(!hasChromium)(inChromium('the workspace in a browser'), () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  async function visit({
    width = 1280,
    height = 800,
    shop = webOptions().shop,
    path = '/',
    around = (house: House): House => house,
    languageOf = webOptions().languageOf,
  } = {}) {
    const made = makeHouse();
    const door = await openWeb(webOptions({ shop, languageOf }), around(made.house));
    const context = await browser.newContext({ viewport: { width, height } });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    closing.push(async () => {
      await context.close();
      await door.close();
    });
    await page.goto(door.url + path);
    return { ...made, door, page, complaints };
  }
  const line = (page: Page) => page.getByRole('combobox', { name: 'Command line' });

  it('completes a command by keyboard and shows the answer with its chart, its policy kept', async () => {
    const { page, complaints } = await visit();

    await line(page).pressSequentially('/for');
    await page.getByRole('option', { name: '/forecast' }).waitFor();
    await line(page).press('Tab');
    await line(page).press('ArrowDown');
    await line(page).press('Enter');
    await line(page).pressSequentially('8');
    await line(page).press('Enter');

    const answer = page.getByRole('article', { name: /Next 8 weeks/ });
    const chart = answer.getByRole('img', { name: /Weekly sales stay near 150 million/ });
    await chart.locator('svg').waitFor();
    expect(await chart.locator('svg path').count()).toBeGreaterThan(5);
    expect(await answer.getByText('Only visible to you').isVisible()).toBe(true);
    expect(await answer.getByText('DEMO').isVisible()).toBe(true);
    expect(await answer.getByRole('row').count()).toBe(13);
    await answer.getByRole('button', { name: '… 8 more rows' }).click();
    expect(await answer.getByRole('row').count()).toBe(21);
    expect(await page.locator('.question-words').textContent()).toBe('/forecast weeks:8');
    expect(complaints).toEqual([]);
  });

  it('shows every kind of chart on a phone, its numbers under the finger, nothing to scroll sideways', async () => {
    const { page, door, complaints } = await visit({ width: 390, height: 844 });
    for (const [name, part] of Object.entries(kinds)) {
      const message = { title: name, tone: 'plain', parts: [part], shop: realShop, language: 'en' } as const;
      await door.outlet.post('approvals', message, name);
    }
    await page.getByRole('button', { name: 'Channels' }).click();
    await page.getByRole('button', { name: /# approvals/ }).click();
    const pictures = page.locator('.chart-picture svg');
    await expect.poll(() => pictures.count(), { timeout: PATIENCE_MS }).toBe(Object.keys(kinds).length);
    const told = page.locator('#vg-tooltip-element.visible');

    for (const [i, name] of Object.keys(kinds).entries()) {
      await pictures.nth(i).scrollIntoViewIfNeeded();
      const box = (await pictures.nth(i).boundingBox())!;
      for (const [x, y] of underAFinger) {
        await page.mouse.move(box.x + x * box.width, box.y + y * box.height);
        if ((await told.count()) > 0) break;
      }

      expect(box.x + box.width, name).toBeLessThanOrEqual(390);
      expect(box.width, name).toBeGreaterThan(340);
      // A dot is too small to be hit by chance.
      if (name !== 'scatter' && name !== 'tree') expect(await told.count(), name).toBe(1);
    }
    expect(await page.locator('.chart-words').count()).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(complaints).toEqual([]);
  });

  it('fits a table of many numbers on a phone, each beside what it is', async () => {
    const { page, complaints } = await visit({ width: 390, height: 844 });

    await line(page).fill('/forecast weeks:8');
    await line(page).press('Enter');

    const table = page.getByRole('region', { name: 'Week by week' });
    await table.waitFor();
    expect(await table.evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBe(0);
    const expected = table.locator('td[data-title="Expected"]').first();
    const box = (await expected.boundingBox())!;
    expect(box.x + box.width).toBeLessThanOrEqual(390);
    expect(await table.locator('th').first().isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });

  it('lets a second persona approve after asking, and changes the card in place', async () => {
    const { page, door, decisions } = await visit();
    const { ref } = await door.outlet.post('approvals', proposalCard, 'P-31');

    await page.getByRole('button', { name: /# approvals 1/ }).click();
    await page.getByLabel('Acting as').selectOption('dina');
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect(decisions).toEqual([]);

    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    expect(await page.getByRole('dialog').textContent()).toContain('Vouchers go from IDR 70M to 78M');
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('heading', { name: 'Approved by Dina' }).waitFor();
    expect(decisions).toEqual([{ by: 'dina', input: { id: 'P-31' } }]);

    await door.outlet.update('approvals', ref, { ...proposalCard, title: 'P-31: approved by Dina', actions: [] });
    await page.getByRole('heading', { name: 'P-31: approved by Dina' }).waitFor();
    expect(await page.getByRole('button', { name: 'Approve', exact: true }).count()).toBe(0);
  });

  it('shows a thread under its first message, whenever it came', async () => {
    const { page, door } = await visit();
    const say = (title: string, thread?: string) =>
      door.outlet.post('approvals', { title, tone: 'plain', parts: [], shop: realShop, language: 'en' }, title, thread);
    const { ref: alert } = await say('Alert');
    await say('Another');
    await page
      .getByRole('link', { name: /approvals/ })
      .or(page.getByRole('button', { name: /approvals/ }))
      .click();
    await say('The second day', alert);

    const second = page.getByRole('article', { name: /The second day/ });
    await second.waitFor();

    expect(await page.locator('.message-title').allTextContents()).toEqual(['Alert', 'The second day', 'Another']);
    const left = async (title: RegExp) => (await page.getByRole('article', { name: title }).boundingBox())!.x;
    expect(await left(/The second day/)).toBeGreaterThan(await left(/Alert/));
  });

  it('keeps what is posted while the page reads its channels', async () => {
    const { page: first, door } = await visit();
    const page = await first.context().newPage();
    const [read, posted] = [gate(), gate()];
    // The first reading opens the page, the second follows the line to the server: that one is held.
    let readings = 0;
    await page.route('**/api/messages?channel=marketing', async (route) => {
      const response = await route.fetch();
      if (++readings === 2) {
        read.open();
        await posted.passed;
      }
      await route.fulfill({ response });
    });
    await page.goto(door.url);
    await read.passed;
    await door.outlet.post('marketing', digest, 'digest');
    const post = page.getByRole('article', { name: /Last week: IDR 152M/ });
    await post.waitFor();
    const isLoaded = page.waitForResponse('**/api/messages?channel=marketing');
    posted.open();
    await isLoaded;

    await page.getByRole('button', { name: /# approvals/ }).click();
    await page.getByRole('button', { name: /# marketing/ }).click();
    expect(await post.isVisible()).toBe(true);
  });

  it('opens a form again as it was filled in, with what was wrong in it', async () => {
    let tries = 0;
    const { page, door, decisions } = await visit({
      around: (house) => ({
        ...house,
        async ask(ask, caller, luggage) {
          const answer = await house.ask(ask, caller, luggage);
          return tries++ > 0 ? answer : { ...answer, outcome: 'refused', title: 'Say more than that', parts: [] };
        },
      }),
    });
    await door.outlet.post('approvals', proposalCard, 'P-31');
    await page.getByLabel('Acting as').selectOption('raka');
    await page.getByRole('button', { name: /# approvals/ }).click();
    await page.getByRole('button', { name: 'Reject' }).click();
    await page.getByRole('dialog').getByLabel('Why').fill('no');
    await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();

    await page.getByRole('dialog').getByText('Say more than that').waitFor();
    expect(await page.getByRole('dialog').getByLabel('Why').inputValue()).toBe('no');
    await page.getByRole('dialog').getByLabel('Why').fill('too early for that');
    await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();

    await expect.poll(() => decisions.at(-1)?.input).toEqual({ id: 'P-31', comment: 'too early for that' });
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('speaks the language of the browser, or the one that is chosen', async () => {
    let chosen: 'en' | 'id' | undefined;
    const { page, door, complaints } = await visit({
      languageOf: ({ language = 'en' }) => chosen ?? language,
      around: (house) => ({
        ...house,
        async ask(ask, caller, luggage) {
          if (ask.name === 'language') chosen = ask.input.set as 'id';
          return house.ask(ask, caller, luggage);
        },
      }),
    });
    const lang = () => page.locator('html').getAttribute('lang');
    expect(await lang()).toBe('en');

    await page.getByLabel('Language').selectOption({ label: 'Bahasa Indonesia' });

    await page.getByRole('combobox', { name: 'Baris perintah' }).waitFor();
    expect(await lang()).toBe('id');
    await door.outlet.post('marketing', digest, 'digest');
    await page.getByRole('button', { name: 'Kirim' }).waitFor();
    expect(await page.getByLabel('Bertindak sebagai').isVisible()).toBe(true);
    // A post is in the language of its channel, also in what the page says about its numbers.
    await page.getByRole('button', { name: /# marketing/ }).click();
    const post = page.getByRole('article', { name: /Last week: IDR 152M/ });
    expect(await post.locator('.fact-range').textContent()).toMatch(/^80% range IDR .* to IDR /);
    expect(await post.getByRole('button', { name: 'Why F-1042?' }).isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('asks for what a form needs', async () => {
    const { page, door, decisions } = await visit();
    await door.outlet.post('approvals', proposalCard, 'P-31');
    await page.getByLabel('Acting as').selectOption('raka');
    await page.getByRole('button', { name: /# approvals/ }).click();

    await page.getByRole('button', { name: 'Reject' }).click();
    await page.getByRole('dialog').getByLabel('Why').fill('too early');
    await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();

    await page.getByRole('heading', { name: 'Approved by Raka' }).waitFor();
    expect(decisions).toEqual([{ by: 'raka', input: { id: 'P-31', comment: 'too early' } }]);
  });

  it('shows foreign text as text', async () => {
    const { page, door, complaints } = await visit();

    await door.outlet.post('marketing', { ...digest, title: nasty }, 'nasty');
    await page.getByRole('heading', { name: nasty }).waitFor();

    expect(await page.locator('.timeline img').count()).toBe(0);
    expect(await page.title()).not.toBe('1');
    expect(complaints).toEqual([]);
  });

  it('shares what was seen', async () => {
    const { page } = await visit();
    await line(page).fill('/why F-1042');
    await line(page).press('Enter');

    await page.getByRole('button', { name: 'Share to #marketing' }).click();

    await page.getByText('Rina asked: /why id:F-1042').waitFor();
  });

  it('holds the files that are dropped on it, and looks at them together', async () => {
    const { page, uploads } = await visit();

    // As text, because only the page knows these names.
    const dropped = await page.evaluateHandle(`(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['a,b\\n1,2\\n'], 'orders.csv', { type: 'text/csv' }));
      transfer.items.add(new File(['c\\n'], 'spend.csv', { type: 'text/csv' }));
      return transfer;
    })()`);
    await page.dispatchEvent('.workspace', 'dragover', { dataTransfer: dropped });
    await page.dispatchEvent('.workspace', 'drop', { dataTransfer: dropped });

    await page.getByRole('heading', { name: 'A look at U-1,U-2' }).waitFor();
    expect(await page.locator('.question-words').textContent()).toBe('/data add orders.csv, spend.csv');
    expect(uploads).toEqual([
      { name: 'orders.csv', content: 'a,b\n1,2\n' },
      { name: 'spend.csv', content: 'c\n' },
    ]);
  });

  it('keeps the private conversation over a reload, and the persona', async () => {
    const { page } = await visit();
    await page.getByLabel('Acting as').selectOption('dina');
    await line(page).fill('/why F-7');
    await line(page).press('Enter');
    await page.getByRole('heading', { name: 'Why F-7' }).waitFor();

    await page.reload();
    await page.getByRole('button', { name: 'Sextant', exact: true }).click();

    await page.getByRole('heading', { name: 'Why F-7' }).waitFor();
    expect(await page.getByLabel('Acting as').inputValue()).toBe('dina');
  });

  it('fits 360 pixels: nothing hangs over, channels are in a drawer', async () => {
    const { page } = await visit({ width: 360, height: 740 });
    await line(page).fill('/forecast weeks:8');
    await line(page).press('Enter');
    await page.locator('.chart-picture svg').waitFor();

    const wide = await page.evaluate('document.documentElement.scrollWidth');
    await page.getByRole('button', { name: 'Channels' }).click();
    await page.getByRole('button', { name: /# approvals/ }).click();

    expect(wide).toBe(360);
    await page.getByRole('heading', { name: '# approvals', level: 1 }).waitFor();
  });

  it('says when the process is gone', async () => {
    const { page, door } = await visit();
    await line(page).waitFor();

    await door.close();

    await page.getByText('Sextant does not answer. Trying again').waitFor();
    await line(page).fill('/help');
    await line(page).press('Enter');
    await page.getByRole('alert').getByText('Is it still running?').waitFor();
  });

  it('takes the words typed for a file along with it', async () => {
    const { page, uploads } = await visit();
    const chosen = page.waitForEvent('filechooser');
    await line(page).fill('/import columns:"customer=Buyer"');
    await line(page).press('Enter');
    await (await chosen).setFiles({ name: 'odd.csv', mimeType: 'text/csv', buffer: Buffer.from('a\n1\n') });
    await page.getByRole('heading', { name: 'U-1 is in, customer=Buyer' }).waitFor();
    expect(uploads).toEqual([{ name: 'odd.csv', content: 'a\n1\n' }]);
  });

  it('shows how far a long answer has come, to the one who asked, until it is there', async () => {
    let tell: Luggage['progress'];
    let finish = () => {};
    const working = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const around = (house: House): House => ({
      ...house,
      async askLine(asked, caller, luggage) {
        if (!asked.startsWith('/why')) return house.askLine(asked, caller, luggage);
        tell = luggage?.progress;
        await working;
        return house.askLine(asked, caller, luggage);
      },
    });
    const { page } = await visit({ around });
    await line(page).fill('/why F-7');
    await line(page).press('Enter');
    await page.getByText('Working on it').waitFor();

    tell!({ words: 'Reading orders.csv: 120,000 rows, 45%, about 20 s left', share: 0.45 });

    await page.getByText('120,000 rows, 45%, about 20 s left').waitFor();
    const bar = page.getByRole('progressbar', { name: 'How far it has come' });
    expect(await bar.getAttribute('value')).toBe('0.450');
    finish();
    await page.getByRole('heading', { name: 'Why F-7' }).waitFor();
    expect(await bar.count()).toBe(0);
  });

  it('asks for a sign-in on a real shop', async () => {
    const { page } = await visit({ shop: () => realShop, path: '/signin?token=link-dina' });

    await page.getByRole('button', { name: 'Sign in' }).click();

    await page.getByText('Dina · approver').waitFor();
    expect(await page.getByText('DEMO').count()).toBe(0);
    expect(await page.locator('.question-words').count()).toBe(0);
  });

  it('goes on with the first step for whoever has just opened the shop', async () => {
    const { page } = await visit({ shop: () => realShop, path: '/signin?token=link-dina&start=yes' });

    await page.getByRole('button', { name: 'Sign in' }).click();

    await page.locator('.question-words', { hasText: '/start' }).waitFor();
    expect(new URL(page.url()).search).toBe('');
  });
});
