import type { ViewOutput } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import type { Shop } from '../../data/types/shop.ts';
import { answerView } from '../../src/slack/answer-view.ts';
import { inert, typedText } from '../../src/slack/escape.ts';
import { fieldErrors, filledIn, formModal, formOf } from '../../src/slack/modal.ts';
import { renderSlack } from '../../src/slack/render.ts';
import type { Action, ChartPart, Field, Part, Rendered } from '../../src/told.ts';
import type { Unit } from '../../words/quantity.ts';
import { problemsIn, problemsInView, sumOfText } from '../fakes/slack/blocks.ts';
import { textsIn } from '../fakes/slack/index.ts';

const shop: Shop = { name: 'Shop', currency: 'GBP', zone: 'Europe/London', locale: 'en-GB', demo: false };

function rendered(...parts: readonly Part[]): Rendered {
  return { title: 'Title', tone: 'plain', parts, shop, language: 'en' };
}

const chart: ChartPart = {
  kind: 'chart',
  title: 'Revenue',
  subtitle: 'Data until 19 April',
  alt: 'Revenue rises to 62 k',
  chart: { type: 'bars', unit: 'money', bars: [] },
};

describe('renderSlack', () => {
  it('tells a range in the language of who reads', () => {
    const { blocks } = renderSlack({
      ...rendered({ kind: 'facts', facts: [{ label: 'Minggu', value: 2, unit: 'count', low: 1, high: 3 }] }),
      language: 'id',
    });
    expect(textsIn(blocks)).toContain('2 (80%: 1 sampai 3)');
  });

  it('writes each kind of part in the block made for it', () => {
    const { text, blocks, charts, files } = renderSlack(
      rendered(
        { kind: 'text', text: 'About *R&D*' },
        {
          kind: 'facts',
          facts: [
            { label: 'Expected', value: 15_200_000, unit: 'money', low: 12_100_000, high: 17_300_000, receipt: 'F-1' },
            { label: 'Margin', value: null, unit: 'share' },
          ],
        },
        {
          kind: 'table',
          title: 'By week',
          columns: [
            { title: 'Week', unit: 'day' },
            { title: 'Sales', unit: 'money' },
          ],
          rows: [['2026-04-20', 98_050]],
        },
        chart,
        { kind: 'note', text: 'Data until 19 April' },
        { kind: 'file', name: 'list.csv', mime: 'text/csv', content: 'a,b\n' },
      ),
      { pictures: new Map([[chart, 'F123456789']]) },
    );

    expect(text).toBe('Title');
    expect(charts).toEqual([chart]);
    expect(files.map(({ name }) => name)).toEqual(['list.csv']);
    const plain = (said: string) => ({ type: 'plain_text', text: said, emoji: false });
    const words = (said: string, style?: object) => ({ type: 'text', text: said, ...(style && { style }) });
    const bold = { bold: true };
    expect(blocks).toEqual([
      { type: 'header', text: plain('Title') },
      { type: 'section', text: plain('About *R&D*') },
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              words('Expected: ', bold),
              words('GBP 152,000 (80%: GBP 121,000 to GBP 173,000) · F-1'),
              words('\n'),
              words('Margin: ', bold),
              words('–'),
            ],
          },
        ],
      },
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [words('By week', bold)] }] },
      {
        type: 'table',
        rows: [
          [
            { type: 'raw_text', text: 'Week' },
            { type: 'raw_text', text: 'Sales' },
          ],
          [
            { type: 'raw_text', text: '20 Apr 2026' },
            { type: 'raw_text', text: 'GBP 980.50' },
          ],
        ],
        column_settings: [
          { align: 'left', is_wrapped: true },
          { align: 'right', is_wrapped: true },
        ],
      },
      { type: 'image', slack_file: { id: 'F123456789' }, alt_text: chart.alt, title: plain('Revenue') },
      { type: 'context', elements: [plain('Data until 19 April')] },
      { type: 'context', elements: [plain('File: list.csv, 1 kB')] },
    ]);
  });

  it('tells a chart in words as long as it has no picture', () => {
    expect(textsIn(renderSlack(rendered(chart)).blocks)).toContain('Revenue\nRevenue rises to 62 k');
  });

  it('writes a second table in fixed width, as Slack takes one', () => {
    const table = { kind: 'table', columns: [{ title: 'Week', unit: 'text' }], rows: [['one']] } as const;

    const { blocks } = renderSlack(rendered(table, table));

    expect(blocks.map(({ type }) => type)).toEqual(['header', 'table', 'rich_text']);
    expect(JSON.stringify(blocks[2])).toContain('Week\\none');
  });

  it('writes a second table as a list where its lines would break on a phone', () => {
    const columns = [
      { title: 'Event', unit: 'text' },
      { title: 'Days in it', unit: 'count' },
      { title: 'A day of it added', unit: 'count' },
      { title: 'Counted ahead', unit: 'change' },
    ] as const;
    const table = { kind: 'table', columns, rows: [['Feast of the Sacrifice (Eid al-Adha)', 1, null, 0.1]] } as const;

    const { blocks } = renderSlack(rendered(table, table));

    expect(textsIn(blocks.at(-1))).toEqual([
      'Feast of the Sacrifice (Eid al-Adha)',
      ' · Days in it: 1 · Counted ahead: +10%',
    ]);
  });

  it.each([1, 2])('owns up to the rows it left out, in table %i of a message', (position) => {
    const rows = Array.from({ length: 5000 }, (_, i) => [`customer ${i}`, i]);
    const long = {
      kind: 'table',
      columns: [
        { title: 'Who', unit: 'text' },
        { title: 'Orders', unit: 'count' },
      ],
      rows,
    } as const;
    const short = { ...long, rows: [['nobody', 0]] } as const;

    const shown = textsIn(renderSlack(rendered(...(position === 1 ? [long] : [short, long]))).blocks).join('\n');

    const missing = Number(/… ([\d,]+) more rows/.exec(shown)?.[1]?.replace(',', ''));
    expect(shown).toMatch(new RegExp(`customer ${5000 - missing - 1}\\b`));
    expect(shown).not.toMatch(new RegExp(`customer ${5000 - missing}\\b`));
  });

  it('owns up to characters, figures and parts', () => {
    const letters = 'abcdefghi\n'.repeat(3000);
    const facts = Array.from({ length: 400 }, (_, i) => ({ label: `fact ${i}`, value: i, unit: 'count' }) as const);

    const text = textsIn(renderSlack(rendered({ kind: 'text', text: letters })).blocks);
    const missing = Number(/… ([\d,]+) more characters/.exec(text.join('\n'))?.[1]?.replace(',', ''));
    expect(text.slice(1, -1).join('\n').replace('…', '').length + missing).toBeGreaterThanOrEqual(letters.length - 10);
    expect(textsIn(renderSlack(rendered({ kind: 'facts', facts })).blocks).join('')).toMatch(/… \d+ more figures/);
    const parts = Array.from({ length: 80 }, () => ({ kind: 'note', text: 'small' }) as const);
    const shown = renderSlack(rendered(...parts)).blocks;
    expect(shown).toHaveLength(50);
    expect(textsIn(shown).at(-1)).toBe('… 32 more parts of this answer did not fit');
  });

  it('counts a button that cannot be carried, and keeps the others', () => {
    const actions: Action[] = [
      { label: 'Too much', style: 'plain', ask: { name: 'x', input: { what: 'y'.repeat(2001) } } },
      { label: 'Fine', style: 'danger', ask: { name: 'x', input: { id: 'P-1' } }, confirm: 'Really?' },
    ];

    const { blocks } = renderSlack({ ...rendered(), actions });

    expect(textsIn(blocks)).toContain('… 1 more button');
    expect(blocks[1]).toMatchObject({
      elements: [{ value: 'x id:P-1', style: 'danger', confirm: { text: { text: 'Really?' }, style: 'danger' } }],
    });
  });

  it('marks the demo shop on the message and its notification', () => {
    const { text, blocks } = renderSlack({ ...rendered(), shop: { ...shop, demo: true } });

    expect(text).toBe('DEMO · Title');
    expect(textsIn(blocks)).toEqual(['DEMO · Title']);
  });
});

