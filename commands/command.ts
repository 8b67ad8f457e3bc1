import { z } from 'zod';
import type { ExecutorName } from '../data/state/types/executions.ts';
import type { Person, PersonId } from '../data/state/types/people.ts';
import type { State } from '../data/state/types/state.ts';
import type { Facts } from '../data/types/facts.ts';
import type { Day, Instant, Shop } from '../data/types/shop.ts';
import { named, type Said, type Words } from '../words/say.ts';
import { type Language, tell } from '../words/tell.ts';
import type { Caller, Upload } from './call.ts';
import type { Compute } from './compute.ts';
import type { Reply } from './reply.ts';
import type { Nameable } from './suggestions.ts';

/** What Sextant lets a person do. Each role may do all that the ones before it may. */
export const roles = ['viewer', 'analyst', 'approver', 'admin'] as const;
export type Role = (typeof roles)[number];

export function mayActAs(has: Role, needs: Role): boolean {
  return roles.indexOf(has) >= roles.indexOf(needs);
}

/** Everything a command is given. The clock and the platform do not come in at all. */
export type Context = {
  readonly facts: Facts;
  readonly state: State;
  /** Runs a model off the event loop. */
  readonly compute: Compute;
  readonly caller: Caller & { readonly role: Role | null };
  readonly now: Instant;
  /** The shop's local date at `now`. */
  readonly today: Day;
  /** When the shop's clock shows so many minutes of that day. */
  readonly wall: (day: Day, minute: number) => Instant;
  readonly shop: Shop | null;
  /** The files that came with the call. */
  readonly uploads: readonly Upload[];
  readonly files: Files;
  /** The answer goes where all can read it. */
  readonly shared: boolean;
  readonly commands: readonly Command[];
  /** Reads a line as it would be typed. `problem` is what is wrong with it: null where it can be asked. */
  readonly read: (line: string) => { readonly command: Command | null; readonly problem: Words | null };
  readonly passes: Passes;
  readonly execution: ExecutionTerms;
  /** What the process knows of its own doors, for `/status`. */
  readonly doors: readonly DoorStatus[];
  /** Whether a person's account is closed at the platform by now. False where that cannot be told. */
  readonly hasLeft: (person: PersonId) => Promise<boolean>;
  /** Null where the configuration says which shop is open. */
  readonly premises: Premises | null;
};

/**
 * The demo and the team's own shop are two databases: one is open at a time, and nothing passes between them. Which
 * one is opened is remembered; a running process changes over within seconds.
 */
export type Premises = {
  /** Whether there is a shop of the team's own to go back to. */
  hasOwn(): boolean;
  /**
   * Makes the team's own shop and opens it: whoever asked is its first admin. `link` lets somebody of the demo's
   * workspace in; null for those who get in by themselves.
   *
   * @throws where there is one already: it opens to those whom it knows
   */
  openOwn(first: { readonly shop: Shop; readonly language: Language; readonly admin: Person }): {
    readonly link: string | null;
  };
  openOwnAgain(): void;
  openDemo(): void;
};

/** How approved shifts are carried out, and what never is, whoever approves. Amounts in the shop's currency. */
export type ExecutionTerms = {
  readonly by: ExecutorName;
  /** Largest change of a budget at once, as a share of it. */
  readonly mostStep: number;
  /** Most money moved in 24 hours and in 30 days; null: no limit. */
  readonly mostADay: number | null;
  readonly mostAMonth: number | null;
  /** By campaign, what it can cost at worst, as a multiple of its budget; and the most they may cost so a week. */
  readonly voucherWorstCase: Readonly<Record<string, number>>;
  readonly mostVoucherCost: number | null;
  /** Shifts that move less are rolled back without asking; null: none is. */
  readonly rollBackBelow: number | null;
};

/** By hand, and no line by more than half. */
export const byHand: ExecutionTerms = {
  by: 'manual',
  mostStep: 0.5,
  mostADay: null,
  mostAMonth: null,
  voucherWorstCase: {},
  mostVoucherCost: null,
  rollBackBelow: null,
};

/**
 * Files between two clicks: what was uploaded is kept for a day, for the one who sent it and for those who import.
 * What a person names is always an id such as U-7, never a path.
 */
