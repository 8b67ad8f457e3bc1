import { z } from 'zod';
import { shownName } from '../../models/segments/group-name.ts';
import type { ProfileCell } from '../../models/segments/profile.ts';
import {
  count,
  day,
  days,
  lines,
  listed,
  number,
  quantity,
  type Said,
  say,
  sentences,
  share,
  type Words,
} from '../../words/say.ts';
import { type Context, defineCommand } from '../command.ts';
import { FEW } from '../few-people.ts';
import { text } from '../inputs.ts';
import type { Action, Part, Reply, Row } from '../reply.ts';
import type { RunOf } from '../runs/keep.ts';
import { AGAIN_DAYS, type KeptProfile, profileRun } from '../runs/profile.ts';
import { type Groups, placeOfName, readGroups, typedName } from './groups.ts';
import { titleOfTrait } from './trait-titles.ts';

/** More do not fit a phone. */
const MOST_COLUMNS = 6;

export const segmentProfile = defineCommand({
  name: 'segment profile',
  summary: say`What sets each group apart, where it is, what to do about it and what to send`,
  examples: ['segment profile', say`segment profile name:"active high spenders"`],
  needs: 'viewer',
  bare: 'name',
  input: z.strictObject({ name: text(say`one group, told in full`, { names: 'segment' }).optional() }),

  async run({ name }, context) {
    const groups = await readGroups(context);
    const place = name === undefined ? null : placeOfName(groups.names, name);
    const profile = await profileRun(context, groups);
    return place === null ? allGroups(groups, profile, context) : oneGroup(groups, profile, place);
  },
});

