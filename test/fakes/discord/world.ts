import { EventEmitter } from 'node:events';
import type { APIEmbed } from 'discord.js';
import { MessageLimits } from './limits.ts';

/** What the stand-in remembers. Times come from its own clock. */

export type Person = {
  readonly id: string;
  readonly name: string;
  /** Of the server, by their ids. */
  readonly roles?: readonly string[];
  /** What their Discord is set to; British English, if left out. */
  readonly locale?: string;
};

export type SentFile = {
  readonly id: string;
  readonly filename: string;
  readonly description?: string;
  readonly size: number;
  readonly url: string;
  readonly bytes: Buffer;
};

/** A button, or a menu with its options. */
type SentButton = {
  readonly type: number;
  readonly label: string;
  readonly style: number;
  readonly custom_id: string;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
};

export type SentMessage = {
  readonly id: string;
  readonly channel: string;
  /** The person who alone can see it; null when everybody can. */
  readonly onlyFor: string | null;
  /** "Sextant is thinking…" */
  loading: boolean;
  content: string;
  embeds: readonly APIEmbed[];
  components: readonly { readonly type: number; readonly components: readonly SentButton[] }[];
  attachments: readonly SentFile[];
  allowedMentions: unknown;
  nonce: string | null;
  author: string;
};

/** A modal as Discord is asked to show it. */
export type ShownModal = {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly {
    readonly type: number;
    readonly label: string;
    readonly description?: string;
    readonly component: {
      readonly type: number;
      readonly custom_id: string;
      readonly required?: boolean;
      readonly value?: string;
      /** Of files to upload. */
      readonly min_values?: number;
      readonly max_values?: number;
      readonly options?: readonly { readonly value: string; readonly label: string; readonly default?: boolean }[];
    };
  }[];
};

export type Interaction = {
  readonly id: string;
  readonly token: string;
  readonly person: Person;
  readonly channel: string;
  readonly at: number;
  /** The message whose button was pressed. */
  readonly source: SentMessage | null;
  /** The type of the first answer: 4 message, 5 deferred, 6 and 7 update, 9 modal. Null before there is one. */
  answered: number | null;
  original: SentMessage | null;
  modal: ShownModal | null;
  /** What was offered to who types. */
  choices: readonly { readonly name: string; readonly value: string }[] | null;
};

export type RegisteredOption = {
  readonly type: number;
  readonly name: string;
  readonly required?: boolean;
  readonly min_value?: number;
  readonly max_value?: number;
  readonly choices?: readonly { readonly value: string }[];
  readonly autocomplete?: boolean;
  readonly options?: readonly RegisteredOption[];
};
export type RegisteredCommand = {
  readonly id: string;
  readonly name: string;
  readonly options?: readonly RegisteredOption[];
};

/** One request as it arrived. */
export type Request = { readonly method: string; readonly path: string; readonly body: unknown };

export class World {
  readonly token = 'MTAx.stand-in.token';
  readonly bot = { id: '101', name: 'sextant' };
  readonly application = '101';
  readonly guild = '500';
  readonly channel = '600';
  /** Emits `change` when something may be different. */
  readonly changes = new EventEmitter().setMaxListeners(0);
  readonly requests: Request[] = [];
  readonly messages: SentMessage[] = [];
  readonly limits = new MessageLimits();
  readonly interactions = new Map<string, Interaction>();
  readonly uploads = new Map<string, Buffer>();
  readonly moreChannels: string[] = [];
  /** Roles of the server beside the one that everybody has, by their ids. */
  readonly roles: string[] = ['31', '32'];
  /** The channel of each thread, by the thread's id: that of the message it was started on. */
  readonly threads = new Map<string, string>();
  /** Channels the bot may not write to. */
  readonly closedChannels = new Set<string>();
  /** Channels in which the bot may start no thread. */
  readonly threadless = new Set<string>();
  /** People who have left the server. */
  readonly gonePeople = new Set<string>();
  /** People who take no direct messages. */
  readonly closedPeople = new Set<string>();
  attachmentSizeLimit = 10 * 1024 * 1024;
  commands: readonly RegisteredCommand[] = [];
  #now = 1_780_000_000_000;
  #count = 0;

  now(): number {
    return this.#now;
  }

  /** Moves the clock. */
  later(ms: number): void {
    this.#now += ms;
  }

  /** Ids rise with time, as Discord's do. */
  snowflake(): string {
    this.#count++;
    return String(((BigInt(this.#now) - 1_420_070_400_000n) << 22n) + BigInt(this.#count));
  }

  person(name: string): Person {
    return { id: String(7000 + [...name].reduce((sum, letter) => sum * 7 + letter.charCodeAt(0), 0)), name };
  }

  channels(): readonly string[] {
    return [this.channel, '601', ...this.moreChannels];
  }
}
