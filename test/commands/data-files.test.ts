import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Caller } from '../../commands/call.ts';
import { readPairs, writePairs } from '../../commands/data/pairs.ts';
import { heldFolder } from '../../src/held-files.ts';
import { renderTerminal } from '../../src/terminal/render.ts';
import type { Action, Answer } from '../../src/told.ts';
import { toldIn } from '../../words/tell.ts';
import { begun, databaseFile } from '../support/beginning.ts';
import { DAY_MS, HOUR_MS } from '../support/clock.ts';
import { fact, houseOn, terminal, vina, words } from '../support/house.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const rina: Caller = { door: 'slack', user: 'URINA', channel: 'C1' };
const budi: Caller = { door: 'slack', user: 'UBUDI', channel: 'C1' };

/** A real shop with two analysts and a viewer, and what they do with files. */
function shopHouse() {
  const file = databaseFile(begun('empty'));
  const whole = houseOn(file);
  const { state, house, faults } = whole;
  state.shop.set({ name: 'Toko', currency: 'IDR', zone: 'Asia/Jakarta', locale: 'en-GB', demo: false });
  state.people.set({ door: 'slack', user: 'URINA', name: 'Rina', role: 'analyst' }, 'terminal:t', 0);
  state.people.set({ door: 'slack', user: 'UBUDI', name: 'Budi', role: 'analyst' }, 'terminal:t', 0);
  state.people.set({ ...vina, name: 'Vina', role: 'viewer' }, 'terminal:t', 0);
  state.channels.add('approvals', 'web', 'approvals');
  const told = (answer: Answer) => {
    if (answer.outcome === 'fault') throw faults.at(-1);
    return answer;
  };
  const sends = async (files: Readonly<Record<string, string>>, caller = rina, name = 'data add', input = {}) => {
    const folder = temporaryFolder();
    const uploads = Object.entries(files).map(([each, content]) => {
      const path = join(folder, each);
      writeFileSync(path, content);
      return { name: each, path };
    });
    return told(await house.ask({ name, input }, caller, { uploads }));
  };
  const presses = async (answer: Answer, label: string | RegExp, caller = rina, filled = {}) => {
    const { ask } = button(answer, label);
    return told(await house.ask({ name: ask.name, input: { ...ask.input, ...filled } }, caller));
  };
  return { ...whole, folder: heldFolder(file), sends, presses };
}

function button(answer: Answer, label: string | RegExp): Action {
  const found = answer.actions?.find((each) =>
    typeof label === 'string' ? each.label === label : label.test(each.label),
  );
  if (!found) throw new Error(`No button ${label} in: ${labels(answer).join(', ')}\n${words(answer)}`);
  return found;
}

const labels = ({ actions = [] }: Answer) => actions.map(({ label }) => label);

const header = 'order_id,order_date,customer_id,sku,quantity,unit_price';
const day = (i: number) => new Date(Date.UTC(2026, 3, 1 + i)).toISOString().slice(0, 10);
const orders = (count: number, price = 1000, from = 0) =>
  Array.from({ length: count }, (_, i) => `N${from + i},${day(from + i)} 10:00:00,C${i % 7},A,1,${price}`);
const csv = (rows: readonly string[], head = header) => `${[head, ...rows].join('\n')}\n`;