function allGroups({ clusters, names, cut }: Groups, { id, result }: RunOf<KeptProfile>, context: Context): Reply {
  const columns = result.columns.slice(0, MOST_COLUMNS);
  const called = names.map(shownName);
  const [most] = columns;
  const column = (wanted: string) => result.columns.find((each) => each.name === wanted);
  const promo = column('promo use');
  const answered = column('response');
  const parts: Part[] = [
    {
      kind: 'chart',
      title: most
        ? say`What sets the groups apart most: ${titleOfTrait(most.name)}`
        : say`Nothing sets the groups apart`,
      subtitle: say`Standard deviations from all customers · data until ${day(cut.lastDay)}`,
      alt: sentences(...called.map((group, at) => apartWords(group, apart(result, at)))),
      chart: {
        type: 'heat',
        unit: 'number',
        scale: 'diverging',
        x: say`Beside all customers`,
        rows: called,
        columns: columns.map((each) => titleOfTrait(each.name)),
        cells: called.map((_, at) => columns.map(({ groups }) => tenths(shown(groups[at]!)?.fromAll))),
      },
    },
    {
      kind: 'table',
      columns: [
        { title: say`Group`, unit: 'text' },
        { title: say`Customers`, unit: 'count', people: true },
        { title: say`Of sales`, unit: 'share' },
        { title: say`Past sales`, unit: 'money' },
        { title: say`Typical order`, unit: 'money' },
        ...(promo ? [{ title: say`Promo use`, unit: 'share' as const }] : []),
        ...(answered ? [{ title: say`Answered`, unit: 'share' as const }] : []),
        ...(result.again.some(Boolean)
          ? [{ title: say`Ordered again in ${days(AGAIN_DAYS)}`, unit: 'share' as const }]
          : []),
        ...(result.places.length > 0 ? [{ title: say`Most often in`, unit: 'text' as const }] : []),
        { title: say`Strategy`, unit: 'text' },
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
      text: lines([
        say`Past sales are what they have spent, not what they will. Differences go with the groups; nothing here says what caused them.`,
        say`${id} · /segment profile name:"${shownName(names[0]!)}" tells one group in full.`,
      ]),
    },
  ];
  return {
    title: say`What sets the groups apart`,
    tone: 'plain',
    parts,
    actions: [
      why(id),
      ...names.slice(0, 3).map(
        (group): Action => ({
          label: shownName(group),
          style: 'plain',
          ask: { name: 'segment profile', input: { name: typedName(group, context) } },
        }),
      ),
    ],
  };
}

function oneGroup({ clusters, names, set }: Groups, { id, result }: RunOf<KeptProfile>, place: number): Reply {
  const segment = clusters.segments[place]!;
  const name = names[place]!;
  const again = result.again[place];
  return {
    title: segment.strategy ? say`${shownName(name)}: ${segment.strategy}` : shownName(name),
    tone: 'plain',
    parts: [
      {
        kind: 'facts',
        facts: [
          { label: say`Customers`, value: segment.customers, unit: 'count', receipt: id },
          { label: say`Of all customers`, value: segment.customerShare, unit: 'share' },
          { label: say`Of sales`, value: segment.revenueShare, unit: 'share' },
          { label: say`Past sales`, value: segment.revenueMinor, unit: 'money' },
          ...(again
            ? [{ label: say`Ordered again in ${days(AGAIN_DAYS)}`, value: again.share, unit: 'share' as const }]
            : []),
        ],
      },
      {
        kind: 'text',
        text: lines([
          say`Do next: ${segment.action}`,
          segment.send ? say`What to send: ${segment.send}` : null,
          result.places.length > 0 ? say`Where: ${placeWords(result, place, 3)}.` : null,
        ]),
      },
      {
        kind: 'table',
        title: say`Its customers beside all`,
        columns: [
          { title: say`What`, unit: 'text' },
          { title: say`This group`, unit: 'text' },
          { title: say`All customers`, unit: 'text' },
          { title: say`Apart`, unit: 'text' },
        ],
        rows: result.columns.map(({ name: column, groups, median, mean }): Row => {
          const unit = result.units[column]!;
          const cell = shown(groups[place]!);
          // A share of people or of orders is a mean; of what is spread over decades the middle says more.
          const of = (values: { readonly mean: number | null; readonly median: number | null }) =>
            say`${quantity(unit === 'share' ? values.mean : values.median, unit)}`;
          return [
            titleOfTrait(column),
            cell ? of(cell) : say`under ${count(FEW)} known`,
            of({ mean, median }),
            cell?.fromAll == null ? null : signed(cell.fromAll),
          ];
        }),
      },
      {
        kind: 'note',
        text: lines([
          segment.evidence,
          say`Apart: the mean of the group less that of all customers, in standard deviations. Shares are means, the rest medians.`,
          again
            ? say`Of ${count(again.of)} who were in it ${days(AGAIN_DAYS)} earlier, ${share(again.share)} have ordered since (95%: ${share(again.low95)} to ${share(again.high95)}). Nobody was held out.`
            : null,
        ]),
      },
    ],
    actions: [
      why(id),
      ...(set === 'profile'
        ? []
        : [{ label: say`Make a list`, style: 'primary' as const, ask: { name: 'list make', input: { group: name } } }]),
      { label: say`Groups inside`, style: 'plain', ask: { name: 'segment split', input: { name } } },
      { label: say`All groups`, style: 'plain', ask: { name: 'segment profile', input: {} } },
    ],
  };
}

function why(id: string): Action {
  return { label: say`Why?`, style: 'plain', ask: { name: 'why', input: { id } } };
}

/** Null where too few are known to be spoken of. */
function shown(cell: ProfileCell): ProfileCell | null {
  return cell.known < FEW ? null : cell;
}

/** What a group has clearly more or less of than everybody, the furthest first. */
function apart({ columns }: KeptProfile, group: number): Said[] {
  return columns
    .map(({ name, groups }) => ({ name, by: shown(groups[group]!)?.fromAll ?? 0 }))
    .filter(({ by }) => Math.abs(by) >= 0.5)
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
    .slice(0, 3)
    .map(({ name, by }) => say`${titleOfTrait(name)} ${signed(by)}`);
}

function apartWords(group: Words, parts: readonly Said[]): Said {
  return parts.length === 0 ? say`${group}: like everybody.` : say`${group}: ${listed(parts)}.`;
}

function tenths(value: number | null | undefined): number | null {
  return value == null ? null : Math.round(10 * value) / 10;
}

function signed(value: number): Said {
  const size = number(Math.round(10 * Math.abs(value)) / 10);
  if (Math.abs(value) < 0.05) return say`${size}`;
  return value < 0 ? say`−${size}` : say`+${size}`;
}

function placeWords({ places, placeNames }: KeptProfile, group: number, most: number): Said {
  const parts = places[group]!.slice(0, most).map(
    ({ place, share: of, ofAll }) => say`${placeNames[place]!} ${share(of)} (all: ${share(ofAll)})`,
  );
  return say`${listed(parts)}`;
}
