import { z } from 'zod';
import { ruleFor } from '../../models/forest/rules.ts';
import { calledOf } from '../../models/segments/feature-words.ts';
import { shownName } from '../../models/segments/group-name.ts';
import type { GroupRules } from '../../models/segments/predict-rules.ts';
import { placeOf } from '../../models/segments/score.ts';
import { entryOf } from '../../words/entry.ts';
import { count, days, lines, listed, money, type Said, say, sentences, share } from '../../words/say.ts';
import { defineCommand } from '../command.ts';
import { amount, choice, wholeNumber } from '../inputs.ts';
import type { Fact, Part } from '../reply.ts';
import type { RunOf } from '../runs/keep.ts';
import { knownRules } from '../runs/prediction.ts';
import { minorIn } from '../typed-amount.ts';
import { type Groups, readGroups } from './groups.ts';
import { ruleWords } from './rules.ts';

/** A customer nearer to the next group than this many times the distance to its own could be in either. */
const UNDECIDED = 1.3;
/** Somebody whose only order is this fresh has had no time to come again. */
const NEW_DAYS = 30;
/** What is asked for of a customer. */
const TOLD: readonly string[] = ['recency', 'frequency', 'money'];
/** Of what the groups rest on, so many are named. */
const MOST_FEATURES = 4;

export const segmentWho = defineCommand({
  name: 'segment who',
  summary: say`The group of a customer by recency, orders and money spent, and the rule that fits`,
  examples: ['segment who r:30 f:5 m:1.5M'],
  needs: 'viewer',
  input: z.strictObject({
    r: wholeNumber({ from: 0, to: 36_500, says: say`days since the last order` }),
    f: wholeNumber({ from: 1, to: 1_000_000, says: say`number of orders` }),
    m: amount(say`money spent in all, such as 1500000 or 1.5M`),
    details: choice(['yes', 'no'], say`how sure that is, and the rules of the groups`).default('no'),
  }),

  async run({ r, f, m, details }, context) {
    const isWhole = details === 'yes';
    const groups = await readGroups(context);
    const { run, clusters, names, cut } = groups;
    const revenueMinor = minorIn(cut.shop, m);
    const { first, second } = placeOf(clusters, { recencyDays: r, orders: f, revenueMinor });
    const segment = clusters.segments[first.group]!;
    const name = shownName(names[first.group]!);
    const rules = knownRules(context.state, run.id);
    const customer = { recency: r, frequency: f, money: revenueMinor };
    const other = otherGroup({ first, second }, rules?.result, clusters, customer);
    const isNew = f === 1 && r <= NEW_DAYS;
    return {
      title: name,
      tone: other !== null || isNew ? 'careful' : 'plain',
      parts: [
        {
          kind: 'facts',
          facts: [
            { label: say`Group`, value: name, unit: 'text', receipt: run.id },
            ...(isWhole ? distances({ first, second }, names) : []),
          ],
        },
        {
          kind: 'text',
          text: lines([
            ...(isNew
              ? [
                  say`New: the only order was ${days(r)} ago. Welcome them and ask for the second order; the group says little of somebody this new.`,
                ]
              : [say`Do next: ${segment.action}`, segment.send ? say`What to send: ${segment.send}` : null]),
            other === null || isNew
              ? null
              : sentences(
                  say`On the border to ${shownName(names[other]!)}, for whom: ${clusters.segments[other]!.action}`,
                  say`Where the two differ, take the gentler one.`,
                ),
          ]),
        },
        ...(isWhole && rules ? explained(rules, groups, customer, first.group) : []),
        {
          kind: 'note',
          text: lines([
            sentences(
              say`${days(r)} since the last order, ${count(f)} orders, ${money(revenueMinor)} spent.`,
              isWhole
                ? say`The group whose typical customer is most alike decides; distances are in standard deviations.`
                : null,
            ),
            sentences(say`A typical customer of this group:`, segment.evidence),
            untold(clusters.scaling),
            isWhole
              ? rules
                ? restsOn(rules.result)
                : say`The rules of these groups come with the next refresh.`
              : null,
          ]),
        },
      ],
      actions: [
        ...(isWhole
          ? []
          : [
              {
                label: say`How sure is that?`,
                style: 'plain' as const,
                ask: { name: 'segment who', input: { r, f, m: m.typed, details: 'yes' } },
              },
            ]),
        { label: say`Segments`, style: 'plain', ask: { name: 'segment', input: {} } },
        ...(rules
          ? [{ label: say`Why?`, style: 'plain' as const, ask: { name: 'why', input: { id: rules.id } } }]
          : []),
      ],
    };
  },
});

