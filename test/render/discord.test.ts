import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../src/arguments.ts';
import { memoryOfButtons } from '../../src/button-memory.ts';
import { buttonId, pressOf, readButtonId } from '../../src/discord/buttons.ts';
import { checkMessage } from '../../src/discord/check.ts';
import { escapeDiscord } from '../../src/discord/markup.ts';
import { renderDiscord } from '../../src/discord/render.ts';
import type { Action, Part, Rendered, Value } from '../../src/told.ts';
import { chart, madeUpHouse, shop } from '../fakes/discord/house.ts';

const SEED = 20_261_103;
const REFERENCE = 'x'.repeat(20);

const render = (message: Partial<Rendered>, reference?: string) =>
  renderDiscord(
    { title: 'T', tone: 'plain', parts: [], shop, language: 'en', ...message },
    { memory: memoryOfButtons(), ...(reference && { reference }) },
  );

const button = (label: string, ask: Action['ask'] = { name: 'forecast', input: {} }): Action => ({
  label,
  style: 'plain',
  ask,
});

describe('renderDiscord', () => {
  it('writes figures with their unit, range and receipt', () => {
    const facts = [
      {
        label: 'Expected',
        value: 15_200_000_000,
        unit: 'money',
        low: 14_000_000_000,
        high: 16_500_000_000,
        receipt: 'F-1042',
      },
      { label: 'Share', value: 0.253, unit: 'share' },
      { label: 'Unknown', value: null, unit: 'count' },
    ] as const;

    expect(
      render({ parts: [{ kind: 'facts', facts }], shop: { ...shop, currency: 'GBP', locale: 'en-US' } }).embeds,
    ).toEqual([
      {
        color: 0x1264a3,
        title: 'T',
        description: '**Expected** GBP 152M (80%: GBP 140M to GBP 165M) · F-1042\n**Share** 25%\n**Unknown** –',
      },
    ]);
  });

  it('keeps the order of parts, a picture closing its embed and notes in the footer under it', () => {
    const parts: Part[] = [
      { kind: 'text', text: 'before' },
      chart,
      { kind: 'note', text: 'a *note*' },
      { kind: 'text', text: 'after' },
    ];

    expect(render({ parts }, 'abc').embeds).toMatchObject([
      { description: 'before', image: { url: 'attachment://chart-1.png' }, footer: { text: 'a *note*' } },
      { description: 'after', footer: { text: 'ref abc' } },
    ]);
  });

  it('says DEMO on every message of the demo shop, and on no other', () => {
    expect(render({ shop: { ...shop, demo: true } }).embeds[0]!.author!.name).toContain('DEMO');
    expect(JSON.stringify(render({}).embeds)).not.toContain('DEMO');
  });

  it('shows a narrow table in fixed width, numbers on the right, names cut for a phone', () => {
    const columns = [
      { title: 'Segment', unit: 'text' },
      { title: 'People', unit: 'count' },
    ] as const;
    const rows = [
      ['Champions', 1200],
      ['Customers with a name so long that it wraps on phones', 7],
    ];

    const lines = render({ parts: [{ kind: 'table', columns, rows }] }).embeds[0]!.description!.split('\n');

    expect(lines[0]).toBe('```');
    expect(lines[2]).toMatch(/^Champions +1,200$/);
    expect(lines[3]).toMatch(/^Customers with a name so long .*… +7$/);
    expect(Math.max(...lines.map((line) => line.length))).toBe(56);
  });

  it('cuts no date, and no sentence: a table with one is a list', () => {
    const says = 'The 80% band held 9 of 12 weeks, which is what was said of it, and that is all there is to say.';
    const columns = [
      { title: 'When', unit: 'instant' },
      { title: 'Who', unit: 'text' },
      { title: 'Did', unit: 'text' },
    ] as const;
    const told = (did: string) =>
      render({ parts: [{ kind: 'table', columns, rows: [[Date.UTC(2026, 3, 20), 'Dina', did]] }] }).embeds[0]!
        .description!;

    expect(told(says)).toContain(`· Who: Dina · Did: ${says}`);
    expect(told('found it useful at once, as she said in the room')).toContain(
      '· Who: Dina · Did: found it useful at once, as she said in the room',
    );
    expect(told('found it useful')).toMatch(/20 Apr 2026, 0\d:00 +Dina +found it useful/);
  });

  it('shortens no words where words are all there is, and no names that would be the same then', () => {
    const told = (unit: 'text' | 'count', rows: readonly (readonly [string, string | number])[]) =>
      render({
        parts: [
          {
            kind: 'table',
            columns: [
              { title: 'You want to know', unit: 'text' },
              { title: 'This', unit },
            ],
            rows,
          },
        ],
      }).embeds[0]!.description!;
    const wish = 'Which holidays and sales days are counted with, and why?';

    expect(told('text', [[wish, '/calendar list']])).toBe(`**${wish}** · /calendar list`);
    const names = ['in March', 'in April'].map((month) => `Retargeting of the baskets that were left behind ${month}`);
    expect(told('count', [[names[0]!, 1]])).toMatch(/Retargeting of the baskets that were left behind … +1/);
    expect(
      told('count', [
        [names[0]!, 1],
        [names[1]!, 2],
      ]),
    ).toBe(names.map((name, i) => `**${name}** · This: ${i + 1}`).join('\n'));
  });

  it('leaves out of a list what is not known, and the title of its one column of words', () => {
    const columns = [
      { title: 'Id', unit: 'text' },
      { title: 'What', unit: 'text' },
      { title: 'Until', unit: 'day' },
      { title: 'Sales', unit: 'count' },
    ] as const;
    const what = 'A budget shift by Rina that waits for somebody who may decide it';
    const rows = [
      ['P-1', what, null, 3],
      ['P-2', what, '2026-04-23', null],
    ];
    expect(render({ parts: [{ kind: 'table', columns, rows }] }).embeds[0]!.description).toBe(
      `**P-1** · ${what} · Sales: 3\n**P-2** · ${what} · Until: 23 Apr 2026`,
    );
  });

  it('shows a table too wide for a phone as a list', () => {
    const columns = ['Segment', 'People', 'Sales', 'Median order', 'Days since', 'Change', 'Growth'].map(
      (title, i) => ({ title, unit: i === 0 ? 'text' : 'count' }) as const,
    );
    const rows = [['Champions', ...Array.from({ length: 6 }, (_, i) => (i + 1) * 1_000_000)]];

    expect(render({ parts: [{ kind: 'table', title: 'Groups', columns, rows }] }).embeds[0]!.description).toMatch(
      /^\*\*Groups\*\*\n\*\*Champions\*\* · People: 1,000,000 · Sales: 2,000,000 · Median order:/,
    );
  });

  it('cannot be broken out of its fence', () => {
    const table = { kind: 'table', columns: [{ title: 'A', unit: 'text' }], rows: [['``` @everyone']] } as const;

    expect(render({ parts: [table] }).embeds[0]!.description!.match(/```/g)).toHaveLength(2);
  });

  it('counts aloud what does not fit', () => {
    const parts = Array.from({ length: 60 }, (_, i): Part => ({ kind: 'text', text: `${i} ${'word '.repeat(200)}` }));
    const files = Array.from(
      { length: 12 },
      (_, i): Part => ({ kind: 'file', name: `${i}.csv`, mime: 'text/csv', content: 'a' }),
    );
    const actions = Array.from({ length: 27 }, (_, i) => button(`B${i}`, { name: `ask${i}`, input: {} }));

    const { embeds, components } = render({ parts: [...parts, ...files], actions });

    expect(embeds.at(-1)!.footer!.text).toMatch(/^Left out, .*: \d+ more sections, 2 more files and 2 more buttons$/);
    expect(components.map((row) => row.components.length)).toEqual([5, 5, 5, 5, 5]);
    const shown = embeds.flatMap(({ description }) => [...(description ?? '').matchAll(/… (\d+) more characters/g)]);
    expect(shown.length).toBeGreaterThan(0);
  });

  it('gives a later part its share although an earlier one could fill the message', () => {
    const rows = Array.from({ length: 900 }, (_, i) => [`customer ${i}`]);
    const parts: Part[] = [
      { kind: 'table', columns: [{ title: 'Who', unit: 'text' }], rows },
      { kind: 'text', text: 'What to do now' },
      { kind: 'note', text: 'Where it came from' },
    ];

    const shown = JSON.stringify(render({ parts }).embeds);

    expect(shown).toContain('What to do now');
    expect(shown).toContain('Where it came from');
  });
});

describe('a button', () => {
  it.each([
    ['short', { id: 'P-31', note: 'a "quoted" \\ remark' }],
    ['long', { id: 'P-31', note: 'x'.repeat(200) }],
  ])('that is %s carries what it asks there and back', (_, input) => {
    const memory = memoryOfButtons();

    const id = buttonId('ask', pressOf(button('B', { name: 'budget approve', input })), memory);
    const { press } = readButtonId(id, memory);

    expect(id.length).toBeLessThanOrEqual(100);
    const parsed = parseCommandLine(press!.line, madeUpHouse().commands);
    expect(parsed).toEqual({ known: true, ask: { name: 'budget approve', input } });
  });

  it('differs from its twin on the same message', () => {
    const ids = render({ actions: [button('A'), button('B'), button('C')] }).components[0]!.components;

    expect(ids.map((each) => each.custom_id)).toEqual(['ask:forecast', 'ask2:forecast', 'ask3:forecast']);
  });

  it.each(['', 'nonsense', 'ask#unknown', 'yes'])('with the id "%s" means nothing', (id) => {
    expect(readButtonId(id, memoryOfButtons()).press).toBe(null);
  });
});

describe('escapeDiscord', () => {
  it.each([
    ['@everyone', '\\@everyone'],
    ['[a](http://b) [c](http://d)', '\\[a\\](http://b) \\[c\\](http://d)'],
    ['see https://shop.example/a_b_c', 'see https://shop.example/a_b_c'],
    ['# big\n- item\n> quote', '\\# big\n\\- item\n\\> quote'],
    ['a\u0000\u0007b', 'ab'],
  ])('%j', (given, shown) => {
    expect(escapeDiscord(given)).toBe(shown);
  });
});

describe('checkMessage', () => {
  it.each([
    [
      'six buttons in a row',
      {
        components: [{ type: 1, components: Array.from({ length: 6 }, (_, i) => ({ label: 'x', custom_id: `${i}` })) }],
      },
    ],
    ['an id twice', { components: [{ type: 1, components: [1, 2].map(() => ({ label: 'x', custom_id: 'same' })) }] }],
    ['6001 characters in all', { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] }],
    ['a description of 4097', { embeds: [{ description: 'x'.repeat(4097) }] }],
    ['a title of 257', { embeds: [{ title: 'x'.repeat(257) }] }],
    ['a footer of 2049', { embeds: [{ footer: { text: 'x'.repeat(2049) } }] }],
    ['eleven embeds', { embeds: Array.from({ length: 11 }, () => ({ title: 'x' })) }],
    ['an empty embed', { embeds: [{ color: 1 }] }],
    ['content of 2001', { content: 'x'.repeat(2001) }],
    ['a nonce of 26', { nonce: 'x'.repeat(26) }],
    ['an alt text of 1025', { attachments: [{ description: 'x'.repeat(1025) }] }],
    ['an id of 101', { components: [{ type: 1, components: [{ label: 'x', custom_id: 'x'.repeat(101) }] }] }],
  ])('names %s', (_, message) => {
    expect(checkMessage(message)).toHaveLength(1);
  });
});

describe(`whatever is said (seed ${SEED})`, () => {
  const random = seeded(SEED);
  const messages = Array.from({ length: 150 }, () => render(anyReply(random), REFERENCE));

  it('is within the limits of Discord', () => {
    for (const { embeds, components, pictures, files } of messages) {
      const attachments = [...pictures.map(({ alt }) => ({ description: alt })), ...files.map(() => ({}))];
      expect(checkMessage({ embeds, components, attachments })).toEqual([]);
    }
  });

  it('shows every picture it brings, and says its reference last', () => {
    for (const { embeds, pictures } of messages) {
      expect(embeds.flatMap(({ image }) => (image ? [image.url] : []))).toEqual(
        pictures.map(({ name }) => `attachment://${name}`),
      );
      expect(embeds.at(-1)!.footer!.text).toMatch(/(^|\n)ref x{20}$/);
    }
  });

  it('leaves no mention and no masked link alive outside a fence', () => {
    for (const { embeds } of messages) {
      for (const { title = '', description = '' } of embeds) {
        const open = `${title}\n${description}`.replace(/```[\s\S]*?```/g, '').replace(/\\./g, '');
        expect(open).not.toMatch(/[@<>[\]`|_]/);
      }
    }
  });
});

/** mulberry32 */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const nasty = [
  '@everyone',
  '<@1>',
  '[a](http://b)',
  '```',
  '**',
  '_x_',
  '||',
  '👩‍🚀',
  '\n# ',
  '\u0000',
  'ordinary words ',
  '\\',
  '> ',
  'π',
];

function anyReply(random: () => number): Partial<Rendered> {
  const upTo = (most: number) => Math.floor(random() ** 2 * (most + 1));
  const words = (most: number) =>
    Array.from({ length: upTo(most) }, () => nasty[Math.floor(random() * nasty.length)]).join('');
  const many = <T>(most: number, make: (i: number) => T) => Array.from({ length: upTo(most) }, (_, i) => make(i));
  const value = (): Value => [null, random() * 1e12, words(20)][Math.floor(random() * 3)]!;
  const part = (): Part => {
    const columns = [
      { title: words(5), unit: 'text' } as const,
      ...many(7, () => ({ title: words(8), unit: 'money' }) as const),
    ];
    const made: readonly (() => Part)[] = [
      () => ({ kind: 'text', text: words(2000) }),
      () => ({ kind: 'note', text: words(1000) }),
      () => ({ kind: 'facts', facts: many(60, () => ({ label: words(20), value: value(), unit: 'money' as const })) }),
      () => ({ kind: 'table', title: words(9), columns, rows: many(300, () => columns.map(value)) }),
      () => ({ ...(chart as Extract<Part, { kind: 'chart' }>), alt: words(600) }),
      () => ({ kind: 'file', name: words(200), mime: 'text/plain', content: words(20) }),
    ];
    return made[Math.floor(random() * made.length)]!();
  };
  const action = (): Action => button(words(60), { name: 'forecast', input: { note: words(60) } });
  return {
    title: words(150),
    parts: many(40, part),
    actions: many(40, action),
    shop: [null, shop, { ...shop, demo: true }][Math.floor(random() * 3)]!,
  };
}
