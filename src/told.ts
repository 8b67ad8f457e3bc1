import type * as Said from '../commands/reply.ts';
import type { Shop } from '../data/types/shop.ts';
import type { Language, Told } from '../words/tell.ts';

/** Replies as the doors have them: every sentence told in the reader's language. */

export type Part = Told<Said.Part>;
export type Table = Told<Said.Table>;
export type Fact = Told<Said.Fact>;
export type Column = Told<Said.Column>;
export type Row = Told<Said.Row>;
export type Value = Told<Said.Value>;
export type ChartPart = Told<Said.ChartPart>;
export type Chart = Told<Said.Chart>;
export type ForecastChart = Told<Said.ForecastChart>;
export type BarChart = Told<Said.BarChart>;
export type ColumnChart = Told<Said.ColumnChart>;
export type PanelChart = Told<Said.PanelChart>;
export type LineChart = Told<Said.LineChart>;
export type ScatterChart = Told<Said.ScatterChart>;
export type HeatChart = Told<Said.HeatChart>;
export type FlowChart = Told<Said.FlowChart>;
export type TreeChart = Told<Said.TreeChart>;
export type WaterfallChart = Told<Said.WaterfallChart>;
export type Axis = Told<Said.Axis>;
export type Action = Told<Said.Action>;
export type Form = Told<Said.Form>;
export type Field = Told<Said.Field>;

export type Reply = Told<Said.Reply>;

/** What a door needs to render: an answer, or a post from the outbox. */
export type Rendered = Reply & {
  /** Currency, zone and locale of every number in the reply. Null before a shop is set up. */
  readonly shop: Shop | null;
  /** Of the one who reads it. */
  readonly language: Language;
};

/** What is kept of a message: its words, as they were told. */
export function asReply({ title, tone, parts, actions }: Rendered): Reply {
  return { title, tone, parts, ...(actions && { actions }) };
}

/** A reply as it leaves dispatch: what became of the call, who may read it, and whose numbers these are. */
export type Answer = Rendered & {
  /** `refused`: the person can mend it. `fault`: ours; the text carries a reference to quote. */
  readonly outcome: 'answered' | 'refused' | 'fault';
  readonly audience: 'caller' | 'channel';
};