/** How far the customer is from the middle of its group, and of the next one. */
function distances({ first, second }: ReturnType<typeof placeOf>, names: Groups['names']): Fact[] {
  const own: Fact = { label: say`Distance to its centre`, value: first.distance, unit: 'number' };
  if (!second) return [own];
  return [
    own,
    { label: say`Next group`, value: shownName(names[second.group]!), unit: 'text' },
    { label: say`Distance to that`, value: second.distance, unit: 'number' },
  ];
}

/** What the groups go by beside recency, orders and money, and nobody was asked for. */
function untold(scaling: Groups['clusters']['scaling']): Said | null {
  const others = scaling.map(({ feature }) => feature).filter((feature) => !TOLD.includes(feature));
  if (others.length === 0) return null;
  return say`These groups also go by ${listed(others.map(calledOf))}: as that was not told, the middle customer's counts, so take this as a first guess.`;
}

/** The other group that a customer could be in: nearly as near, or the one that the rules say; null where all agree. */
function otherGroup(
  { first, second }: ReturnType<typeof placeOf>,
  rules: GroupRules | undefined,
  { scaling }: Groups['clusters'],
  customer: Readonly<Record<string, number>>,
): number | null {
  const row = scaling.map(({ feature, fill = 0 }) => entryOf(customer, feature) ?? fill);
  const said = rules ? rules.rules[ruleFor(rules.rules, row)]!.class : first.group;
  if (said !== first.group) return said;
  return second !== null && second.distance < UNDECIDED * first.distance ? second.group : null;
}

/** The rule that holds for a customer, and all others beside it. What was not told counts as the median customer's. */
function explained(
  { id, result }: RunOf<GroupRules>,
  { clusters, names }: Groups,
  customer: Readonly<Record<string, number>>,
  group: number,
): Part[] {
  const { rules, features } = result;
  const row = clusters.scaling.map(({ feature, fill = 0 }) => entryOf(customer, feature) ?? fill);
  const rule = rules[ruleFor(rules, row)]!;
  const words = ruleWords(rule, features);
  const said = shownName(names[rule.class]!);
  const right = share(rule.right);
  return [
    { kind: 'facts', facts: [{ label: say`Rule that fits`, value: words, unit: 'text', receipt: id }] },
    {
      kind: 'text',
      text:
        rule.class === group
          ? say`The rule says ${said} too, right for ${right} of those it fits.`
          : say`The rule says ${said}, right for ${right} of those it fits; the nearest centre says ${shownName(names[group]!)}, and it is what lists go by.`,
    },
    {
      kind: 'table',
      title: say`The groups in a few rules`,
      columns: [
        { title: say`Rule`, unit: 'text' },
        { title: say`Group`, unit: 'text' },
        { title: say`Of customers`, unit: 'share' },
        { title: say`Right`, unit: 'share' },
      ],
      rows: [...rules]
        .sort((a, b) => a.class - b.class || b.share - a.share)
        .map((each) => [ruleWords(each, features), shownName(names[each.class]!), each.share, each.right]),
    },
  ];
}

/** Which figures the groups hang on, the most important first, and how far to trust rules and forest. */
function restsOn({ features, importance, accuracy, forest }: GroupRules): Said {
  const parts = features
    .map((feature, at) => ({ called: calledOf(feature), lost: Math.max(0, importance[at]!) }))
    .sort((a, b) => b.lost - a.lost)
    .slice(0, MOST_FEATURES)
    .map(({ called, lost }) => say`${called} ${share(lost)}`);
  return sentences(
    say`What the groups rest on, by how many customers land elsewhere when it is dealt out anew: ${listed(parts)}.`,
    say`On customers held out, the rules are right for ${share(accuracy)}, a forest for ${share(forest.accuracy)}; both only explain.`,
  );
}
