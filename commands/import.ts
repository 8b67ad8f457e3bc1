import { z } from 'zod';
import { defineCommand } from './command.ts';
import { previewReply } from './import-preview.ts';
import { importReply } from './import-report.ts';
import { choice, text } from './inputs.ts';
import { Refusal } from './refusal.ts';

/** How many rejected rows an answer lists; the count is always whole. */
const REJECTS_SHOWN = 10;

export const importFile = defineCommand({
  name: 'import',
  summary: 'Bring a file of orders: CSV, plain or gzip',
  examples: ['import file:orders.csv', 'import file:orders.csv columns:"customer=Buyer, date=Order time"'],
  needs: 'analyst',
  bare: 'file',
  input: z.strictObject({
    file: text('the file with the orders').meta({ kind: 'file' }).optional(),
    columns: text('which column holds what, where I cannot tell: "customer=Buyer, date=Order time"').optional(),
    read: text('how to read a column that could be read two ways: "Order Date=day/month"').optional(),
    preview: choice(['yes', 'no'], 'only say what the file would bring').default('no'),
  }),

  async run({ columns, read, preview }, { facts, state, shop, upload, now }) {
    if (!upload) {
      throw new Refusal(
        'No file came with that',
        'Attach the file: drop it into the workspace, use the upload of /import in Slack or Discord, or name it at the terminal: /import file:orders.csv',
      );
    }
    if (shop?.demo) {
      throw new Refusal(
        'This is the demo shop: your orders do not belong in it',
        'Start Sextant on a database of your own, DATABASE_PATH=data/local/shop.db npm start, and bring the file there.',
      );
    }
    const request = {
      path: upload.path,
      name: upload.name,
      learnedAt: now,
      shop,
      ...(columns && { mapping: fieldsOf(readPairs(columns, 'columns:"customer=Buyer, date=Order time"')) }),
      ...(read && { decisions: readPairs(read, 'read:"Order Date=day/month"') }),
    };
    if (preview === 'yes') return previewReply(await facts.imports.preview(request));
    const report = await facts.imports.load(request);
    state.atomically(() => {
      if (!state.shop.read()) state.shop.set(report.shop);
      state.schedules.add('refresh', report.id, now);
    });
    const reply = importReply(report, await facts.imports.rejects(report.id, REJECTS_SHOWN));
    return {
      ...reply,
      actions: [
        { label: 'Forecast', style: 'primary', ask: { name: 'forecast', input: {} } },
        { label: 'Segments', style: 'plain', ask: { name: 'segment', input: {} } },
        { label: 'Rejected rows', style: 'plain', ask: { name: 'why', input: { id: report.id } } },
        {
          label: 'Undo',
          style: 'danger',
          ask: { name: 'data undo', input: { import: report.id } },
          confirm: `${report.stored} rows of ${report.name} will no longer count.`,
        },
      ],
    };
  },
});

/** "customer=Buyer, date=Order time" as a record. */
function readPairs(typed: string, example: string): Record<string, string> {
  return Object.fromEntries(
    typed.split(',').map((pair) => {
      const [, key, value] = /^\s*(.+?)\s*=\s*(.+?)\s*$/.exec(pair) ?? [];
      if (key === undefined || value === undefined) {
        throw new Refusal(`I did not understand "${pair.trim()}"`, `Write ${example}.`);
      }
      return [key, value];
    }),
  );
}

/** What people call the fields of an order, beside their own names. */
const fieldNames: Readonly<Record<string, string>> = {
  date: 'time',
  buyer: 'customer',
  sku: 'product',
  productname: 'productName',
  price: 'unitPrice',
  unitprice: 'unitPrice',
  total: 'lineTotal',
  amount: 'lineTotal',
  linetotal: 'lineTotal',
};

/** "Unit price" and "unit_price" are unitPrice; what is not known is left for the importer to refuse by name. */
function fieldsOf(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).map(([typed, column]) => {
      const plain = typed.toLowerCase().replace(/[^a-z]/g, '');
      return [fieldNames[plain] ?? plain, column];
    }),
  );
}
