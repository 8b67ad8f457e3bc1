import type { Language } from '../words/tell.ts';

/** Where a request came in. `clock` is the schedule. */
export type Door = 'slack' | 'discord' | 'web' | 'terminal' | 'clock';

/** Who asks, in the platform's own ids. Rights hang on `door` and `user`, never on a display name. */
export type Caller = {
  readonly door: Door;
  readonly user: string;
  /** For greeting only. */
  readonly name?: string;
  readonly channel?: string;
  /** People of other companies read that channel: money figures stay out of it. */
  readonly outsiders?: true;
  /** Nobody else reads there: the direct messages with Sextant. */
  readonly alone?: true;
  /** The door that the person sits at, where it is not the one they are known by: what is posted goes there. */
  readonly seat?: Door;
  /**
   * What the chat's own roles give this person. What Sextant holds of them goes before it; who may decide on money or
   * change the rules is always named.
   */
  readonly given?: 'viewer' | 'analyst';
  /** What the platform says that this person reads. Their own choice goes before it. */
  readonly language?: Language;
  /** Who really types, where somebody asks with the rights of another: "terminal:root". On record beside them. */
  readonly behind?: string;
};

/** A file that a door has received and put on disk for the command to read. Never a path that a person typed in chat. */
export type Upload = { readonly name: string; readonly path: string };

/** What a call carries beside its words: files, and where to say how far its work has come. */
export type Luggage = {
  readonly uploads?: readonly Upload[];
  readonly progress?: (progress: Progress) => void;
};

/** How far a long piece of work has come. */
export type Progress = {
  /** "Reading orders.csv: 120,000 rows, 45%, about 20 s left". */
  readonly words: string;
  /** 0..1; null when the end is not in sight. */
  readonly share: number | null;
};

/** What a button carries: a command and its arguments, as a person could have typed them. */
export type Ask = { readonly name: string; readonly input: Readonly<Record<string, unknown>> };

/** One request, whichever door it came through. */
export type Call = Ask & {
  readonly caller: Caller;
  /** When it was asked, in milliseconds since the epoch. */
  readonly at: number;
  readonly uploads?: readonly Upload[];
};
