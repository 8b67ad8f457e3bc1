import type { Catalogue } from './catalogue.ts';

export const lists: Catalogue = {
  'Whom is the list of?': 'Daftar ini tentang siapa?',
  'The groups are: {0}. Who fell from one to another: /list make from:"…" fell-to:"…".':
    'Kelompoknya: {0}. Yang turun dari satu ke yang lain: /list make from:"…" fell-to:"…".',
  'Fill in the form': 'Isi formulir',
  'Make the list': 'Buat daftar',
  'Group of customers': 'Kelompok pelanggan',
  'Percent held out, to compare with': 'Persen yang disisihkan sebagai pembanding',
  'Days in which an order counts': 'Hari di mana pesanan dihitung',
  'Leave out who was written to in the last days': 'Lewati yang dihubungi dalam hari-hari terakhir',
  'Leave out who ordered in the last days': 'Lewati yang memesan dalam hari-hari terakhir',
};
