import type { Shop } from '../data/types/shop.ts';
import type { Unit } from '../words/quantity.ts';
import type { Dated, Words } from '../words/say.ts';
import type { Ask } from './call.ts';

/**
 * What a command says, before any door decides how it looks.
 *
 * Words are sentences that any language can tell (`say`), never markup: a
 * renderer escapes them. Numbers stay numbers with a unit: a renderer formats
 * them. Whatever a command cannot say in these shapes is added here, and to
 * every renderer, or not said.
 */
export type Reply = {
  readonly title: Words;
  readonly tone: Tone;
  readonly parts: readonly Part[];
  readonly actions?: readonly Action[];
  /** Whose money and clock its numbers are in, where that is not the shop that is set up: of a first file, none is yet. */
  readonly countedIn?: Shop;
};

export type Tone = 'plain' | 'good' | 'careful' | 'bad';

export type Part =
  | { readonly kind: 'text'; readonly text: Words }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | Table
  | ChartPart
  /** Small print: where a number came from, or why to doubt it. */
  | { readonly kind: 'note'; readonly text: Words }
  /** A file to keep: text only. CSV cells are neutralised by whoever builds it. */
  | { readonly kind: 'file'; readonly name: string; readonly mime: string; readonly content: string };

export type Table = {
  readonly kind: 'table';
  readonly title?: Words;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** How many rows are left out already: a door counts them with its own. */
  readonly leftOut?: number;
};

/**
 * `receipt` is an id that `/why` explains. `low` and `high` are the 80% interval where there is one. `people` on a fact, a
 * column or a bar: it counts people, and where all can read it fewer than 20 are "<20".
 */
export type Fact = {
  readonly label: Words;
  readonly value: Value;
  readonly unit: Unit;
  readonly low?: number;
  readonly high?: number;
  readonly exact?: boolean;
  readonly receipt?: string;
  readonly people?: boolean;
};
/** `exact` prints money to the last minor unit; otherwise a renderer may write IDR 152M. */
export type Column = {
  readonly title: Words;
  readonly unit: Unit;
  readonly exact?: boolean;
  readonly people?: boolean;
};
export type Row = readonly Value[];
/** `null` is "not known", which is not zero. */
export type Value = Words | Dated | number | null;

export type ChartPart = {
  readonly kind: 'chart';
  readonly title: Words;
  /** Source and "data until". */
  readonly subtitle: Words;
  /** Says the finding, for those who cannot see the picture. */
  readonly alt: Words;
  readonly chart: Chart;
};

/**
 * Pictures by meaning. `src/charts` turns each into one Vega-Lite specification. All days are "2026-04-20", but for
 * the day axis of lines, which is a number.
 */
export type Chart =
  | ForecastChart
  | BarChart
  | ColumnChart
  | PanelChart
  | LineChart
  | ScatterChart
  | HeatChart
  | FlowChart
  | TreeChart
  | WaterfallChart;

export type Axis = { readonly title: Words; readonly unit: Unit };

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
    readonly label: Words;
    readonly value: number;
    readonly series?: Words;
    readonly low?: number;
    readonly high?: number;
    /** How many people it tells of. */
    readonly people?: number;
  }[];
};

/**
 * Vertical columns in the order given: bins of a distribution, weekdays, hours. Up to about 40 narrow ones are read,
 * their labels thinned out; names that need their letters are better off as bars. Columns of one label with several
 * series stand side by side.
 */
export type ColumnChart = {
  readonly type: 'columns';
  readonly unit: Unit;
  /** What the columns are: "Days since the last order". */
  readonly x: Words;
  /** Which interval `low` and `high` are: 0.8 unless told. */
  readonly level?: number;
  readonly columns: readonly {
    readonly label: Words;
    readonly value: number;
    readonly series?: Words;
    readonly low?: number;
    readonly high?: number;
  }[];
};

/** Up to four small pictures below each other, each with columns and a scale of its own. */
export type PanelChart = {
  readonly type: 'panels';
  readonly panels: readonly (Omit<ColumnChart, 'type'> & { readonly title: Words })[];
};