export type Files = {
  keep(upload: Upload, by: Caller): Promise<HeldFile>;
  /** Null when there is none, when its day is over, or when it is somebody else's and the caller may not import. */
  find(id: string, caller: Context['caller']): HeldFile | null;
  forget(id: string): Promise<void>;
  /**
   * The text of a file that `write` makes at the path it is given; null when it makes none, and a text of null when it
   * makes one of more than `most` bytes, which is not read.
   */
  textOf(write: (path: string) => Promise<unknown>, most: number): Promise<{ readonly text: string | null } | null>;
};

/** Files of one person that are kept at a time; the oldest goes first. */
export const MOST_HELD = 20;

export type HeldFile = Upload & {
  /** "U-7". */
  readonly id: string;
  readonly bytes: number;
};

/** Secrets are made outside; a command may only hand them to the person who asked. */
export type Passes = {
  /** An address that signs this caller in to the workspace, once. */
  signInLink(caller: Caller): string;
  /** A bearer token for the person `api:<name>`. */
  apiToken(name: string): string;
};

export type DoorStatus = { readonly door: string; readonly state: Words };

/** A line that can be typed. One with words of a person's own in it is told in the reader's language. */
type Example = Said | string;

export function exampleIn(language: Language, example: Example): string {
  return typeof example === 'string' ? example : tell(example, { language, shop: null });
}

/** One thing a person can say, at every door. */
export type Command<Input extends z.ZodObject = z.ZodObject> = {
  /** What people type, lower case: "forecast", "budget plan". */
  readonly name: string;
  /** One line for help, no full stop. */
  readonly summary: Words;
  /** Shown in help and run by a test, so they cannot go stale. Without the slash. */
  readonly examples: readonly [Example, ...Example[]];
  /** The least role that may ask; null is anybody, even someone Sextant does not know. */
  readonly needs: Role | null;
  readonly input: Input;
  /** The argument that a bare word stands for: "/why F-1042". */
  readonly bare?: keyof z.input<Input> & string;
  /** Reached by buttons and the clock; not listed in help or registered as a slash command. */
  readonly hidden?: boolean;
  /** It does something: nobody is offered to ask it again, for the channel or from the Home. */
  readonly changes?: boolean;
  /** The answer is a secret of the one who asked: it is never shared. */
  readonly personal?: boolean;
  /** To whom it is offered where the role does not tell who may: a viewer may be somebody's deputy. Left out: to all who may ask. */
  offeredTo?(context: Context): boolean;
  run(input: z.output<Input>, context: Context): Reply | Promise<Reply>;
};

/** Types a command by its own schema, then lets it stand in one list with all others. */
export function defineCommand<Input extends z.ZodObject>(command: Command<Input>): Command {
  return command as unknown as Command;
}

/** What one argument looks like from outside: for help, completion, and the platforms' own option lists. */
export type Argument = {
  readonly name: string;
  readonly description: Words;
  /** `held` names a file that came earlier. */
  readonly kind: 'whole' | 'text' | 'choice' | 'file' | 'held';
  readonly required: boolean;
  readonly choices?: readonly string[];
  readonly from?: number;
  readonly to?: number;
  /** What it names, of which the known ones are offered. */
  readonly names?: Nameable;
};

/** Schemas never change; reading all of them anew took half of what Discord's commands take to be made. */
const known = new WeakMap<Command, readonly Argument[]>();

/** The arguments of a command, read from its schema, so that they are written once. */
export function argumentsOf(command: Command): readonly Argument[] {
  const read = known.get(command) ?? readArguments(command);
  known.set(command, read);
  return read;
}

function readArguments(command: Command): readonly Argument[] {
  const schema = z.toJSONSchema(command.input, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  const required = new Set(schema.required ?? []);
  const shown = Object.entries(schema.properties ?? {}).filter(([, property]) => !property.hidden);
  return shown.map(([name, property]) => ({
    name,
    description: property.says ?? named(property.description ?? name),
    kind: property.kind ?? (property.enum ? 'choice' : 'text'),
    required: required.has(name),
    ...(property.enum && { choices: property.enum }),
    ...(property.from !== undefined && { from: property.from }),
    ...(property.to !== undefined && { to: property.to }),
    ...(property.names && { names: property.names }),
  }));
}

type JsonSchema = {
  readonly required?: readonly string[];
  readonly properties?: Readonly<
    Record<
      string,
      {
        readonly description?: string;
        /** The description, in any language. */
        readonly says?: Words;
        /** For the clock: understood, but offered to nobody. */
        readonly hidden?: boolean;
        readonly kind?: Argument['kind'];
        readonly enum?: readonly string[];
        readonly from?: number;
        readonly to?: number;
        readonly names?: Nameable;
      }
    >
  >;
};