describe('a file that was sent', () => {
  it('is not one of more than are kept', async () => {
    const { sends, state } = shopHouse();
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`${i}.csv`, csv(orders(1, 1000, i))]));
    expect(await sends(many)).toMatchObject({ outcome: 'refused', title: '21 files are more than I look at together' });
    expect(state.files.list(0)).toEqual([]);
  });

  it('is told its columns by names as people type them, for once and for good', async () => {
    const { sends, say } = shopHouse();
    const file = { 'people.csv': 'Kode,Lahir\nC1,1990\n' };
    const card = await sends(file, rina, 'data add', { kind: 'customers', columns: 'customer=Kode, birth year=Lahir' });
    expect(words(card)).toContain('customer from Kode and birth year from Lahir');
    expect(words(card)).not.toContain('Consent');
    await say('/data alias layout:customers field:"birth year" column:Lahir', rina);
    await say('/data alias layout:customers field:customer column:Kode', rina);
    expect(words(await sends(file))).toContain('customer from Kode and birth year from Lahir');
  });

  it('with two columns of one name says which is read', async () => {
    const { sends } = shopHouse();
    const card = await sends({
      'twins.csv': csv(
        orders(3).map((row) => `${row},X`),
        `${header},order_id`,
      ),
    });
    expect(words(card)).toContain('2 columns are called order_id: the first of them is read.');
  });

  it('is looked at, then imported by a click, and nothing is stored between', async () => {
    const { sends, presses, facts } = shopHouse();

    const card = await sends({ 'orders.csv': csv([...orders(10), 'X,not a day,C1,A,1,1']) });

    expect(card.title).toBe('orders.csv · 11 rows · generic orders');
    expect([fact(card, 'New').value, fact(card, 'Would be rejected').value]).toEqual([10, 1]);
    expect(fact(card, 'Money: unit_price × quantity')).toMatchObject({ value: 10_000, unit: 'money' });
    expect(fact(card, 'Dates').value).toBe('1 – 10 Apr 2026');
    expect(words(card)).toContain('April 2026 is not whole: 10 of 30 days.');
    expect(labels(card)).toEqual(['Import', 'Get the file to fix', 'Cancel']);
    expect((await facts.coverage()).orders).toBe(0);

    const done = await presses(card, 'Import');

    expect(done.title).toBe('I-1 · orders.csv: imported');
    expect(words(done)).toContain(
      'Stored 10 of 11. In fix file: 1. Forecast and segments recompute at 21 Apr 2026, 12:01.',
    );
    expect(labels(done)).toContain('Undo import');
    expect((await facts.coverage()).orders).toBe(10);
    expect((await facts.imports.find('I-1'))?.by).toBe('slack:URINA');
  });

  it('is mended by its fix file, and the orders are completed', async () => {
    const { sends, presses, facts } = shopHouse();
    const rows = [...orders(5), 'N9,2026-04-09 10:00:00,C1,A,2,500', 'N9,2026-04-09 10:00:00,C1,B,two,500'];
    const card = await sends({ 'orders.csv': csv(rows) });
    const done = await presses(card, 'Import');
    expect((await facts.coverage()).orders).toBe(6);

    const fix = await presses(done, 'Get the file to fix');
    const [part] = fix.parts;
    if (part?.kind !== 'file') throw new Error(words(fix));
    expect(part.name).toBe('fix-orders.csv');
    expect(part.content).toContain('line,problem');
    expect(part.content.trim().split('\n')).toHaveLength(3);

    const mended = await sends({ 'fix-orders.csv': part.content.replace('two', '2') });
    await presses(mended, 'Import');

    const { orders: count, lines } = await facts.coverage();
    expect([count, lines]).toEqual([6, 7]);
    expect((await facts.revenue.daily({ before: '2026-04-10' })).revenueMinor.at(-1)).toBe(2000);
  });

  it('keeps the names of its people when its fix file comes back, marked against spreadsheets or not', async () => {
    const { sends, presses, facts } = shopHouse();
    const names = ['@ana', "'-bo", '=x', "''@cy", 'dee'];
    const rows = (quantity: string) =>
      names.map((name, i) => `N${i}${quantity},2026-04-0${i + 1} 10:00:00,${name},A,${quantity},500`);
    const done = await presses(await sends({ 'orders.csv': csv([...rows('1'), ...rows('x')]) }), 'Import');

    const [part] = (await presses(done, 'Get the file to fix')).parts;
    if (part?.kind !== 'file') throw new Error('no file');
    expect(part.content).toContain(",'@ana,");
    await presses(await sends({ 'fix-orders.csv': part.content.replaceAll(',x,', ',1,') }), 'Import');

    const refs = (await facts.exports.customerNames()).map(({ ref }) => ref);
    expect(refs.toSorted()).toEqual(names.toSorted());
    expect((await facts.coverage()).orders).toBe(2 * names.length);
  });

  it('is asked about where it can be read two ways, and looked at again as told', async () => {
    const { sends, presses } = shopHouse();
    const twoWays = csv(['1,03/04/2026,C1,A,1,1000', '2,02/03/2026,C1,A,1,1000']);

    const question = await sends({ 'orders.csv': twoWays });

    expect(question.outcome).toBe('refused');
    expect(question.title).toContain('03/04/2026');
    expect(labels(question)).toEqual(['Day/month', 'Month/day', 'Cancel']);
    const card = await presses(question, 'Day/month');
    expect(fact(card, 'Dates').value).toBe('2 Mar – 3 Apr 2026');
    expect(fact(await presses(card, 'Month/day in order_date'), 'Dates').value).toBe('3 Feb – 4 Mar 2026');
    expect((await presses(card, 'Import')).title).toBe('I-1 · orders.csv: imported');
  });

  it('asks which column is what, by a form with the columns of the file', async () => {
    const { sends, presses, say } = shopHouse();
    const strange = csv(['1,2026-04-01,Ana,1000'], 'No,When,"Who, then",How much');

    const question = await sends({ 'strange.csv': strange });

    const { form } = button(question, 'Say which column is what');
    expect(form?.fields.find(({ name }) => name === 'date')).toMatchObject({
      required: true,
      choices: expect.arrayContaining([{ value: 'Who, then', label: 'Who, then' }]),
    });
    const filled = { order: 'No', date: 'When', customer: 'Who, then', total: 'How much' };
    const card = await presses(question, 'Say which column is what', rina, filled);
    expect(card.title).toBe('strange.csv · 1 row · generic orders');
    const done = await presses(card, 'Import');
    await presses(done, 'Always take Who, then as customer');
    expect(words(await say('/data alias'))).toContain('generic orders | customer | Who, then | Rina');
  });

  it('says that nobody bought, and lets the customer be chosen', async () => {
    const { sends, presses } = shopHouse();

    const card = await sends({
      'o.csv': csv(['1,2026-04-01,A,1,1000,x'], 'order_id,order_date,sku,quantity,unit_price,phone'),
    });

    expect(words(card)).toContain('No customer column. Orders can still feed the forecast, not segments.');
    const again = await presses(card, 'Choose the customer column', rina, { customer: 'phone' });
    expect(fact(again, 'Customers').value).toBe(1);
  });

  it('computes how far two totals differ, and takes the one that is chosen', async () => {
    const { sends, presses } = shopHouse();
    const rows = ['1,2026-04-01,C1,100000,91000', '2,2026-04-02,C2,50000,50000'];

    const card = await sends({ 't.csv': csv(rows, 'order_id,order_date,customer_id,total,paid') });

    expect(words(card)).toContain('paid comes to IDR 141,000 and differs from total on 50% of rows.');
    expect(fact(card, 'Money: total').value).toBe(150_000);
    const other = await presses(card, 'Revenue is paid');
    expect(fact(other, 'Money: paid').value).toBe(141_000);
    expect(fact(await presses(other, 'Import'), 'Net revenue').value).toBe(141_000);
  });

  it('is held back when its money is ten times the last file of its kind', async () => {
    const { sends, presses } = shopHouse();
    await presses(await sends({ 'a.csv': csv(orders(7)) }), 'Import');

    const card = await sends({ 'b.csv': csv(orders(7, 10_000, 7)) });

    expect(words(card)).toContain("Total is 10× the last file's, a day. Currency or units changed?");
    expect(button(card, "It's right: import").confirm).toMatch(/Currency or units/);
    expect(fact(card, 'Last file of this kind')).toMatchObject({ value: 7000, receipt: 'I-1' });
    expect(labels(await sends({ 'c.csv': csv(orders(7, 1100, 14)) }))).toContain('Import');
  });

  it('says what is missing in whole months', async () => {
    const { sends } = shopHouse();

    const card = await sends({
      'gap.csv': csv(['1,2021-05-30,C1,A,1,1000', '2,2022-01-01,C1,A,1,1000', '3,2022-01-31,C1,A,1,1000']),
    });

    expect(words(card)).toContain('June – December 2021 missing (31 May – 31 Dec 2021: 215 days).');
    expect(words(card)).toContain('30 Jan 2022 missing: 29 days.');
  });

  it('comes with others: each is looked at, and all come in together', async () => {
    const { sends, presses, facts } = shopHouse();

    const looks = await sends({
      'orders.csv': csv(orders(3)),
      'spend.csv': 'date,campaign,spend\n2026-04-01,Ads,5000\n',
      'notes.csv': 'hello\n',
    });

    expect(words(looks)).toMatch(/orders.csv \| generic orders \| 3/);
    expect(words(looks)).toMatch(/spend.csv \| daily spend \| 1/);
    expect(words(looks)).toMatch(/notes.csv \| {2}\|/);
    expect(labels(looks)).toEqual([
      'Import these 2',
      'Look at orders.csv',
      'Look at spend.csv',
      'Look at notes.csv',
      'Cancel',
    ]);
    const done = await presses(looks, 'Import these 2');
    expect(done.title).toBe('2 files');
    expect((await facts.imports.list()).map(({ status }) => status)).toEqual(['stored', 'stored']);
    expect(labels(done).filter((label) => label.startsWith('Undo'))).toEqual(['Undo I-1', 'Undo I-2']);
  });
});

