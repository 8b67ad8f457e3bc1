import { entryOf } from '../words/entry.ts';
import { type Said, say } from '../words/say.ts';
import { inEveryLanguage } from '../words/tell.ts';
import { fillers } from '../words/typed.ts';
import type { Command } from './command.ts';

/** What people call the things that the commands they most need are about. */
const topics: Readonly<Record<string, Said>> = {
  digest: say`week, report, summary, sales, revenue, results, happened`,
  forecast: say`forecast, prediction, sales, revenue, expect, coming, future, next, month`,
  alerts: say`alert, strange, unusual, wrong, drop, dropped, fell, problem`,
  segment: say`customer, customers, buyers, group, groups, best, loyal`,
  'segment moves': say`moved, lost, losing, slipping, leaving, churn, inactive`,
  drivers: say`drivers, drives, causes, influence, drop, dropped`,
  'list make': say`list, reach, message, contact, broadcast, send, email`,
  'campaign roi': say`campaign, campaigns, return, returns, roi, ads, voucher, discount, profit, works`,
  'campaign plan': say`plan, planning, ideas`,
  'budget plan': say`budget, spend, spending, money, allocate`,
  'budget pending': say`approve, approval, decide, decision, waiting, proposal, proposals`,
  'calendar list': say`calendar, holiday, holidays, event, events, payday`,
  'data add': say`file, files, import, upload, orders, data, excel`,
  why: say`number, numbers, explain, receipt, source`,
  'schedule list': say`schedule, automatic, every, daily`,
  'team list': say`team, people, roles, rights, colleague`,
  status: say`status, working, fresh, connected`,
  settings: say`settings, currency, zone, name`,
  language: say`language, english, indonesian`,
  start: say`start, begin, connect`,
};

const MOST = 3;
/** How much a word tells of a command: in its name, in what people call it, in its summary. */
const TELLS = { name: 3, topic: 2, summary: 0.5 } as const;
/** One word that is only in a summary is chance. */
const LEAST = 1;
/** Longer words are compared by their first letters: campaigns, kampanyenya. */
const STEM = 6;

/**
 * The commands that share most words with what was typed, in whichever language, likeliest first: their names, what
 * people call what they are about, their summaries. Nothing is understood; words are counted.
 */
export function commandsNear(typed: string, commands: readonly Command[]): readonly Command[] {
  const wanted = wordsIn([typed]);
  return commands
    .map((command) => ({ command, score: score(command, wanted) }))
    .filter(({ score }) => score >= LEAST)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ command }) => command);
}

function score({ name, summary }: Command, wanted: ReadonlySet<string>): number {
  const topic = entryOf(topics, name);
  const places = [
    { words: wordsIn([name]), tells: TELLS.name },
    { words: wordsIn(topic ? inEveryLanguage(topic) : []), tells: TELLS.topic },
    { words: wordsIn(inEveryLanguage(summary)), tells: TELLS.summary },
  ];
  const told = [...wanted].map((word) =>
    Math.max(0, ...places.map(({ words, tells }) => (words.has(word) ? tells : 0))),
  );
  return told.reduce((sum, each) => sum + each, 0);
}

/** Each once, by its first letters. Two letters tell nothing. */
function wordsIn(texts: readonly string[]): ReadonlySet<string> {
  const words =
    texts
      .join(' ')
      .toLowerCase()
      .match(/\p{L}{3,}/gu) ?? [];
  return new Set(words.filter((word) => !fillers.has(word)).map((word) => word.slice(0, STEM)));
}