/** Lines over a numeric axis, each with its interval; marked points are where we are now, or might be. */
export type LineChart = {
  readonly type: 'lines';
  /** `unit: 'day'` makes a time axis: `x` is then days since 1970-01-01. */
  readonly x: Axis;
  readonly y: Axis;
  /** Which interval the bands are: 0.8 unless told. */
  readonly level?: number;
  readonly lines: readonly {
    readonly label: Words;
    readonly points: readonly { readonly x: number; readonly y: number }[];
    readonly band?: readonly { readonly x: number; readonly low: number; readonly high: number }[];
    /** A plan or a yardstick beside what is. */
    readonly dashed?: boolean;
    /** Where we are now; the subtitle says so. */
    readonly mark?: { readonly x: number; readonly y: number };
    /** Points with a word each: "now", "proposed". */
    readonly marks?: readonly { readonly x: number; readonly y: number; readonly label: Words }[];
  }[];
};

/** Many points on two axes, in groups; a group's name stands at its centre. */
export type ScatterChart = {
  readonly type: 'scatter';
  /** On a log axis what is not above zero is left out, and counted. */
  readonly x: Axis & { readonly scale?: 'log' };
  readonly y: Axis & { readonly scale?: 'log' };
  readonly groups: readonly {
    readonly label: Words;
    readonly points: readonly { readonly x: number; readonly y: number }[];
    readonly centre?: { readonly x: number; readonly y: number };
  }[];
};

/** A table of numbers shaded by their size: moves between groups, cohorts. `cells[row][column]`; null is not known. */
export type HeatChart = {
  readonly type: 'heat';
  readonly unit: Unit;
  /** What the columns are. */
  readonly x: Words;
  readonly rows: readonly Words[];
  readonly columns: readonly Words[];
  readonly cells: readonly (readonly (number | null)[])[];
  /** Below and above zero in two colours, numbers with their sign: differences from the average. */
  readonly scale?: 'diverging';
};

/** Who went from where to where. The same label on both sides is one who stayed. Two sides, up to 12 places each. */
export type FlowChart = {
  readonly type: 'flow';
  readonly unit: Unit;
  /** What the two sides are: "20 Jan 2026", "20 Apr 2026". */
  readonly left: Words;
  readonly right: Words;
  readonly from: readonly Words[];
  readonly to: readonly Words[];
  /** `from` and `to` are positions in those lists. `loss` is drawn in the warm colour. */
  readonly flows: readonly {
    readonly from: number;
    readonly to: number;
    readonly value: number;
    readonly loss?: boolean;
  }[];
};

/** Who came through whom, from left to right: up to 40 nodes, as large as their value. */
export type TreeChart = {
  readonly type: 'tree';
  readonly unit: Unit;
  readonly nodes: readonly {
    readonly label: Words;
    /** Position of the parent in `nodes`; null for a root. */
    readonly parent: number | null;
    readonly value: number;
    /** Small print under the name: "12 people below". */
    readonly note?: Words;
  }[];
};

/** From one sum to another, step by step: `start` and `end` are sums, a `change` adds to what came before it. */
export type WaterfallChart = {
  readonly type: 'waterfall';
  readonly unit: Unit;
  readonly steps: readonly {
    readonly label: Words;
    readonly value: number;
    readonly kind: 'start' | 'change' | 'end';
  }[];
};

/**
 * A button. Pressing it makes a Call; with a form, the fields' answers are added to the call's input. `opens`: the form
 * is made at the press, of what holds then: asked without answers, the call's reply has the form in its first action.
 */
export type Action = {
  readonly label: Words;
  readonly style: 'plain' | 'primary' | 'danger';
  readonly ask: Ask;
  /** Repeats in words what will happen; the door asks before it calls. */
  readonly confirm?: Words;
  readonly opens?: true;
  readonly form?: Form;
};

/**
 * `live` is asked with the answers so far, and its words are shown in the form while it is filled in. A door that
 * cannot do that asks it when the form is sent, and its answer leads on.
 */
export type Form = {
  readonly title: Words;
  readonly submit: Words;
  readonly fields: readonly Field[];
  readonly live?: Ask;
};

export type Field = {
  readonly name: string;
  readonly label: Words;
  readonly kind: 'text' | 'number' | 'choice';
  readonly required: boolean;
  readonly initial?: string;
  readonly hint?: Words;
  /** A number may be moved by this share at a touch, up and down: 0.1 is 10 %. */
  readonly nudge?: number;
  readonly choices?: readonly { readonly value: string; readonly label: Words }[];
};