describe('files that belong together', () => {
  const tables = {
    'orders.csv':
      'order_id,customer_id,order_status,order_purchase_timestamp,order_estimated_delivery_date\no1,k1,delivered,2026-04-01 10:00:00,2026-04-20 00:00:00\n',
    'items.csv':
      'order_id,order_item_id,product_id,shipping_limit_date,price,freight_value\no1,1,p1,2026-04-05 10:00:00,50.00,5.00\no1,2,p2,2026-04-05 10:00:00,25.00,5.00\n',
    'customers.csv': 'customer_id,customer_unique_id,customer_zip_code_prefix\nk1,ana,01310\n',
  };

  it('are one preview and one import', async () => {
    const { sends, presses, facts, state } = shopHouse();
    state.shop.set({ name: 'Loja', currency: 'BRL', zone: 'America/Sao_Paulo', locale: 'en-GB', demo: false });

    const card = await sends(tables);

    expect(card.title).toMatch(/orders\.csv and 2 more · \d rows · Olist/);
    expect(button(card, 'Import').ask.input.from).toBe('U-1,U-2,U-3');
    await presses(card, 'Import');
    expect((await facts.coverage()).orders).toBe(1);
    expect(await facts.imports.list()).toHaveLength(1);
    expect((await facts.revenue.daily({ before: '2026-04-02' })).revenueMinor.at(-1)).toBe(7500);
  });

  it('come in at once by the direct road too', async () => {
    const { sends, facts, state } = shopHouse();
    state.shop.set({ name: 'Loja', currency: 'BRL', zone: 'America/Sao_Paulo', locale: 'en-GB', demo: false });
    expect((await sends(tables, terminal, 'import')).title).toBe('I-1 · orders.csv and 2 more: imported');
    expect((await facts.coverage()).orders).toBe(1);
  });
});

