import type { BlockElementAction, types, ViewOutput } from '@slack/bolt';
import type { Answer } from '../told.ts';
import { section } from './blocks.ts';
import { platformError } from './errors.ts';
import { asLive, fieldOf, isLive, nextBlockId, type Origin, readNudge, type State } from './modal.ts';
import { renderSlack } from './render.ts';
import type { Place } from './tell.ts';
import { inWords, type Wire } from './wire.ts';

/** What is typed letter by letter is asked about once the hand rests. */
const REST_MS = 250;
/** A form has a title and buttons of its own. */
const forAnswers = new Set(['header', 'actions']);

type Change = (view: ViewOutput, action: BlockElementAction, place: Place) => Promise<void>;

/** A form that says what its answers lead to while it is filled in: each change asks, and rewrites the end of the form. */
export function liveForms(wire: Wire, ask: (line: string, state: State, place: Place) => Promise<Answer>): Change {
  /** The last change of each open form: what is older need not be answered. */
  const latest = new Map<string, symbol>();

  return async (view, action, place) => {
    const { live, channel } = JSON.parse(view.private_metadata) as Origin;
    if (live === undefined) return;
    const change = Symbol();
    latest.set(view.id, change);
    const nudge = action.type === 'button' ? readNudge(action.action_id, action.value) : null;
    if (!nudge) await new Promise((resolve) => setTimeout(resolve, REST_MS));
    if (latest.get(view.id) !== change) return;

    const now = nudge ? nudged(view, nudge) : { blocks: view.blocks as types.KnownBlock[], state: view.state.values };
    const answer = await ask(live, now.state, { ...place, channel });
    if (latest.get(view.id) !== change) return;
    latest.delete(view.id);
    const { private_metadata, callback_id, title, submit, close } = view;
    try {
      await wire.client.views.update({
        view_id: view.id,
        hash: view.hash,
        view: {
          type: 'modal',
          private_metadata,
          callback_id,
          title: title as types.PlainTextElement,
          ...(submit && { submit: submit as types.PlainTextElement }),
          ...(close && { close: close as types.PlainTextElement }),
          blocks: [...now.blocks.filter((block) => !isLive(block)), ...asLive(wordsOf(answer))],
        },
      });
    } catch (error) {
      // Closed meanwhile, or changed again: then that change brings its own answer.
      const code = platformError(error);
      if (code !== 'not_found' && code !== 'hash_conflict')
        wire.log('warn', `a form was not updated: ${inWords(error)}`);
    }
  };
}

function wordsOf(answer: Answer): types.KnownBlock[] {
  const { blocks } = renderSlack({ ...answer, actions: [] }, { surface: 'view' });
  const said = blocks.filter(({ type }) => !forAnswers.has(type));
  return answer.outcome === 'answered' ? said : [section(`⚠ ${answer.title}`), ...said];
}

/** The form with one number moved by a share of itself, and its state as it is then. */
function nudged(view: ViewOutput, { field, by }: { readonly field: string; readonly by: number }) {
  const blocks = view.blocks as types.KnownBlock[];
  const state: State = view.state.values;
  const block = blocks.find(
    (each): each is types.InputBlock => each.type === 'input' && fieldOf(each.block_id ?? '') === field,
  );
  const id = block?.block_id;
  if (!block || id === undefined || block.element.type !== 'number_input') return { blocks, state };
  const action = block.element.action_id ?? '';
  const before = state[id]?.[action]?.value ?? block.element.initial_value ?? '';
  const digits = /\.(\d+)$/.exec(before)?.[1]?.length ?? 0;
  const value = (Number(before) * (1 + by)).toFixed(digits);
  const moved: types.InputBlock = {
    ...block,
    block_id: nextBlockId(id),
    element: { ...block.element, initial_value: value },
  };
  const { [id]: _, ...others } = state;
  return {
    blocks: blocks.map((each) => (each === block ? moved : each)),
    state: { ...others, [moved.block_id!]: { [action]: { value } } },
  };
}
