import { byHand, type ExecutionTerms } from '../../commands/command.ts';
import { fileExecutor } from '../../src/connectors/file-drop.ts';
import { webhookExecutor } from '../../src/connectors/webhook.ts';
import { openExecution } from '../../src/execution.ts';
import { executionSteps } from '../../src/execution-steps.ts';
import { tell } from '../../words/tell.ts';
import { type Fault, openReceiver, type Receiver } from '../fakes/receiver/server.ts';
import { type Beginning, begun, keptBeginning } from './beginning.ts';
import { dina, houseOn, rina } from './house.ts';
import { postAbout } from './outbox.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const SECRET = `whsec_${Buffer.from('a secret of twenty-four bytes').toString('base64')}`;

export const byWebhook: ExecutionTerms = { ...byHand, by: 'webhook' };

/**
 * A database of a real shop, in which Rina has proposed P-1, and Dina approved it where told so; nothing was sent yet. It
 * is made once for all tests, beside the demo shop.
 */
export function shiftThatIs(as: 'proposed' | 'approved', by: ExecutionTerms['by'] = 'webhook'): Promise<Beginning> {
  return keptBeginning(`${as}-${by}`, async () => {
    const { say, db, state } = houseOn(begun('demo'), { execution: { ...byHand, by } });
    state.shop.set({ ...state.shop.read()!, demo: false });
    await say('/budget propose max-step:20', rina);
    if (as === 'approved') await say('/budget approve P-1', dina);
    return db;
  });
}

type Options = {
  /** Or a database file. */
  readonly begins?: Beginning | string;
  readonly posts?: readonly Fault[];
  readonly looks?: readonly Fault[];
  readonly terms?: ExecutionTerms;
  readonly at?: number;
  readonly replay?: boolean;
  /** One that is open already; otherwise a new one. */
  readonly receiver?: Receiver;
};

/** A real shop's house with a shift from Rina, and what carries it out: the shop's own tool over HTTP, or a folder. */
export async function executing({
  begins = begun('demo'),
  posts = [],
  looks = [],
  terms = byWebhook,
  receiver: open,
  ...more
}: Options = {}) {
  const house = houseOn(begins, { execution: terms, ...more });
  const { state, time } = house;
  state.shop.set({ ...state.shop.read()!, demo: false });
  const now = () => time.at;
  const receiver = open ?? (await openReceiver({ secret: SECRET, now }));
  receiver.faults.posts.push(...posts);
  receiver.faults.looks.push(...looks);
  const { url, readBack } = receiver;
  const folder = temporaryFolder();
  const executor =
    terms.by === 'file'
      ? fileExecutor({ folder, format: 'json' })
      : webhookExecutor({ url, readBack, secret: SECRET, now, timeoutMs: posts.includes('late') ? 100 : 5000 });
  const reports: string[] = [];
  const execution = openExecution({
    state,
    executors: [executor],
    steps: executionSteps({
      state,
      terms,
      now,
      report: (text) => reports.push(tell(text, { language: 'en', shop: state.shop.read() })),
    }),
    now,
  });
  /** Lets the clock run until nothing more happens by itself. */
  const settle = async (hours = 6) => {
    const end = time.at + hours * 3_600_000;
    for (; time.at < end; time.at += 60_000) await execution.flush();
  };
  const card = (id = 'P-1') => postAbout(id, house);
  return { ...house, receiver, reports, folder, flush: () => execution.flush(), settle, card };
}
