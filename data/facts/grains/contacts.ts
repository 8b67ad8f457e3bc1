import { say } from '../../../words/say.ts';
import type { Connection } from '../../database.ts';
import type { EpochDay, Instant } from '../../types/shop.ts';
import type { Grain, Numbered } from '../layouts/layout.ts';
import { openKeyedStore } from './keyed-store.ts';
import { openTraitStore, type Trait, type TraitRow } from './traits.ts';

/** Somebody who was contacted by a campaign, or held out of it. */
export type ContactRow = {
  /** Null: the file is about one campaign and does not name it. */
  readonly campaign: string | null;
  /** Null: the file names nobody, and each of its rows is a person of its own. */
  readonly customer: string | null;
  readonly day: EpochDay | null;
  readonly at: Instant;
  readonly isTreated: boolean;
  /** What the file writes for that, where it is a person's own word. */
  readonly group?: string;
  readonly channel: string | null;
  readonly arm: string | null;
  /** What the row tells of the person beside. */
  readonly traits: readonly Trait[];
};

const GROUPS_SHOWN = 8;

/** Who was treated how: a campaign and a customer once each. */
export const contacts: Grain<ContactRow> = {
  name: 'contacts',
  open(db, of) {
    const { importId, words } = of;
    const campaigns = words.prompt('campaign');
    const customers = words.prompt('customer');
    const file = fileOf(db, importId);
    const traits = openTraitStore(db, of, 'customer');
    const arms = new Map<string, number>();
    const groups = { treated: new Set<string>(), heldOut: new Set<string>() };
    let treated = 0;
    let heldOut = 0;
    let unnamed = 0;
    let untitled = 0;

    const personOf = ({ customer }: ContactRow, line: number) => customer ?? `${file.person} ${line}`;

    const store = openKeyedStore<ContactRow>(db, importId, {
      table: 'contact',
      current: 'current_contact',
      key: ['campaign_id', 'customer_id'],
      values: ['day', 'is_treated', 'channel', 'arm'],
      twice: 'reject',
      subjectOf: (row, line) => JSON.stringify([row.campaign, personOf(row, line)]),
      entriesOf(row, line) {
        const { campaign, customer, day, isTreated, channel, arm, group } = row;
        if (isTreated) treated++;
        else heldOut++;
        const alike = groups[isTreated ? 'treated' : 'heldOut'];
        if (group !== undefined && alike.size < GROUPS_SHOWN) alike.add(group);
        if (customer === null) unnamed++;
        if (campaign === null) untitled++;
        if (arm !== null) arms.set(arm, (arms.get(arm) ?? 0) + 1);
        const key = [campaigns.idOf(campaign ?? file.title), customers.idOf(personOf(row, line))];
        return [{ key, values: [day, isTreated ? 1 : 0, channel, arm] }];
      },
      daysOf: ({ day }) => (day === null ? [] : [day]),
      toldAt: ({ at }) => at,
      figures: () => [
        { name: say`Contacted`, value: treated, unit: 'count' },
        { name: say`Held out`, value: heldOut, unit: 'count' },
      ],
      notes: () => [
        ...(unnamed > 0
          ? [say`No column says who a customer is: each row is a person of its own, who is in no other file.`]
          : []),
        ...(untitled > 0 ? [say`No column names the campaign: it is called "${file.title}" after the file.`] : []),
        ...(arms.size > 0 ? [say`${[...arms].map(([arm, count]) => `${arm}: ${count}`).join('; ')}.`] : []),
        ...(groups.treated.size > 0 ? [say`Taken as contacted: ${[...groups.treated].join(', ')}.`] : []),
        ...(groups.heldOut.size > 0 ? [say`Taken as held out: ${[...groups.heldOut].join(', ')}.`] : []),
        ...(heldOut === 0
          ? [say`Nobody was held out: what would have happened without cannot be told from this list.`]
          : []),
      ],
    });

    return {
      ...store,
      store(batch, reject) {
        const rejected = new Set<number>();
        store.store(batch, (line, misfit) => {
          rejected.add(line);
          reject(line, misfit);
        });
        const told = batch.flatMap(({ line, content }): Numbered<TraitRow>[] =>
          rejected.has(line) || content.traits.length === 0
            ? []
            : [{ line, content: { ref: personOf(content, line), traits: content.traits, at: 0 } }],
        );
        // Who stands in two campaigns is known by the first line.
        traits.store(told, () => {});
      },
      close() {
        store.close();
        traits.close();
      },
      notes: () => [...(store.notes?.() ?? []), ...(traits.notes?.() ?? [])],
    };
  },
};

/** By content, so that the same file makes the same persons in any shop. */
function fileOf(db: Connection, importId: number): { readonly person: string; readonly title: string } {
  const { name, sha256 } = db
    .prepare<[number], { name: string; sha256: string }>('SELECT name, sha256 FROM import WHERE id = ?')
    .get(importId)!;
  return {
    person: `${sha256.slice(0, 12)} line`,
    title: name.replace(/^.*[/\\]/, '').replace(/(\.[a-z]{2,5})+$/i, ''),
  };
}
