import type { DailyRevenue } from '../../data/types/series.ts';
import type { Day } from '../../data/types/shop.ts';
import type { Said as Sentence, Words } from '../../words/say.ts';
import type { Action, Part } from '../reply.ts';
import type { Cut } from '../runs/cut.ts';
import type { KeptForecast } from '../runs/forecast.ts';
import type { RunOf } from '../runs/keep.ts';
import type { KeptWeek } from '../runs/week.ts';

/** What one section has to say of a week. */
export type Told = {
  /** In the message itself, each a line of its own. */
  readonly lines?: readonly (Words | null)[];
  readonly parts?: readonly Part[];
  /** In its thread, and for whoever asks for the details. */
  readonly details?: readonly Part[];
  readonly actions?: readonly Action[];
  /** For the small print at the end. */
  readonly record?: Sentence;
  /** It is reason enough for more than two lines. */
  readonly isNews?: boolean;
};

/** The week that a digest is about. */
export type Week = {
  readonly cut: Cut;
  /** Its Monday. */
  readonly from: Day;
  /** The day after the last one that is known: a week later, or earlier where days are missing. */
  readonly before: Day;
  readonly isWhole: boolean;
  /** What its known days sold. */
  readonly sales: RunOf<KeptWeek>;
  readonly said: Said | null;
  readonly ahead: Ahead;
};

/** What was said of a week. Money in minor units. */
export type Said = {
  readonly expected: number;
  readonly low80: number;
  readonly high80: number;
  readonly run: string;
  /** Posted before the week began. */
  readonly frozen: boolean;
};

/** The forecast from here on, and the days that it continues. */
export type Ahead = { readonly run: RunOf<KeptForecast>; readonly history: DailyRevenue };
