import { describe, expect, it } from 'vitest';
import { memoryOfButtons } from '../src/button-memory.ts';
import { checkMessage } from '../src/discord/check.ts';
import { discordPages } from '../src/discord/pages.ts';
import { renderDiscord } from '../src/discord/render.ts';
import { privatePages, threadPages } from '../src/slack/pages.ts';
import { renderSlack } from '../src/slack/render.ts';
import type { Part, Rendered } from '../src/told.ts';
import { shop } from './doors/slack-house.ts';
import { problemsIn, tooLong } from './fakes/slack/blocks.ts';

const lines = (count: number): Part => ({
  kind: 'text',
  text: Array.from({ length: count }, (_, i) => `Line ${i} says what sales were 😀.`).join('\n'),
});
const figures = (count: number): Part => ({
  kind: 'facts',
  facts: Array.from({ length: count }, (_, i) => ({ label: `figure ${i}`, value: i, unit: 'count' })),
});
const table = (rows: number): Part => ({
  kind: 'table',
  columns: [
    { title: 'Who', unit: 'text' },
    { title: 'Orders', unit: 'count' },
  ],
  rows: Array.from({ length: rows }, (_, i) => [`customer ${i}`, i]),
});
const note: Part = { kind: 'note', text: 'Data until Sunday.' };
const message = (...parts: Part[]): Rendered => ({
  title: 'A long answer',
  tone: 'plain',
  parts,
  actions: [{ label: 'Why?', style: 'plain', ask: { name: 'why', input: { id: 'F-1' } } }],
  shop,
  language: 'en',
});

const memory = memoryOfButtons();
/** What each door makes of its pages, and what its platform would refuse of them. */
const doors = {
  slack: {
    pages: threadPages,
    render: (page: Rendered) => {
      const { blocks, isWhole } = renderSlack(page);
      const problems = problemsIn(blocks, { where: 'message', showable: () => true });
      return {
        isWhole,
        problems: [...problems, ...(tooLong(blocks) ? ['too long'] : [])],
        text: JSON.stringify(blocks),
      };
    },
  },
  discord: {
    pages: discordPages,
    render: (page: Rendered) => {
      const { embeds, components, isWhole } = renderDiscord(page, { memory });
      return { isWhole, problems: checkMessage({ embeds, components }), text: JSON.stringify(embeds) };
    },
  },
};

describe.each(['slack', 'discord'] as const)('a message too long for %s', (name) => {
  const { pages, render } = doors[name];
  const shown = (whole: Rendered) => pages(whole).map(render);

  it('stays one where it fits', () => {
    expect(pages(message(lines(20), table(20), note))).toEqual([message(lines(20), table(20), note)]);
  });

  it.each([
    ['words', [lines(700)], Array.from({ length: 700 }, (_, i) => `Line ${i} `)],
    ['figures', [figures(900)], Array.from({ length: 900 }, (_, i) => `figure ${i}`)],
    ['tables', [lines(200), table(90), lines(200), table(90), note], ['customer 89', 'Data until Sunday.']],
  ])('goes on in others, within every limit, and loses nothing: %s', (_, parts, words) => {
    const all = shown(message(...parts));

    expect(all.length).toBeGreaterThan(1);
    expect(all.flatMap(({ problems }) => problems)).toEqual([]);
    expect(all.map(({ isWhole }) => isWhole)).toEqual(all.map(() => true));
    const text = all.map((each) => each.text).join('\n');
    for (const word of words) expect(text).toContain(word);
    expect(text.indexOf('Line 1 ')).toBeLessThanOrEqual(text.lastIndexOf('Line 199 '));
  });

  it('says where it goes on, counts its messages, and keeps its buttons with the first', () => {
    const [first, ...others] = pages(message(lines(1200)));

    expect(first!.parts.at(-1)).toMatchObject({ kind: 'note', text: `Goes on in ${others.length} more messages.` });
    expect(others[0]!.title).toBe(`A long answer · 2 of ${others.length + 1}`);
    expect([first!.actions?.length, ...others.map(({ actions }) => actions)]).toEqual([
      1,
      ...others.map(() => undefined),
    ]);
  });

  it('goes on with the rows of a table that none takes whole, each once and in order', () => {
    const all = shown(message(lines(3), table(350), note));

    expect(all.flatMap(({ problems }) => problems)).toEqual([]);
    expect(all.map(({ isWhole }) => isWhole)).toEqual(all.map(() => true));
    const rows = all.flatMap(({ text }) => [...text.matchAll(/customer (\d+)/g)].map(([, row]) => Number(row)));
    expect(rows).toEqual(Array.from({ length: 350 }, (_, i) => i));
    for (const { text } of all.slice(0, -1)) expect(text).toContain('Orders');
    expect(all.at(-1)!.text).toContain('Data until Sunday.');
  });

  it('counts the rows that are too many for all messages where they end, and brings every one in a file', () => {
    const whole = message(lines(3), table(5000), note);
    const all = pages(whole);

    const { text, problems } = render(all.at(-1)!);
    expect([all.length, problems]).toEqual([10, []]);
    expect(all.slice(0, -1).filter((page) => /more rows/.test(render(page).text))).toEqual([]);
    const left = Number(/… ([\d,]+) more rows/.exec(text)?.[1]?.replace(',', ''));
    expect(text).toContain(`customer ${5000 - left - 1}`);
    expect(text).not.toContain(`customer ${5000 - left} `);
    expect(text).toContain('Data until Sunday.');
    const files = all.flatMap(({ parts }) => parts.filter((part) => part.kind === 'file'));
    expect(files.map((file) => file.name)).toEqual(['A-long-answer-5000.csv']);
    expect(files[0]!.content.split('\r\n')).toEqual([
      'Who,Orders',
      ...Array.from({ length: 5000 }, (_, i) => `customer ${i},${i}`),
      '',
    ]);
  });

  it('ends after so many, and counts what is left then', () => {
    const all = shown(message(lines(9000)));

    expect(all).toHaveLength(10);
    expect(all.flatMap(({ problems }) => problems)).toEqual([]);
    expect(all.at(-1)!.text).toMatch(/more characters/);
  });
});

it('in private Slack takes four messages by its answer address', () => {
  expect(privatePages(message(lines(9000)), 'message')).toHaveLength(4);
});
