import type { Cell, Draft } from '../file.ts';
import { DAY_MS, type Ledger, type SpendDay, type Window } from '../ledger.ts';
import { columnsOf, count, draftOf, money, tableOf } from './order-file.ts';

/** One type of file that tells what campaigns cost by the day. */
export type SpendFile = {
  readonly name: string;
  readonly layout: string;
  write(ledger: Ledger, window: Window): Draft;
};

/** Of days that are over. */
function shownIn({ spend }: Ledger, { from, to, on }: Window): readonly SpendDay[] {
  return spend.filter(({ day }) => day >= from && day <= to && (day + 1) * DAY_MS <= on);
}

/** As people keep it by hand. */
const byHand: SpendFile = {
  name: 'daily spend, by hand',
  layout: 'daily spend',
  write: (ledger, window) =>
    draftOf(ledger, {
      name: 'spend.csv',
      rows: tableOf(
        columnsOf('Date · Campaign · Spend'),
        shownIn(ledger, window).map(({ campaign, day, spendMinor }) => ({
          Date: { day },
          Campaign: campaign,
          Spend: money(spendMinor),
        })),
      ),
    }),
};

/** Meta in Indonesian, connectors.md 4.2, with the day in place of the week; a campaign has two ads here. */
const meta: SpendFile = {
  name: 'Meta ads, Indonesian',
  layout: 'daily spend',
  write(ledger, window) {
    const header = columnsOf(
      `Hari · Nama kampanye · Nama iklan · Jumlah yang dibelanjakan (IDR) · Nilai Konversi Pembelian Khusus untuk Item Bersama · ROAS pembelian khusus untuk item bersama · Pembelian dengan item bersama · Frekuensi · Impresi · Klik tautan · CTR (rasio klik tayang tautan) · Tampilan konten dengan item bersama · CPM (Biaya Per 1.000 Tayangan) · CPC (biaya per klik tautan) · Penambahan ke Keranjang Belanja dengan Item Bersama · Awal pelaporan · Akhir pelaporan`,
    );
    const records = shownIn(ledger, window).flatMap(({ campaign, day, spendMinor }) => {
      const first = Math.floor(spendMinor / 3);
      return [first, spendMinor - first].map(
        (minor, at): Readonly<Record<string, Cell>> => ({
          Hari: { day },
          'Nama kampanye': campaign,
          'Nama iklan': `Iklan ${at + 1}`,
          'Jumlah yang dibelanjakan (IDR)': money(minor),
          Impresi: count(1000 + at),
          'Awal pelaporan': { day },
          'Akhir pelaporan': { day },
        }),
      );
    });
    return draftOf(ledger, { name: 'Laporan-tanpa-judul.csv', rows: tableOf(header, records) });
  },
};

export const spendFiles: readonly SpendFile[] = [byHand, meta];