describe('the laws of a message, over 300 random replies', () => {
  const seed = 20_260_420;
  const messages = Array.from({ length: 300 }, (_, i) => {
    const { message, pictures } = randomReply(seeded(seed + i));
    return { message, seed: seed + i, shown: renderSlack(message, { pictures }) };
  });

  it('keeps every limit of Slack', () => {
    for (const { shown, seed } of messages) {
      expect(problemsIn(shown.blocks, { where: 'message', showable: () => true }), `seed ${seed}`).toEqual([]);
      expect(sumOfText(shown.blocks), `seed ${seed}`).toBeLessThanOrEqual(12_000);
    }
  });

  it('has words for a notification, and nothing in them that pings or formats', () => {
    for (const { shown, seed } of messages) {
      expect(shown.text, `seed ${seed}`).toMatch(/^[^<>*`~]{1,4000}$/);
    }
  });

  it('gives foreign words no place where Slack would parse them', () => {
    for (const { shown, seed } of messages) {
      expect(JSON.stringify(shown.blocks), `seed ${seed}`).not.toContain('"mrkdwn"');
    }
  });

  it('never loses a button without saying so', () => {
    for (const { message, shown, seed } of messages) {
      const elements = shown.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
      const words = textsIn(shown.blocks).join('\n');
      const counted = Number(/… (\d+) more buttons?/.exec(words)?.[1] ?? 0);
      expect(elements.length + counted, `seed ${seed}`).toBe(message.actions?.length ?? 0);
    }
  });
});

describe('the laws of the Home and of windows, over the same replies', () => {
  const seed = 20_260_420;
  const views = Array.from({ length: 300 }, (_, i) => {
    const { message, pictures } = randomReply(seeded(seed + i));
    const { blocks } = renderSlack(message, { surface: 'view', pictures });
    return { message, seed: seed + i, blocks };
  });

  it('keep every limit of Slack', () => {
    for (const { blocks, seed } of views) {
      const home = { type: 'home', callback_id: 'home', blocks };
      expect(
        problemsInView(home, () => true),
        `seed ${seed}`,
      ).toEqual([]);
      expect(
        problemsInView({ ...answerView(blocks, 'id') }, () => true),
        `seed ${seed}`,
      ).toEqual([]);
      expect(sumOfText(blocks), `seed ${seed}`).toBeLessThanOrEqual(12_000);
    }
  });

  it('give foreign words no place where Slack would parse them', () => {
    for (const { blocks, seed } of views) expect(JSON.stringify(blocks), `seed ${seed}`).not.toContain('"mrkdwn"');
  });

  it('count every row that is not shown', () => {
    const short = views.flatMap(({ message: { parts }, blocks, seed }) => {
      const [only] = parts;
      return parts.length === 1 && only?.kind === 'table' && only.columns.length > 0 ? [{ only, blocks, seed }] : [];
    });
    expect(short.length).toBeGreaterThan(2);
    for (const { only, blocks, seed } of short) {
      const shown = blocks.flatMap((block) =>
        block.type === 'rich_text'
          ? block.elements.flatMap((each) => (each.type === 'rich_text_list' ? each.elements : []))
          : [],
      );
      const said = textsIn(blocks).join('\n');
      const counted = /… 1 more row/.test(said)
        ? 1
        : Number(/… ([\d,]+) more rows/.exec(said)?.[1]?.replace(',', '') ?? 0);
      const all = /did not fit/.test(said) ? only.rows.length : shown.length + counted;
      expect(all, `seed ${seed}`).toBe(only.rows.length);
    }
  });

  it('hold for forms, with any words in them, and a form comes back as it was', () => {
    for (const { message, seed } of views) {
      for (const { form } of message.actions ?? []) {
        if (!form) continue;
        const view = formModal(form, { line: 'x', channel: 'C1' }, { language: 'id', file: true })!;
        expect(
          problemsInView({ ...view }, () => true),
          `seed ${seed}`,
        ).toEqual([]);
        expect(JSON.stringify(view.blocks), `seed ${seed}`).not.toContain('"mrkdwn"');
        const output = { ...view, state: { values: {} } } as unknown as ViewOutput;
        const back = formModal(formOf(output, undefined), { line: 'x', channel: 'C1' }, { language: 'id', file: true });
        expect(back, `seed ${seed}`).toEqual(view);
      }
    }
  });
});

describe('forms', () => {
  const origin = { line: 'budget decide id:P-31', channel: 'C1' };
  const fields = [
    { name: 'reason', label: 'Why?', kind: 'text', required: true },
    { name: 'total', label: 'Total', kind: 'number', required: false, initial: '12.5' },
    { name: 'kind', label: 'Kind', kind: 'choice', required: true, choices: many(130) },
    { name: 'long', label: 'Long', kind: 'choice', required: true, choices: [{ value: 'x'.repeat(151), label: 'X' }] },
  ] as const;

  it('fit into Slack, and count the choices that do not', () => {
    const view = formModal({ title: 'A title that is far too long', submit: 'Send', fields }, origin, {
      language: 'en',
    });

    expect(problemsInView({ ...view }, () => true)).toEqual([]);
    expect(textsIn(view)).toContain('… 30 more choices, which can be typed in the command');
    expect(JSON.parse(view?.private_metadata ?? '')).toEqual(origin);
  });

  it('are not opened when what they carry is too long', () => {
    expect(
      formModal({ title: 'T', submit: 'S', fields: [] }, { ...origin, line: 'x'.repeat(3000) }, { language: 'en' }),
    ).toBeNull();
  });

  it('give what was filled in, and nothing for what was left empty', () => {
    const state = {
      reason: { answer: { value: 'late' } },
      total: { answer: { value: null } },
      kind: { answer: { selected_option: { value: 'k1' } } },
    };

    expect(filledIn(state)).toEqual({ reason: 'late', kind: 'k1' });
  });

  it('put each problem under its field', () => {
    const answer = {
      title: 'I did not understand that',
      tone: 'careful',
      outcome: 'refused',
      audience: 'caller',
      shop,
      language: 'en',
      parts: [{ kind: 'text', text: 'total must be an amount.\nreason is missing.\nFor example: /budget' }],
    } as const;

    expect(fieldErrors(answer, ['reason', 'total'])).toEqual({
      total: 'total must be an amount.',
      reason: 'I did not understand that. reason is missing. For example: /budget',
    });
    expect(fieldErrors(answer, [])).toBeNull();
  });
});

describe('escaping', () => {
  it.each([
    ['<!channel>', '&lt;!channel&gt;'],
    ['R&D', 'R&amp;D'],
    ['*bold* `code` ~gone~', '∗bold∗ ˋcodeˋ ∼gone∼'],
    ['_soft_ PAYDAY_25', 'ˍsoftˍ PAYDAY_25'],
    ['a\u202Eb\u0007c', 'abc'],
  ])('makes %j inert', (given, expected) => {
    expect(inert(given)).toBe(expected);
  });

  it.each([
    ['user:<@U123|ana>', 'user:slack:U123'],
    ['to:<#C9|marketing>', 'to:slack:C9'],
    ['see <https://x.example/a|x.example>', 'see https://x.example/a'],
    ['R&amp;D &lt;b&gt;', 'R&D <b>'],
    ['&amp;lt;', '&lt;'],
  ])('reads %j as it was typed', (given, expected) => {
    expect(typedText(given)).toBe(expected);
  });
});

function many(count: number) {
  return Array.from({ length: count }, (_, i) => ({ value: `k${i}`, label: `Kind ${i}` }));
}

/** mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function randomReply(random: () => number): { message: Rendered; pictures: Map<ChartPart, string> } {
  const below = (most: number) => Math.floor(random() * most);
  const oneOf = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const nasty = [
    '<!channel>',
    '<@U1>',
    '&amp;',
    '*b*',
    '`',
    '_i_',
    '~',
    '\u0000',
    '\uD800',
    '😀',
    '\u202E',
    '\n',
    '',
    ' ',
    '名',
    '@here',
  ];
  const text = (most: number) => {
    const size = below(most);
    let written = '';
    while (written.length < size) {
      written += random() < 0.3 ? oneOf(nasty) : `word${below(1e6)} `.repeat(1 + below(20));
    }
    return written;
  };
  const units: Unit[] = ['text', 'money', 'share', 'count', 'number', 'days', 'day', 'instant', 'receipt'];
  const value = (unit: Unit) =>
    unit === 'text' || unit === 'day' || unit === 'receipt'
      ? text(60)
      : oneOf([null, 0, -random() * 1e12, random() * 1e9]);
  const pictures = new Map<ChartPart, string>();
  const part = (): Part => {
    switch (below(6)) {
      case 0:
        return { kind: 'text', text: text(random() < 0.2 ? 20_000 : 600) };
      case 1: {
        const facts = Array.from({ length: below(30) }, () => {
          const unit = oneOf(units);
          return {
            label: text(80),
            value: value(unit),
            unit,
            ...(random() < 0.5 && { low: 1, high: 2, receipt: 'F-1' }),
          };
        });
        return { kind: 'facts', facts };
      }
      case 2: {
        const columns = Array.from({ length: below(random() < 0.2 ? 30 : 6) }, () => ({
          title: text(20),
          unit: oneOf(units),
        }));
        const rows = Array.from({ length: below(random() < 0.3 ? 400 : 12) }, () =>
          columns.map(({ unit }) => value(unit)),
        );
        return { kind: 'table', columns, rows, ...(random() < 0.5 && { title: text(200) }) };
      }
      case 3: {
        const each = { ...chart, title: text(200), alt: text(2500) };
        if (random() < 0.7) pictures.set(each, 'F123456789');
        return each;
      }
      case 4:
        return { kind: 'note', text: text(400) };
      default:
        return { kind: 'file', name: text(80), mime: 'text/csv', content: 'a' };
    }
  };
  const actions = Array.from({ length: below(random() < 0.1 ? 80 : 5) }, (): Action => {
    const field = (name: string): Field => ({
      name,
      label: text(60),
      kind: oneOf(['text', 'number', 'choice']),
      required: random() < 0.5,
      ...(random() < 0.3 && { hint: text(2500) }),
      ...(random() < 0.3 && {
        choices: Array.from({ length: below(120) }, (_, i) => ({ value: `v${i}`, label: text(90) })),
      }),
    });
    const fields = ['n', ...(random() < 0.3 ? ['m', 'o'] : [])].map(field);
    const form = { title: text(40), submit: text(40), fields } as const;
    return {
      label: text(100),
      style: oneOf(['plain', 'primary', 'danger']),
      ask: { name: 'budget decide', input: { id: 'P-1', note: text(random() < 0.1 ? 3000 : 50) } },
      ...(random() < 0.3 && { confirm: text(500) }),
      ...(random() < 0.3 && { form }),
    };
  });
  const parts = Array.from({ length: below(random() < 0.1 ? 90 : 10) }, part);
  const message = {
    title: text(300),
    tone: 'plain',
    parts,
    actions,
    shop: random() < 0.1 ? null : shop,
    language: 'en',
  } as const;
  return { message, pictures };
}
