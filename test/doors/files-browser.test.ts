import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openPasses } from '../../src/passes.ts';
import { openWeb } from '../../src/web/door.ts';
import { workspaceMessages, workspacePeople } from '../../src/workspace.ts';
import { named } from '../../words/say.ts';
import { begun } from '../support/beginning.ts';
import { hasChromium, inChromium, launchChromium } from '../support/browser.ts';
import { houseOn } from '../support/house.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PATIENCE_MS = 15_000;
const header = 'order_id,order_date,customer_id,sku,quantity,unit_price';
const csv = `${[
  header,
  ...Array.from(
    { length: 30 },
    (_, i) => `${i},2026-04-${String((i % 20) + 1).padStart(2, '0')} 09:00:00,C${i % 9},A,1,1000`,
  ),
  'X,soon,Cici,A,1,1000',
].join('\n')}\n`;

describe.skipIf(!hasChromium)(inChromium('files in the workspace'), () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  /** A real, empty shop, signed in as an analyst by a link. */
  async function visit({ width = 1280, height = 900 } = {}) {
    const whole = houseOn(begun('empty'));
    const { state, house, time } = whole;
    state.shop.set({ name: 'Toko', currency: 'IDR', zone: 'Asia/Jakarta', locale: 'en-GB', demo: false });
    state.people.set({ door: 'web', user: 'rina', name: 'Rina', role: 'analyst' }, 'terminal:t', 0);
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
    const passes = openPasses({ state, now: () => time.at, address: door.url });
    const context = await browser.newContext({ viewport: { width, height } });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    onTestFinished(async () => {
      await context.close();
      await door.close();
      expect(whole.faults).toEqual([]);
      // The browser itself remarks on every refusal's status.
      expect(complaints.filter((words) => !/status of 422/.test(words))).toEqual([]);
    });
    await page.goto(passes.signInLink({ door: 'web', user: 'rina' }));
    await page.getByRole('button').first().click();
    await page.getByRole('combobox', { name: 'Command line' }).waitFor();
    return { ...whole, page };
  }

  async function drops(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
    const dropped = await page.evaluateHandle(`(() => {
      const transfer = new DataTransfer();
      for (const [name, content] of Object.entries(${JSON.stringify(files)})) {
        transfer.items.add(new File([content], name, { type: 'text/csv' }));
      }
      return transfer;
    })()`);
    await page.dispatchEvent('.workspace', 'drop', { dataTransfer: dropped });
  }

  it('shows what a dropped file would bring, imports it by a button, and gives the file to fix', async () => {
    const { page, facts } = await visit();

    await drops(page, { 'orders.csv': csv });
    const card = page.getByRole('article', { name: /orders\.csv · 31 rows/ });
    await card.getByText('April 2026 is not whole: 20 of 30 days.').waitFor();
    expect((await facts.coverage()).orders).toBe(0);
    if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, 'card-1280.png') });
    await card.getByRole('button', { name: 'Import', exact: true }).click();

    const done = page.getByRole('article', { name: /I-1 · orders\.csv: imported/ });
    await done.getByText(/Stored 30 of 31. In fix file: 1/).waitFor();
    expect((await facts.coverage()).orders).toBe(30);
    await done.getByRole('button', { name: 'Get the file to fix' }).click();
    await page.getByRole('button', { name: /fix-orders\.csv/ }).waitFor();
  });

  it('works at the width of a phone: the card fits, its buttons answer', async () => {
    const { page } = await visit({ width: 390, height: 844 });

    await drops(page, { 'dates.csv': `${header}\n1,03/04/2026,Ana,A,1,1000\n2,02/03/2026,Budi,A,1,1000\n` });
    await page.getByRole('button', { name: 'Day/month' }).click();

    const card = page.getByRole('article', { name: /dates\.csv · 2 rows/ });
    await card.getByRole('button', { name: 'Import', exact: true }).scrollIntoViewIfNeeded();
    if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, 'card-390.png') });
    const widest = await page.evaluate('document.documentElement.scrollWidth');
    expect(widest).toBeLessThanOrEqual(390);
    for (const name of ['Import', 'Month/day in order_date', 'Cancel']) {
      const box = await card.getByRole('button', { name, exact: true }).boundingBox();
      expect(box!.x + box!.width).toBeLessThanOrEqual(390);
      expect(box!.height).toBeGreaterThanOrEqual(32);
    }
    await card.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('heading', { name: 'dates.csv: forgotten' }).waitFor();
  });

  it('looks at many files at once, and asks columns in a dialog', async () => {
    const { page } = await visit();

    await drops(page, {
      'orders.csv': csv,
      'spend.csv': 'date,campaign,spend\n2026-04-01,Ads,5000\n',
      'strange.csv': 'No,When,Who,How much\n1,2026-04-01,Ana,1000\n',
    });
    await page.getByRole('heading', { name: '3 files' }).waitFor();
    if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, 'many-1280.png') });
    await page.getByRole('button', { name: 'Look at strange.csv' }).click();
    await page.getByRole('button', { name: 'Say which column is what' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Column with the order number').selectOption('No');
    await dialog.getByLabel('Column with the date of the order').selectOption('When');
    await dialog.getByLabel(/Column with the total/).selectOption('How much');
    if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, 'form-1280.png') });
    await dialog.getByRole('button', { name: 'Look again' }).click();

    await page.getByRole('heading', { name: /strange\.csv · 1 row · generic orders/ }).waitFor();
  });

  it('brings a file for the line that was typed', async () => {
    const { page } = await visit();
    const path = join(temporaryFolder(), 'orders.csv');
    writeFileSync(path, csv);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('combobox', { name: 'Command line' }).fill('/import read:"order_date=day/month"');
    await page.getByRole('combobox', { name: 'Command line' }).press('Enter');
    await (await chooser).setFiles(path);

    await page.getByRole('heading', { name: /I-1 · orders\.csv: imported/ }).waitFor();
  });
});
