import type { Catalogue } from './catalogue.ts';

/** What the Discord door says by itself. */
export const discord: Catalogue = {
  reconnecting: 'sedang menyambung kembali',
  disconnected: 'terputus',
  'connected, but its commands could not be registered': 'terhubung, tetapi perintahnya tidak bisa didaftarkan',
  'I am just being restarted. Please ask again in a minute.':
    'Saya sedang dimulai ulang. Silakan tanyakan lagi sebentar lagi.',
  'I no longer know what this button meant. Please ask again with the slash command.':
    'Saya tidak ingat lagi arti tombol ini. Silakan tanyakan lagi dengan perintah garis miring.',
  'This answer is only for the person who asked.': 'Jawaban ini hanya untuk orang yang bertanya.',
  'The answer is ready, but Discord would not show it. Please ask again, or at another door.':
    'Jawabannya sudah siap, tetapi Discord tidak mau menampilkannya. Silakan tanyakan lagi, atau lewat jalan lain.',
  'An answer took longer than Discord waits, and you take no direct messages from me. It is ready: please ask again.':
    'Sebuah jawaban butuh waktu lebih lama daripada yang ditunggu Discord, dan Anda tidak menerima pesan langsung dari saya. Jawabannya sudah siap: silakan tanyakan lagi.',
  'Cancelled. Nothing was changed.': 'Dibatalkan. Tidak ada yang berubah.',
  'Noted so far. 1 more to fill in.': 'Sudah dicatat. Tinggal 1 isian lagi.',
  'Noted so far. {0} more to fill in.': 'Sudah dicatat. Tinggal {0} isian lagi.',
  Continue: 'Lanjutkan',
  'Yes, {0}': 'Ya, {0}',
  'Choose one': 'Pilih salah satu',
  'One of: {0}.': 'Salah satu dari: {0}.',
  'One of: {0}, and {1} more.': 'Salah satu dari: {0}, dan {1} lainnya.',
  'Answer where the whole channel can read it': 'Jawab di tempat yang bisa dibaca seluruh kanal',
  'DEMO · made-up data': 'DEMO · data buatan',
  '1 more section': '1 bagian lagi',
  '{0} more sections': '{0} bagian lagi',
  '1 more file': '1 berkas lagi',
  '{0} more files': '{0} berkas lagi',
  '1 more button': '1 tombol lagi',
  '{0} more buttons': '{0} tombol lagi',
  'Left out, too much for one message: {0}': 'Tidak dimuat, terlalu banyak untuk satu pesan: {0}',
  "The file is larger than {0} MB. Compress it with gzip, or import it at the terminal: npm run ask -- '/import file:PATH'.":
    "Berkas lebih besar dari {0} MB. Mampatkan dengan gzip, atau impor di terminal: npm run ask -- '/import file:PATH'.",
  'The file does not lie with Discord.': 'Berkas itu tidak disimpan di Discord.',
  'Discord did not hand the file over (HTTP {0}).': 'Discord tidak memberikan berkas itu (HTTP {0}).',
  'The file could not be fetched from Discord. Please send it again.':
    'Berkas tidak bisa diambil dari Discord. Silakan kirim lagi.',
  'I have answered you in our direct messages.': 'Saya sudah menjawab Anda di pesan langsung kita.',
  'You take no direct messages from me. Ask by a slash command: then only you see the answer.':
    'Anda tidak menerima pesan langsung dari saya. Tanyakan dengan perintah garis miring: maka hanya Anda yang melihat jawabannya.',
};
