import { describe, expect, it } from 'vitest';
import { mayTellOfFew, withoutFew } from '../../commands/few-people.ts';
import { post } from '../../commands/post.ts';
import type { Reply } from '../../commands/reply.ts';
import { named } from '../../words/say.ts';
import { demoHouse, rina } from '../support/house.ts';

const reply: Reply = {
  title: named('Groups'),
  tone: 'plain',
  parts: [
    {
      kind: 'facts',
      facts: [
        { label: named('Stopped'), value: 3, unit: 'count', people: true },
        { label: named('Weeks'), value: 3, unit: 'count' },
        { label: named('Nobody'), value: 0, unit: 'count', people: true },
        { label: named('Many'), value: 20, unit: 'count', people: true },
      ],
    },
    {
      kind: 'table',
      columns: [
        { title: named('Group'), unit: 'text' },
        { title: named('Customers'), unit: 'count', people: true },
        { title: named('Sales'), unit: 'money' },
      ],
      rows: [
        [named('Small'), 19, 5000],
        [named('Large'), 20, 6000],
        [named('Empty'), 0, 0],
      ],
    },
    {
      kind: 'chart',
      title: '',
      subtitle: '',
      alt: '',
      chart: {
        type: 'bars',
        unit: 'share',
        bars: [
          { label: named('Small'), value: 0.5, people: 19 },
          { label: named('Large'), value: 0.4, people: 20 },
          { label: named('Product'), value: 0.1 },
        ],
      },
    },
  ],
};

describe('withoutFew', () => {
  it('says "<20" of few people, and none of their figures', () => {
    const [facts, table, chart] = withoutFew(reply).parts;
    expect(facts).toMatchObject({ facts: [{ value: '<20' }, { value: 3 }, { value: 0 }, { value: 20 }] });
    expect(table).toMatchObject({
      rows: [
        ['Small', '<20', null],
        ['Large', 20, 6000],
        ['Empty', 0, 0],
      ],
    });
    expect(chart).toMatchObject({ chart: { bars: [{ label: 'Large' }, { label: 'Product' }] } });
  });

  it.each([
    ['an analyst, in private', 'analyst', false, true],
    ['an analyst, where all can read it', 'analyst', true, false],
    ['a viewer', 'viewer', false, false],
    ['somebody unknown', null, false, false],
  ] as const)('is for all but those who work with lists: %s', (_, role, shared, may) => {
    expect(mayTellOfFew({ caller: { ...rina, role }, shared })).toBe(may);
  });

  it('holds for what is posted', () => {
    const { state } = demoHouse();
    const context = { state, shop: state.shop.read(), caller: { ...rina, role: 'admin' as const }, now: 0 };
    expect(state.atomically(() => post(context, { purpose: 'digest', report: 'test', period: '1', reply }))).toBe(1);
    expect(JSON.stringify(state.outbox.claim(['web'], 1, 1000))).toContain('<20');
  });
});
