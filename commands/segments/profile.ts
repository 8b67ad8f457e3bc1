import { z } from 'zod';
import type { ProfileCell } from '../../models/segments/profile.ts';
import { formatValue } from '../../words/quantity.ts';
import { inEnglish } from '../../words/tell.ts';
import { defineCommand } from '../command.ts';
import { FEW } from '../few-people.ts';
import { text } from '../inputs.ts';
import type { Action, Part, Reply, Row } from '../reply.ts';
import type { RunOf } from '../runs/keep.ts';
import { AGAIN_DAYS, type KeptProfile, profileRun } from '../runs/profile.ts';
import { capital } from './capital.ts';
import { type Groups, placeOfName, readGroups } from './groups.ts';

/** More do not fit a phone. */
const MOST_COLUMNS = 6;

export const segmentProfile = defineCommand({
  name: 'segment profile',
  summary: 'What sets each group apart, where it is, what to do about it and what to send',
  examples: ['segment profile', 'segment profile name:"active high spenders"'],
  needs: 'viewer',
  bare: 'name',
  input: z.strictObject({ name: text('one group, told in full').optional() }),

  async run({ name }, context) {
    const groups = await readGroups(context);
    const place = name === undefined ? null : placeOfName(groups.names, name);
    const profile = await profileRun(context, groups);
    return place === null ? allGroups(groups, profile) : oneGroup(groups, profile, place);
  },
});

function allGroups({ clusters, names, cut }: Groups, { id, result }: RunOf<KeptProfile>): Reply {
  const columns = result.columns.slice(0, MOST_COLUMNS);
  const called = names.map(capital);
  const [most] = columns;
  const until = formatValue(cut.lastDay, 'day', cut.shop);
  const column = (wanted: string) => result.columns.find((each) => each.name === wanted);
  const promo = column('promo use');
  const answered = column('response');
  const parts: Part[] = [
    {
      kind: 'chart',
      title: most ? `The groups differ most in ${most.name}` : 'Nothing sets the groups apart',
      subtitle: `Standard deviations from all customers · data until ${until}`,
      alt: called.map((group, at) => `${group}: ${apart(result, at).join(', ') || 'like everybody'}`).join('; '),
      chart: {
        type: 'heat',
        unit: 'number',
        scale: 'diverging',
        x: 'Beside all customers',
        rows: called,
        columns: columns.map((each) => capital(each.name)),
        cells: called.map((_, at) => columns.map(({ groups }) => tenths(shown(groups[at]!)?.fromAll))),
      },
    },
    {
      kind: 'table',
      columns: [
        { title: 'Group', unit: 'text' },
        { title: 'Customers', unit: 'count', people: true },
        { title: 'Of sales', unit: 'share' },
        { title: 'Past sales', unit: 'money' },
        { title: 'Typical order', unit: 'money' },
        ...(promo ? [{ title: 'Promo use', unit: 'share' as const }] : []),
        ...(answered ? [{ title: 'Answered', unit: 'share' as const }] : []),
        ...(result.again.some(Boolean)
          ? [{ title: `Ordered again in ${AGAIN_DAYS} days`, unit: 'share' as const }]
          : []),
        ...(result.places.length > 0 ? [{ title: 'Most often in', unit: 'text' as const }] : []),
        { title: 'Strategy', unit: 'text' },
      ],
      rows: clusters.segments.map(
        (each, at): Row => [
          called[at]!,
          each.customers,
          each.revenueShare,
          each.revenueMinor,
          each.typicalOrderMinor,
          ...(promo ? [shown(promo.groups[at]!)?.mean ?? null] : []),
          ...(answered ? [shown(answered.groups[at]!)?.mean ?? null] : []),
          ...(result.again.some(Boolean) ? [result.again[at]?.share ?? null] : []),
          ...(result.places.length > 0 ? [placeWords(result, at, 1)] : []),
          each.strategy ?? each.action,
        ],
      ),
    },
    {
      kind: 'note',
      text: [
        'Past sales are what they have spent, not what they will. Differences go with the groups; nothing here says what caused them.',
        `${id} · /segment profile name:"${names[0]}" tells one group in full.`,
      ].join('\n'),
    },
  ];
  return {
    title: 'What sets the groups apart',
    tone: 'plain',
    parts,
    actions: [
      why(id),
      ...names.slice(0, 3).map(
        (group): Action => ({
          label: capital(group),
          style: 'plain',
          ask: { name: 'segment profile', input: { name: group } },
        }),
      ),
    ],
  };
}

