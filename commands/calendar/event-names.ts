import { type Said, say, type Words } from '../../words/say.ts';

/** What Sextant itself knows of days that sell differently, by the name that forecasts and the calendar keep. */
const names: Readonly<Record<string, Said>> = {
  'Payday (25th to 28th)': say`Payday (25th to 28th)`,
  'Start of the month (1st to 5th)': say`Start of the month (1st to 5th)`,
  'Double dates to 10.10': say`Double dates to 10.10`,
  'Run-up to Lebaran': say`Run-up to Lebaran`,
};

const sources: Readonly<Record<string, Said>> = {
  'the fortnight before 1 Syawal as announced by Kementerian Agama': say`the fortnight before 1 Syawal as announced by Kementerian Agama`,
  'SKB 3 Menteri: holiday and collective leave': say`SKB 3 Menteri: holiday and collective leave`,
};

/** An event as it is shown; what people added and national holidays have the name that they were given. */
export function eventName(name: string): Words {
  return names[name] ?? name;
}

/** Who announced an entry, or who added it. */
export function sourceWords(source: Words): Words {
  return typeof source === 'string' ? (sources[source] ?? source) : source;
}
