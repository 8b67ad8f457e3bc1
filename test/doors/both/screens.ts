import type { OpenDoor } from '../../../src/doors.ts';
import type { Person, Room } from './team.ts';

/** A message as a person reads it. */
export type Shown = {
  /** All that it says, in one line and without the platform's markup. */
  readonly words: string;
  /** What can be pressed or chosen, by its label. */
  readonly buttons: readonly string[];
  /** How many pictures it shows. */
  readonly pictures: number;
};

/** A form that stands open for a person. */
export type OpenForm = {
  readonly title: string;
  readonly fields: readonly {
    readonly name: string;
    readonly label: string;
    readonly hint: string;
    readonly value: string;
  }[];
  /** All that stands in it. */
  readonly words: string;
};

/** A press that waits: an old copy of a message on a slow screen, a client that repeats itself. */
export type Press = {
  /** Presses, and says yes where it is asked. Each time is a press of its own. `lateMs`: how long the press was under way. */
  now(options?: { readonly lateMs?: number }): Promise<void>;
  /** The platform delivers the last of those once more. */
  again(): Promise<void>;
};

/**
 * What goes wrong while it lasts: `down`, nothing arrives; `lost`, it arrives, and we never hear so; `limited`, the
 * platform asks us to wait.
 */
export type Trouble = 'down' | 'lost' | 'limited';
/** Of what we do: post a message, change one, answer a person. */
export type Deed = 'post' | 'change' | 'answer';

/** What one platform's people and their screens are, behind one interface. */
export type Screens = {
  readonly door: OpenDoor;
  /** What the door itself reported. */
  readonly reports: readonly unknown[];

  /** A person types a command line: `/budget plan max-step:20`. Resolves when Sextant has taken it. */
  types(who: Person, line: string, room?: Room): Promise<void>;
  /**
   * A person presses a button of the newest message that they see with it, and says yes where they are asked.
   * Resolves when Sextant has taken it, with what was asked first, or null.
   */
  presses(who: Person, label: string): Promise<string | null>;
  /** The same, for later, as the message stands now. */
  holds(who: Person, label: string): Press;
  /** Waits until a form stands open for a person. */
  form(who: Person): Promise<OpenForm>;
  /** A person fills in the form that stands open, all its pages, and sends it: by the names of its fields. */
  submits(who: Person, answers: Readonly<Record<string, string>>): Promise<void>;

  /** Waits until a person reads words that match, for them alone: an answer, a window, a direct message. */
  reads(who: Person, pattern: RegExp): Promise<Shown>;
  /** Waits for what can be seen on no screen. */
  until(isSo: () => boolean): Promise<unknown>;
  /** All that a person has been told alone, oldest first. */
  told(who: Person): readonly Shown[];
  /** What stands in a room for everybody, oldest first; threads follow what they are of. */
  posted(room: Room): readonly Shown[];
  /** A person's direct messages, oldest first. */
  direct(who: Person): readonly Shown[];

  /** Something goes wrong from now on, so often or until what it gives is called. */
  breaks(deed: Deed, trouble: Trouble, times?: number): () => void;
  /** Sextant may not write in a room any more, until what it gives is called. */
  closes(room: Room): () => void;
  /** A person's account is closed there; Sextant is told by nobody. */
  leaves(who: Person): void;
  /** The connection that brings what people do is cut without a word. It comes back by itself. */
  cuts(): Promise<void>;
  /** Time goes by on the platform. */
  later(ms: number): void;
  close(): Promise<void>;
};

/** One line, so that one pattern fits both platforms. */
export function inOneLine(texts: readonly (string | undefined)[]): string {
  return texts
    .filter((text) => text !== undefined)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Longer than a model takes on a busy machine. */
const DEADLINE_MS = 15_000;

/** Looks again whenever something may have changed; says what there was when it does not come. */
export async function sooner<Found>(
  look: () => Found | undefined | null | false,
  changed: () => Promise<unknown>,
  missing: () => string,
): Promise<Found> {
  const end = Date.now() + DEADLINE_MS;
  for (;;) {
    const found = look();
    if (found) return found;
    if (Date.now() > end) throw new Error(missing());
    await changed();
  }
}