describe('held files', () => {
  it('lie beside the database for their owner alone, under no name of theirs', async () => {
    const { sends, folder } = shopHouse();

    await sends({ '..orders.csv': csv(orders(1)) });

    expect(readdirSync(folder)).toEqual(['U-1']);
    expect([statSync(folder).mode & 0o777, statSync(join(folder, 'U-1')).mode & 0o777]).toEqual([0o700, 0o600]);
  });

  it('go after a day, and when they are cancelled', async () => {
    const { sends, presses, folder, files, time } = shopHouse();
    const card = await sends({ 'orders.csv': csv(orders(1)) });
    await presses(card, 'Cancel');
    expect(existsSync(join(folder, 'U-1'))).toBe(false);

    const kept = await sends({ 'orders.csv': csv(orders(1)) });
    time.at += DAY_MS - HOUR_MS;
    await files.sweep();
    expect(readdirSync(folder)).toEqual(['U-2']);
    time.at += 2 * HOUR_MS;
    expect(words(await presses(kept, 'Import'))).toContain('I have no file U-2 for you');
    await files.sweep();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('are for their owner and for those who import, whatever path is typed', async () => {
    const { sends, presses, house, say, state } = shopHouse();
    const card = await sends({ 'orders.csv': csv(orders(2)) }, vina);

    expect(card).toMatchObject({ outcome: 'refused', title: 'Importing needs the analyst role' });
    expect(words(card)).toContain('Ask Budi or Rina.');
    expect(state.audit.about('U-1')).toMatchObject([{ act: 'import refused', actor: 'web:vina' }]);
    const other: Caller = { door: 'web', user: 'somebody' };
    state.people.set({ door: 'web', user: 'somebody', name: 'Somebody', role: 'viewer' }, 'terminal:t', 0);
    const stolen = await house.ask({ name: 'data cancel', input: { from: 'U-1' } }, other);
    expect(stolen.title).toBe('I have no file U-1 for you');
    expect((await say('/data add from:/etc/passwd', rina)).title).toBe('I have no file /etc/passwd for you');
    expect((await say('/data add from:../shop.db', rina)).outcome).toBe('refused');
    expect((await presses(card, 'Ask for me', vina)).title).toBe('I have asked');
    expect((await say('/import from:U-1', budi)).title).toBe('I-1 · orders.csv: imported');
  });

  it('asks those who may import, where they decide', async () => {
    const { sends, presses, state } = shopHouse();
    await presses(await sends({ 'orders.csv': csv(orders(2)) }, vina), 'Ask for me', vina);

    const message = state.outbox.claim(['web'], Date.now() * 2, 1)!;

    const content = toldIn(message.content as Answer, { language: 'en', shop: null });
    expect(content.title).toBe('Vina asks to import orders.csv');
    expect((await presses(content, 'Look at it', budi)).title).toBe('orders.csv · 2 rows · generic orders');
  });

  it('keeps no more than twenty of one person', async () => {
    const { sends, folder } = shopHouse();
    for (let i = 0; i < 22; i++) await sends({ 'orders.csv': csv(orders(1)) }, vina);
    expect(readdirSync(folder)).toHaveLength(20);
    expect(existsSync(join(folder, 'U-1'))).toBe(false);
  });

  it('holds what the direct road could not read, so that it can be answered', async () => {
    const { sends, presses } = shopHouse();
    const twoWays = csv(['1,03/04/2026,C1,A,1,1000', '2,02/03/2026,C1,A,1,1000']);
    const question = await sends({ 'orders.csv': twoWays }, terminal, 'import');
    expect(labels(question)).toEqual(['Day/month', 'Month/day', 'Cancel']);
    expect((await presses(question, 'Month/day', terminal)).outcome).toBe('answered');
  });
});

describe('pairs', () => {
  it('are read as people type them', () => {
    expect(readPairs("customer=Buyer's name, date = 'Order, time' ", '')).toEqual({
      customer: "Buyer's name",
      date: 'Order, time',
    });
    expect(() => readPairs('customer', 'a=b')).toThrow('I did not understand "customer"');
    expect(() => readPairs('a=b=c', 'a=b')).toThrow();
  });

  it('come back as they were written', () => {
    const awkward = ['a', "it's", 'x, y', 'k=v', ' lead', "''", '"q"', 'Tanggal & jam'];
    for (const key of awkward) {
      for (const value of awkward)
        expect(readPairs(writePairs({ [key]: value, z: '1' }), '')).toEqual({ [key]: value, z: '1' });
    }
  });
});

describe('/data alias', () => {
  it('refuses a kind or a field that no file has', async () => {
    const { say } = shopHouse();
    const unknown = await say('/data alias layout:"generic order" field:customer column:Kode', rina);
    expect(words(unknown)).toContain('Did you mean "generic orders"?');
    expect((await say('/data alias layout:"generic orders" field:foo column:Kode', rina)).title).toBe(
      'Files of generic orders have no "foo"',
    );
  });
});

describe('the first file of a shop that nobody has set up', () => {
  it('asks for money and time zone on a form, once', async () => {
    const { house, state, facts } = houseOn(begun('empty'));
    const path = join(temporaryFolder(), 'orders.csv');
    writeFileSync(path, csv(orders(3)));
    const card = await house.ask({ name: 'data add', input: {} }, terminal, {
      uploads: [{ name: 'orders.csv', path }],
    });
    expect(card.outcome).toBe('refused');
    const [button] = card.actions!;
    expect(button!.form!.fields[0]!.choices!.map(({ value }) => value)).toContain('IDR Asia/Jakarta');

    const again = { ...button!.ask.input, shop: 'IDR Asia/Jakarta' };
    const look = await house.ask({ name: 'data add', input: again }, terminal);
    expect(look.outcome).toBe('answered');
    const bring = look.actions!.find(({ label }) => label === 'Import')!;
    expect((await house.ask(bring.ask, terminal)).outcome).toBe('answered');
    expect(state.shop.read()).toMatchObject({ currency: 'IDR', zone: 'Asia/Jakarta' });
    expect((await facts.imports.list())[0]!.decisions).toEqual({});
  });

  it.each([{ shop: 'IDR Asia/Jakarta' }, { shop: 'IDR, Asia/Jakarta' }, { read: 'currency=IDR, zone=Asia/Jakarta' }])(
    'is counted in its money before it comes in as after: %o',
    async (told) => {
      const { house, state } = houseOn(begun('empty'));
      const path = join(temporaryFolder(), 'pesanan.csv');
      const header = 'No. Pesanan;Waktu Pesanan Dibuat;Username (Pembeli);SKU;Jumlah;Harga Satuan';
      const rows = Array.from({ length: 20 }, (_, i) => `N${i};${i + 1}/04/2026;C${i % 7};A;1;89.500,50`);
      writeFileSync(path, csv(rows, header));
      const reader: Caller = { ...terminal, language: 'id' };
      const look = await house.ask({ name: 'data add', input: told }, reader, {
        uploads: [{ name: 'pesanan.csv', path }],
      });
      expect(renderTerminal(look)).toContain('IDR 1.790.020');
      const bring = look.actions!.find(({ ask }) => ask.name === 'import')!;
      expect(renderTerminal(await house.ask(bring.ask, reader))).toContain('IDR 1.790.020');
      expect(state.shop.read()).toMatchObject({ currency: 'IDR', zone: 'Asia/Jakarta' });
    },
  );

  it('refuses money and clocks that nobody has', async () => {
    const { house } = houseOn(begun('empty'));
    const path = join(temporaryFolder(), 'orders.csv');
    writeFileSync(path, csv(orders(3)));
    const uploads = [{ name: 'orders.csv', path }];
    const ask = (read: string) => house.ask({ name: 'data add', input: { read } }, terminal, { uploads });
    expect((await ask('currency=XYZ, zone=Asia/Jakarta')).title).toBe('"XYZ" is no currency that I know');
    expect((await ask('currency=IDR, zone=Mars/Olympus')).title).toBe('"Mars/Olympus" is no time zone that I know');
  });
});
