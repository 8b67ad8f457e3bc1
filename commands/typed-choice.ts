import { entryOf } from '../words/entry.ts';

/**
 * The choice that is meant by a word as it was typed: in capitals, or in Indonesian, as those type it who read Indonesian
 * answers. What is no such word comes back as it is, to be refused by name.
 */
export function choiceOf(choices: readonly string[], typed: string): string {
  const word = typed.trim().toLowerCase();
  return [word, ...(entryOf(indonesian, word)?.split(' ') ?? [])].find((each) => choices.includes(each)) ?? typed;
}

/** Each with the choices that it may stand for: what a command takes is one of them. */
const indonesian: Readonly<Record<string, string>> = {
  ya: 'yes',
  iya: 'yes',
  y: 'yes',
  tidak: 'no',
  nggak: 'no',
  n: 'no',
  pendapatan: 'revenue',
  penjualan: 'sales revenue',
  // As the digest calls it.
  sales: 'revenue',
  omzet: 'sales revenue',
  laba: 'profit',
  belanja: 'spend',
  biaya: 'costs spend',
  pesanan: 'orders',
  pelanggan: 'customers customer',
  unit: 'units',
  kunjungan: 'visit',
  saluran: 'channel',
  kanal: 'channel',
  kategori: 'category',
  produk: 'product products',
  kampanye: 'campaign campaigns',
  segmen: 'segment segments',
  kelompok: 'groups',
  perilaku: 'behaviour',
  tempat: 'place',
  kota: 'place',
  hari: 'weekday',
  harian: 'daily',
  bulan: 'month',
  jenis: 'kind',
  aktif: 'active',
  iklan: 'ads',
  siaran: 'broadcast',
  lainnya: 'other',
  promosi: 'promotion',
  promo: 'promotion',
  libur: 'holiday',
  musim: 'season',
  sekolah: 'school',
  harga: 'price',
  tutup: 'closed',
  perkiraan: 'forecast',
  komponen: 'components',
  ringkasan: 'digest summary',
  persetujuan: 'approvals',
  laporan: 'reports',
  angka: 'figures',
  grafik: 'chart',
  peringatan: 'alerts',
  kontak: 'contacts',
  rujukan: 'referrals',
  ulasan: 'reviews',
  tim: 'team',
  analis: 'analyst',
  eksekutif: 'executive',
  toko: 'shop',
  orang: 'people',
  koneksi: 'connections',
  saya: 'me',
  senin: 'monday',
  selalu: 'always',
};

/**
 * The argument that is meant by its name as it was typed: its own, or the Indonesian word for it. What is no such word
 * comes back as it is, to be refused by name.
 */
export function argumentOf(names: ReadonlySet<string>, typed: string): string {
  const word = typed.toLowerCase();
  return [word, ...(entryOf(indonesianArguments, word)?.split(' ') ?? [])].find((each) => names.has(each)) ?? word;
}

/** Each with the arguments that it may stand for: a command takes one of them. */
const indonesianArguments: Readonly<Record<string, string>> = {
  minggu: 'weeks week',
  hari: 'days day',
  bulan: 'months month',
  sejak: 'since',
  dari: 'from',
  sampai: 'until to',
  ke: 'to',
  metrik: 'metric',
  menurut: 'by',
  saluran: 'channel',
  kanal: 'channel',
  kategori: 'category',
  produk: 'product',
  kampanye: 'campaign',
  tempat: 'place',
  kota: 'place',
  segmen: 'group name',
  kelompok: 'group name',
  nama: 'name',
  alasan: 'reason',
  usulan: 'proposal',
  daftar: 'list',
  jenis: 'kind',
  promosi: 'promotion',
  pertumbuhan: 'growth',
  tutup: 'closed',
  metode: 'method',
  bila: 'when',
  jika: 'when',
};
