import type { Catalogue } from './catalogue.ts';

/** What the Slack door says by itself. */
export const slack: Catalogue = {
  Close: 'Tutup',
  'Please confirm': 'Mohon konfirmasi',
  'Share to channel': 'Bagikan ke kanal',
  'Back to the form': 'Kembali ke formulir',
  'Working on it …': 'Sedang dikerjakan …',
  'Working on /{0} …': 'Sedang mengerjakan /{0} …',
  'The answer is in our direct messages.': 'Jawabannya ada di pesan langsung kita.',
  'connected as @{0}': 'terhubung sebagai @{0}',
  'listening on port {0} as @{1}': 'mendengarkan di port {0} sebagai @{1}',
  connecting: 'sedang menyambung',
  'disconnected: {0}': 'terputus: {0}',
  'the app was removed from the workspace': 'aplikasi dihapus dari ruang kerja',
  'its token was revoked': 'tokennya dicabut',
  'That button is too old': 'Tombol itu sudah terlalu lama',
  'What stood behind it is kept no longer. Ask anew.': 'Isinya sudah tidak disimpan. Silakan tanyakan lagi.',
  'The form did not open': 'Formulir tidak terbuka',
  'Slack did not take it in time. Try once more.': 'Slack tidak menerimanya tepat waktu. Coba sekali lagi.',
  'Choose a file.': 'Pilih sebuah berkas.',
  'a file': 'sebuah berkas',
  'File, or several that belong together': 'Berkas, atau beberapa yang saling melengkapi',
  'CSV, TSV or Excel, also gzipped': 'CSV, TSV, atau Excel, boleh juga dalam gzip',
  'Reading {0} …': 'Membaca {0} …',
  'The report comes here.': 'Laporannya akan muncul di sini.',
  'The file was not taken': 'Berkas tidak diterima',
  'It could not be fetched from Slack. Try once more.': 'Berkas tidak bisa diambil dari Slack. Coba sekali lagi.',
  "The file has {0} MB; up to {1} MB can come by chat. Import it at the terminal: npm run ask -- '/import file:PATH'.":
    "Ukuran berkas {0} MB; lewat chat paling besar {1} MB. Impor di terminal: npm run ask -- '/import file:PATH'.",
  'The file does not lie with Slack itself. Download it and upload it here.':
    'Berkas itu tidak disimpan di Slack. Unduh dulu, lalu unggah di sini.',
  'Slack did not let Sextant read the file: the app lacks the files:read scope, or is not in that channel.':
    'Slack tidak mengizinkan Sextant membaca berkas itu: aplikasi tidak punya izin files:read, atau tidak ada di kanal itu.',
  'Slack did not hand the file out (HTTP {0}).': 'Slack tidak memberikan berkas itu (HTTP {0}).',
  'That message has no file': 'Pesan itu tidak punya berkas',
  'Choose it on a message with a file.': 'Pilih menu ini pada pesan yang punya berkas.',
  'That message quotes no receipt': 'Tidak ada bukti yang disebut dalam pesan itu',
  'Receipts look like F-1042 and stand beside my numbers. Ask for one: /why F-1042.':
    'Bukti berbentuk seperti F-1042 dan ada di samping angka saya. Tanyakan salah satunya: /why F-1042.',
  'Which number?': 'Angka yang mana?',
  'The file could not be sent': 'Berkas tidak bisa dikirim',
  'Slack did not take it. Ask once more in a few minutes.':
    'Slack tidak menerimanya. Tanyakan lagi beberapa menit lagi.',
  'The answer is there and cannot be shown in Slack. Ask at another door.':
    'Jawabannya ada, tetapi tidak bisa ditampilkan di Slack. Tanyakan lewat pintu lain.',
  'Sextant answers only the people of its own workspace.': 'Sextant hanya menjawab orang dari ruang kerjanya sendiri.',
  'File: {0}, {1} kB': 'Berkas: {0}, {1} kB',
  '… 1 more button': '… 1 tombol lagi',
  '… {0} more buttons': '… {0} tombol lagi',
  '… 1 more character': '… 1 karakter lagi',
  '… {0} more characters': '… {0} karakter lagi',
  '… 1 more figure': '… 1 angka lagi',
  '… {0} more figures': '… {0} angka lagi',
  '… 1 more part of this answer did not fit': '… 1 bagian lagi dari jawaban ini tidak muat',
  '… {0} more parts of this answer did not fit': '… {0} bagian lagi dari jawaban ini tidak muat',
  '… {0} more choices, which can be typed in the command': '… {0} pilihan lagi, yang bisa diketik dalam perintahnya',
};