function oneGroup({ clusters, names, cut, set }: Groups, { id, result }: RunOf<KeptProfile>, place: number): Reply {
  const segment = clusters.segments[place]!;
  const name = names[place]!;
  const again = result.again[place];
  return {
    title: `${capital(name)}${segment.strategy ? `: ${inEnglish(segment.strategy)}` : ''}`,
    tone: 'plain',
    parts: [
      {
        kind: 'facts',
        facts: [
          { label: 'Customers', value: segment.customers, unit: 'count', receipt: id },
          { label: 'Of all customers', value: segment.customerShare, unit: 'share' },
          { label: 'Of sales', value: segment.revenueShare, unit: 'share' },
          { label: 'Past sales', value: segment.revenueMinor, unit: 'money' },
          ...(again
            ? [{ label: `Ordered again in ${AGAIN_DAYS} days`, value: again.share, unit: 'share' as const }]
            : []),
        ],
      },
      {
        kind: 'text',
        text: [
          `Do next: ${inEnglish(segment.action)}`,
          ...(segment.send ? [`What to send: ${inEnglish(segment.send)}`] : []),
          ...(result.places.length > 0 ? [`Where: ${placeWords(result, place, 3)}.`] : []),
        ].join('\n'),
      },
      {
        kind: 'table',
        title: 'Its customers beside all',
        columns: [
          { title: 'What', unit: 'text' },
          { title: 'This group', unit: 'text' },
          { title: 'All customers', unit: 'text' },
          { title: 'Apart', unit: 'text' },
        ],
        rows: result.columns.map(({ name: column, groups, median, mean }): Row => {
          const unit = result.units[column]!;
          const cell = shown(groups[place]!);
          // A share of people or of orders is a mean; of what is spread over decades the middle says more.
          const of = (values: { readonly mean: number | null; readonly median: number | null }) =>
            formatValue(unit === 'share' ? values.mean : values.median, unit, cut.shop);
          return [
            capital(column),
            cell ? of(cell) : `under ${FEW} known`,
            of({ mean, median }),
            cell?.fromAll == null ? null : signed(cell.fromAll),
          ];
        }),
      },
      {
        kind: 'note',
        text: [
          segment.evidence,
          'Apart: the mean of the group less that of all customers, in standard deviations. Shares are means, the rest medians.',
          ...(again
            ? [
                `Of ${formatValue(again.of, 'count', cut.shop)} who were in it ${AGAIN_DAYS} days earlier, ${formatValue(again.share, 'share', cut.shop)} have ordered since (95%: ${formatValue(again.low95, 'share', cut.shop)} to ${formatValue(again.high95, 'share', cut.shop)}). Nobody was held out.`,
              ]
            : []),
        ].join('\n'),
      },
    ],
    actions: [
      why(id),
      ...(set === 'profile'
        ? []
        : [{ label: 'Make a list', style: 'primary' as const, ask: { name: 'list make', input: { group: name } } }]),
      { label: 'Groups inside', style: 'plain', ask: { name: 'segment split', input: { name } } },
      { label: 'All groups', style: 'plain', ask: { name: 'segment profile', input: {} } },
    ],
  };
}

function why(id: string): Action {
  return { label: 'Why?', style: 'plain', ask: { name: 'why', input: { id } } };
}

/** Null where too few are known to be spoken of. */
function shown(cell: ProfileCell): ProfileCell | null {
  return cell.known < FEW ? null : cell;
}

/** What a group has clearly more or less of than everybody, the furthest first. */
function apart({ columns }: KeptProfile, group: number): string[] {
  return columns
    .map(({ name, groups }) => ({ name, by: shown(groups[group]!)?.fromAll ?? 0 }))
    .filter(({ by }) => Math.abs(by) >= 0.5)
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
    .slice(0, 3)
    .map(({ name, by }) => `${name} ${signed(by)}`);
}

function tenths(value: number | null | undefined): number | null {
  return value == null ? null : Math.round(10 * value) / 10;
}

function signed(value: number): string {
  const size = Math.abs(value).toFixed(1);
  return size === '0.0' ? size : `${value < 0 ? '−' : '+'}${size}`;
}

function placeWords({ places, placeNames }: KeptProfile, group: number, count: number): string {
  const percent = (share: number) => `${Math.round(100 * share)}%`;
  return places[group]!.slice(0, count)
    .map(({ place, share, ofAll }) => `${placeNames[place]} ${percent(share)} (all: ${percent(ofAll)})`)
    .join(', ');
}
