import { say } from '../../../words/say.ts';
import { defineReport } from './report.ts';
import { count, metric, rate } from './shopee-statistics.ts';

/** Ads of Meta, exported from the Ads Manager in Indonesian or English. The variants of a name occur in the same month. */
export const metaAds = defineReport({
  platform: 'Meta',
  source: 'meta ads',
  writes: { numbers: 'point', dates: 'day/month' },
  period: ['Awal pelaporan', 'Reporting starts', 'Hari', 'Day'],
  until: ['Akhir pelaporan', 'Reporting ends'],
  about: [
    ['Nama kampanye', 'Campaign name'],
    ['Nama set iklan', 'Ad set name'],
    ['Nama iklan', 'Ad name'],
  ],
  cost: 'Cost',
  required: ['about 1', 'period', 'until', 'Cost'],
  metrics: [
    metric('Cost', { reads: 'amount', adds: true }, ['Jumlah yang dibelanjakan', 'Amount spent']),
    metric('Sales', { reads: 'amount', adds: true }, [
      'Nilai Konversi Pembelian Khusus untuk Item Bersama',
      'Purchases conversion value for shared items only',
      'Purchases conversion value',
    ]),
    metric('Purchases', count, ['Pembelian dengan item bersama', 'Purchases with shared items', 'Purchases']),
    metric('Impressions', count, ['Impresi', 'Tayangan', 'Impressions']),
    metric('Link clicks', count, ['Klik tautan', 'Link clicks']),
    metric('Content views', count, ['Tampilan konten dengan item bersama', 'Content views with shared items']),
    metric('To cart', count, ['Penambahan ke Keranjang Belanja dengan Item Bersama', 'Adds to cart with shared items']),
    metric('Reach', { reads: 'count', adds: false }, ['Jangkauan', 'Reach']),
    metric('Frequency', { reads: 'number', adds: false }, ['Frekuensi', 'Frequency']),
  ],
  rates: [
    rate('Return on ad spend', {
      of: 'Sales',
      per: 'Cost',
      unit: 'number',
      tolerance: 0.01,
      aliases: ['ROAS pembelian khusus untuk item bersama', 'Purchase ROAS for shared items only'],
    }),
    rate('Cost per click', { of: 'Cost', per: 'Link clicks', unit: 'money', aliases: [] }),
  ],
  says: say`Costs of several days stay with their period: only rows of one day also go into the daily costs of campaigns.`,
});
