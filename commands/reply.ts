import type { Shop } from '../data/types.ts';
import type { Ask } from './call.ts';

/**
 * What a command says, before any door decides how it looks.
 *
 * Words are plain text, never markup: a renderer escapes them. Numbers stay
 * numbers with a unit: a renderer formats them. Whatever a command cannot say
 * in these shapes is added here, and to every renderer, or not said.
 */
export type Reply = {
  readonly title: string;
  readonly tone: Tone;
  readonly parts: readonly Part[];
  readonly actions?: readonly Action[];
};

/** A reply as it leaves dispatch: what became of the call, who may read it, and whose numbers these are. */
export type Answer = Reply & {
  /** `refused`: the person can mend it. `fault`: ours; the text carries a reference to quote. */
  readonly outcome: 'answered' | 'refused' | 'fault';
  readonly audience: 'caller' | 'channel';
  /** Currency, zone and locale of every number in the reply. Null before a shop is set up. */
  readonly shop: Shop | null;
};

/** What a door needs to render: an answer, or a post from the outbox. */
export type Rendered = Reply & { readonly shop: Shop | null };

export type Tone = 'plain' | 'good' | 'careful' | 'bad';

export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | Table
  | ChartPart
  /** Small print: where a number came from, or why to doubt it. */
  | { readonly kind: 'note'; readonly text: string }
  /** A file to keep: text only. CSV cells are neutralised by whoever builds it. */
  | { readonly kind: 'file'; readonly name: string; readonly mime: string; readonly content: string };

export type Table = {
  readonly kind: 'table';
  readonly title?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
};

/** `receipt` is an id that `/why` explains. `low` and `high` are the 80% interval where there is one. */
export type Fact = {
  readonly label: string;
  readonly value: Value;
  readonly unit: Unit;
  readonly low?: number;
  readonly high?: number;
  readonly exact?: boolean;
  readonly receipt?: string;
};
/** `exact` prints money to the last minor unit; otherwise a renderer may write IDR 152M. */
export type Column = { readonly title: string; readonly unit: Unit; readonly exact?: boolean };
export type Row = readonly Value[];
/** `null` is "not known", which is not zero. */
export type Value = string | number | null;

/**
 * `money` in minor units of the shop's currency · `share` 0..1 shown as a percentage · `change` a share with its sign · `count` whole things ·
 * `number` anything else · `days` a span · `day` "2026-04-20" · `instant` milliseconds since the epoch, shown in
 * the shop's zone · `receipt` an id that `/why` explains.
 */
export type Unit = 'text' | 'money' | 'share' | 'change' | 'count' | 'number' | 'days' | 'day' | 'instant' | 'receipt';

export type ChartPart = {
  readonly kind: 'chart';
  readonly title: string;
  /** Source and "data until". */
  readonly subtitle: string;
  /** Says the finding, for those who cannot see the picture. */
  readonly alt: string;
  readonly chart: Chart;
};

/** Pictures by meaning. `src/charts` turns each into one Vega-Lite specification. All days are "2026-04-20". */
export type Chart = ForecastChart | BarChart | LineChart | HeatChart;

/** What happened, then what is expected, with its bands, outermost first or last in any order. */
export type ForecastChart = {
  readonly type: 'forecast';
  readonly unit: Unit;
  readonly actual: readonly { readonly day: string; readonly value: number }[];
  readonly expected: readonly { readonly day: string; readonly value: number }[];
  readonly bands: readonly {
    /** 0.8 is the 80% interval. */
    readonly level: number;
    readonly points: readonly { readonly day: string; readonly low: number; readonly high: number }[];
  }[];
};

/** Horizontal bars, one per label, in the order given. Bars of one label with several series are grouped. */
export type BarChart = {
  readonly type: 'bars';
  readonly unit: Unit;
  /** Which interval `low` and `high` are: 0.8 unless told. */
  readonly level?: number;
  readonly bars: readonly {
    readonly label: string;
    readonly value: number;
    readonly series?: string;
    readonly low?: number;
    readonly high?: number;
  }[];
};

/** Lines over a numeric axis; a marked point is where we are now. */
export type LineChart = {
  readonly type: 'lines';
  readonly x: { readonly title: string; readonly unit: Unit };
  readonly y: { readonly title: string; readonly unit: Unit };
  readonly lines: readonly {
    readonly label: string;
    readonly points: readonly { readonly x: number; readonly y: number }[];
    readonly mark?: { readonly x: number; readonly y: number };
  }[];
};

/** A table of numbers shaded by their size: moves between groups, cohorts. `cells[row][column]`; null is not known. */
export type HeatChart = {
  readonly type: 'heat';
  readonly unit: Unit;
  /** What the columns are. */
  readonly x: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly (number | null)[])[];
};

/**
 * A button. Pressing it makes a Call; with a form, the fields' answers are added to the call's input. `opens`: the form
 * is made at the press, of what holds then: asked without answers, the call's reply has the form in its first action.
 */
export type Action = {
  readonly label: string;
  readonly style: 'plain' | 'primary' | 'danger';
  readonly ask: Ask;
  /** Repeats in words what will happen; the door asks before it calls. */
  readonly confirm?: string;
  readonly opens?: true;
  readonly form?: Form;
};

/**
 * `live` is asked with the answers so far, and its words are shown in the form while it is filled in. A door that
 * cannot do that asks it when the form is sent, and its answer leads on.
 */
export type Form = {
  readonly title: string;
  readonly submit: string;
  readonly fields: readonly Field[];
  readonly live?: Ask;
};

export type Field = {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'number' | 'choice';
  readonly required: boolean;
  readonly initial?: string;
  readonly hint?: string;
  /** A number may be moved by this share at a touch, up and down: 0.1 is 10 %. */
  readonly nudge?: number;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
};
