import { methodNames } from '../../models/forecast/method-names.ts';
import type { ForecastMethod, MemberShare } from '../../models/forecast/types.ts';
import { listed, type Said, say, sentences } from '../../words/say.ts';
import type { Part } from '../reply.ts';

/** The methods by what they carry on into the days ahead. */
const kinds: readonly { readonly says: Said; readonly methods: readonly ForecastMethod[] }[] = [
  { says: say`The level of the last weeks`, methods: ['ses', 'median'] },
  { says: say`The trend of the last months`, methods: ['ets', 'theta', 'dotm', 'ces'] },
  { says: say`What one day says of the next`, methods: ['ar'] },
  { says: say`The same time last year`, methods: ['analogue'] },
  { says: say`Trend, season and events in one model`, methods: ['prophet', 'mstl'] },
];

/** How much each kind of method counts, the heaviest first. Nothing where a single method speaks. */
export function methodsTable(members: readonly MemberShare[]): Part[] {
  const heard = new Set(members.map(({ method }) => method));
  if (heard.size < 2) return [];
  const weighed = kinds
    .map(({ says, methods }) => {
      const own = members.filter(({ method }) => methods.includes(method));
      return {
        says,
        methods: methods.filter((method) => heard.has(method)),
        days: sum(own, 'days'),
        weeks: sum(own, 'weeks'),
      };
    })
    .filter(({ methods }) => methods.length > 0)
    .toSorted((a, b) => (b.days ?? 0) + (b.weeks ?? 0) - (a.days ?? 0) - (a.weeks ?? 0));
  const byWeek = members.some(({ of }) => of === 'weeks');
  return [
    {
      kind: 'table',
      title: say`What it carries on`,
      columns: [
        { title: say`Carries on`, unit: 'text' },
        { title: say`Weight for days`, unit: 'share' },
        ...(byWeek ? [{ title: say`Weight for weeks`, unit: 'share' as const }] : []),
      ],
      rows: weighed.map(({ says, days, weeks }) => [says, days, ...(byWeek ? [weeks] : [])]),
    },
    {
      kind: 'note',
      text: sentences(
        byWeek
          ? say`Days and totals of weeks are forecast each for themselves: the weights of each add up to 100%.`
          : say`The weights add up to 100%.`,
        say`What was off by less in the past weighs more.`,
        ...weighed
          // It is its own name.
          .filter(({ methods }) => !methods.includes('analogue'))
          .map(({ says, methods }) => say`${says}: ${listed(methods.map((method) => methodNames[method]))}.`),
      ),
    },
  ];
}

/** Null where none of them speaks of days, or of weeks. */
function sum(members: readonly MemberShare[], of: MemberShare['of']): number | null {
  const own = members.filter((member) => member.of === of);
  return own.length === 0 ? null : own.reduce((all, { weight }) => all + weight, 0);
}
