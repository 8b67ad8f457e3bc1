import { say } from '../../../words/say.ts';
import type { CampaignKind } from '../../types/campaigns.ts';
import { type Reading, traitTable } from './trait-table.ts';

/** What people call each kind; whatever is none of them is `other`. First match. */
const kindWords: readonly (readonly [RegExp, CampaignKind])[] = [
  [/flash/i, 'flash_sale'],
  [/voucher|kupon|coupon|promo ?code|kode promo/i, 'voucher'],
  [/broadcast|e-?mail|newsletter|whats ?app|sms|chat|push/i, 'broadcast'],
  [/\bads?\b|advert|iklan|cpc|cpm|meta|facebook|google|tiktok|search|display/i, 'ads'],
];

const kindOf: Reading = (text) => {
  const kind = kindWords.find(([words]) => words.test(text))?.[1] ?? 'other';
  return { number: null, text: kind };
};

/** The names by which orders and costs know a campaign. */
export const campaignNames: readonly string[] = [
  'campaign',
  'campaign name',
  'campaign id',
  'nama kampanye',
  'kampanye',
  'voucher code',
  'kode voucher',
  'nama promosi',
];

/** A list of campaigns: what each was, when it ran and what it cost in all. */
export const campaigns = traitTable({
  name: 'campaigns',
  kind: 'campaigns',
  subject: 'campaign',
  ref: { name: 'campaign', aliases: campaignNames },
  traits: [
    {
      trait: 'kind',
      aliases: ['kind', 'type', 'campaign type', 'channel', 'jenis', 'tipe', 'jenis kampanye'],
      reads: kindOf,
    },
    {
      trait: 'from',
      aliases: ['from', 'start', 'start date', 'starts', 'starts at', 'mulai', 'tanggal mulai', 'dari'],
      reads: 'coming day',
    },
    {
      trait: 'to',
      aliases: ['to', 'until', 'end', 'end date', 'ends', 'ends at', 'selesai', 'tanggal selesai', 'sampai', 'hingga'],
      reads: 'coming day',
    },
    {
      trait: 'cost',
      aliases: ['cost', 'total cost', 'budget spent', 'spend', 'biaya', 'total biaya', 'pengeluaran'],
      reads: 'money',
    },
  ],
  oneOf: [['kind', 'from', 'cost']],
  foreign: [
    'order id',
    'order no',
    'order',
    'order date',
    'no pesanan',
    'customer',
    'customer id',
    'pelanggan',
    'id pelanggan',
    'member id',
    'email',
    'date',
    'day',
    'tanggal',
    'impressions',
    'clicks',
    'treated',
    'group',
  ],
  unread: /^(index|number|no|unnamed\d*|row)$/,
  loose: 20,
  review: {
    counted: [],
    missed: ['cost'],
    implausible: [{ name: 'cost', isOff: 'number < 0', says: say`below zero` }],
  },
});
