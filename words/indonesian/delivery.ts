import type { Catalogue } from './catalogue.ts';

/** Messages that could not be delivered, and what mends that. */
export const delivery: Catalogue = {
  'Send again what could not be delivered': 'Kirim lagi yang tidak bisa dikirim',
  'only what goes there': 'hanya yang dikirim ke sana',
  'only what goes into this channel, by its id': 'hanya yang dikirim ke kanal ini, menurut id-nya',
  'No message waits to be sent again': 'Tidak ada pesan yang perlu dikirim ulang',
  '{0} message is sent again': '{0} pesan dikirim ulang',
  '{0} messages are sent again': '{0} pesan dikirim lagi',
  '/status shows what became of them.': '/status menunjukkan hasilnya.',
  'The workspace': 'Ruang kerja',
  '{0} does not take it in {1}: {2}.': '{0} tidak menerimanya di {1}: {2}.',
  'I tried {0} times to post it in {1}. The last time: {2}.':
    'Saya sudah {0} kali mencoba mengirimnya di {1}. Terakhir kali: {2}.',
  'Late: written {0}, delivered {1}.': 'Terlambat: ditulis {0}, terkirim {1}.',
  'Something did not work': 'Ada yang tidak berjalan',
  'Not delivered: {0}': 'Tidak terkirim: {0}',
  'Then press Retry: all that was given up in {0} is sent again.':
    'Lalu tekan Kirim ulang: semua yang gagal di {0} dikirim lagi.',
  Retry: 'Kirim ulang',
  'Invite me: type /invite @{0} in that channel.': 'Undang saya: ketik /invite @{0} di kanal itu.',
  'Unarchive the channel, or run /channel set in another.':
    'Buka arsip kanal itu, atau jalankan /channel set di kanal lain.',
  'Give me a valid SLACK_BOT_TOKEN, and start me anew.':
    'Beri saya SLACK_BOT_TOKEN yang berlaku, lalu mulai ulang saya.',
  'Install the app anew from its manifest (npm run manifest): it lacks a right.':
    'Pasang ulang aplikasinya dari manifesnya (npm run manifest): ada izin yang kurang.',
  'People of other companies read that channel, and posts hold money figures: run /channel set in a channel of your own.':
    'Orang dari perusahaan lain membaca kanal itu, dan kiriman memuat angka uang: jalankan /channel set di kanal Anda sendiri.',
  '{0} · {1} of {2}': '{0} · {1} dari {2}',
  'Goes on in 1 more message.': 'Berlanjut dalam 1 pesan lagi.',
  'Goes on in {0} more messages.': 'Berlanjut dalam {0} pesan lagi.',
  'Nothing stands here any more': 'Di sini tidak ada apa-apa lagi',
  'The message above has changed, and is shorter now.': 'Pesan di atas sudah berubah, dan sekarang lebih pendek.',
  'I cannot reach {0} there any more: the account is closed, or {1} has left. Take {2} off the team: what waits for a decision then goes to a deputy, where there is one. Or press Retry once {3} is back.':
    'Saya tidak bisa lagi menghubungi {0} di sana: akunnya ditutup, atau {1} sudah keluar. Keluarkan {2} dari tim: yang menunggu keputusan lalu diteruskan ke wakilnya, kalau ada. Atau tekan Kirim ulang setelah {3} kembali.',
  'Take {0} off the team': 'Keluarkan {0} dari tim',
  '{0} loses all rights here.': '{0} kehilangan semua hak di sini.',
  'That person no longer has an account there.': 'Orang itu tidak lagi punya akun di sana.',
  'Let me see the channel, and give me the rights Send Messages, Embed Links and Attach Files in it.':
    'Izinkan saya melihat kanal itu, dan beri saya izin Send Messages, Embed Links, dan Attach Files di dalamnya.',
  'The channel is gone: run /channel set in another.':
    'Kanal itu sudah tidak ada: jalankan /channel set di kanal lain.',
  'That person takes no messages from me: they must allow direct messages from members of the server.':
    'Orang itu tidak menerima pesan dari saya: ia harus mengizinkan pesan langsung dari anggota server.',
  'not connected: {0}; next try in {1} s': 'tidak tersambung: {0}; dicoba lagi dalam {1} detik',
};
