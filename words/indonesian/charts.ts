import type { Catalogue } from './catalogue.ts';

/** The few words that pictures have of their own. */
export const charts: Catalogue = {
  '{0} · data until {1}': '{0} · data sampai {1}',
  '{0} range': 'rentang {0}',
  'thin line: {0} range': 'garis tipis: rentang {0}',
  'shaded: {0} range': 'area berwarna: rentang {0}',
  '{0} more not drawn': '{0} lagi tidak digambar',
  '… and {0} more': '… dan {0} lagi',
  '{0} more rows or columns not drawn': '{0} baris atau kolom lagi tidak digambar',
  '{0} at zero or below not drawn': '{0} yang nol atau di bawahnya tidak digambar',
  'one dot for {0} of them': 'satu titik mewakili {0}',
  Name: 'Nama',
  Series: 'Seri',
  Row: 'Baris',
  Step: 'Langkah',
  Group: 'Kelompok',
  Actual: 'Aktual',
  'grey: stayed': 'abu-abu: tetap',
  'blue: moved': 'biru: pindah',
  'orange: losses': 'oranye: hilang',
  'dot: where we are now': 'titik: posisi sekarang',
  'ring: {0}': 'lingkaran: {0}',
  'dot: {0}': 'titik: {0}',
  'grey bars start at {0}': 'batang abu-abu mulai dari {0}',
  '“?” stands for letters that pictures lack': '“?” menggantikan huruf yang tidak ada di gambar',
};
