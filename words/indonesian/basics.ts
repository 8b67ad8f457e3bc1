import type { Catalogue } from './catalogue.ts';

/** The one way in, its arguments, and what every door says. */
export const basics: Catalogue = {
  'There is no command "{0}"': 'Tidak ada perintah "{0}"',
  '/{0} needs the {1} role': '/{0} membutuhkan peran {1}',
  'I did not understand that /{0}': 'Saya tidak memahami /{0} itu',
  'Ask again without {0}.': 'Tanyakan lagi tanpa {0}.',
  'Import more history with /import, or ask about less.':
    'Masukkan riwayat yang lebih panjang dengan /import, atau tanyakan rentang yang lebih pendek.',
  '/{0} cannot answer that yet': '/{0} belum bisa menjawabnya',
  'At least {0} {1} are needed, there are {2}': 'Dibutuhkan setidaknya {0} {1}, baru ada {2}',
  'Nothing was changed. Please quote {0} when you ask about it.':
    'Tidak ada yang berubah. Sebutkan {0} saat Anda menanyakannya.',
  'Something broke on our side': 'Ada yang rusak di pihak kami',
  'Say which: {0}.': 'Sebutkan yang mana: {0}.',
  'Did you mean /{0}? For example: /{1}. All commands: /help.':
    'Maksud Anda /{0}? Contohnya: /{1}. Semua perintah: /help.',
  '/help shows what there is.': '/help menunjukkan apa yang ada.',
  'an admin': 'seorang admin',
  'You are a {0} here.': 'Peran Anda di sini: {0}.',
  'I do not know you yet.': 'Saya belum mengenal Anda.',
  "Ask {0} to run: /team set user:{1} role:… (at the terminal: npm run ask -- '…').":
    "Minta {0} menjalankan: /team set user:{1} role:… (di terminal: npm run ask -- '…').",
  '{0} is missing.': '{0} belum diisi.',
  'Did you mean {0}:?': 'Maksud Anda {0}:?',
  'It takes: {0}.': 'Argumen yang ada: {0}.',
  'It takes none.': 'Perintah ini tanpa argumen.',
  '"{0}" is not an argument of /{1}.': '"{0}" bukan argumen dari /{1}.',
  'For example: /{0}': 'Contohnya: /{0}',
  'must be {0}': 'harus {0}',
  'must be a whole number from {0} to {1}': 'harus bilangan bulat dari {0} sampai {1}',
  'must not be empty': 'tidak boleh kosong',
  'must be at most {0} characters': 'paling banyak {0} karakter',
  'must be one of: {0}': 'harus salah satu dari: {0}',
  'must be at most 1000B': 'paling banyak 1000B',
  'must be an amount such as 2500000, 250K, 100M or 1.5B': 'harus jumlah seperti 2500000, 250K, 100M atau 1.5B',
  'must be a date such as 2026-04-20': 'harus tanggal seperti 2026-04-20',
  'is not a day of the calendar': 'bukan hari dalam kalender',
  'must be an id such as F-1042 or P-31': 'harus id seperti F-1042 atau P-31',
  'People of other companies read this channel, and figures stay out of it':
    'Orang dari perusahaan lain membaca kanal ini, jadi angka tidak ditampilkan di sini',
  'That answer is for you alone': 'Jawaban itu hanya untuk Anda',
  'Demo data is not posted to real channels': 'Data demo tidak dikirim ke kanal sungguhan',
  'I take {0} commands a minute from one person. Try again in a moment.':
    'Saya menerima {0} perintah per menit dari satu orang. Coba lagi sebentar lagi.',
  'I run {0} models a minute for one person. Try again in a moment.':
    'Saya menjalankan {0} model per menit untuk satu orang. Coba lagi sebentar lagi.',
  'That was a lot at once': 'Terlalu banyak sekaligus',
  'Reading {0}: {1} rows': 'Membaca {0}: {1} baris',
  'Reading {0}: {1} rows, {2}': 'Membaca {0}: {1} baris, {2}',
  'Reading {0}: {1} rows, {2}, comparing with what is known':
    'Membaca {0}: {1} baris, {2}, membandingkan dengan yang sudah ada',
  'Reading {0}: {1} rows, {2}, about {3} left': 'Membaca {0}: {1} baris, {2}, kira-kira {3} lagi',
  '{0} s': '{0} detik',
  '{0} min': '{0} menit',
  '… 1 more row': '… 1 baris lagi',
  '… {0} more rows': '… {0} baris lagi',
};
