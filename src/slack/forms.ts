import type { App, ViewSubmitAction } from '@slack/bolt';
import type { Ask } from '../../commands/call.ts';
import { say } from '../../words/say.ts';
import { tell as inWordsOf, type Language } from '../../words/tell.ts';
import { commandLine } from '../arguments.ts';
import type { House } from '../doors.ts';
import type { Action, Answer, Form } from '../told.ts';
import { uploadForm } from '../upload-form.ts';
import { type Asking, withMore } from './asking.ts';
import { type SlackFile, tooLarge } from './download.ts';
import type { Homes } from './home.ts';
import { FILE, FORM, fieldErrors, fieldOf, formModal, formOf, type Origin } from './modal.ts';
import { ownWords } from './own-words.ts';
import { type Place, tell, tellPrivately } from './tell.ts';
import { inWindow, waitingView } from './windows.ts';
import { inWords, type Wire } from './wire.ts';
import { within } from './within.ts';
import { workFor } from './working.ts';

export type Forms = ReturnType<typeof forms>;

/** Opens forms; what is typed into one is asked when it is sent, and comes back to it when it is refused. */
export function forms(house: House, wire: Wire, { askOf, askLine }: Asking) {
  /** The person has three seconds from the click until Slack forgets it, so the form comes before anything else. */
  async function openForm(form: Form, line: string, place: Place, trigger_id: string, wants: { file?: true } = {}) {
    const { channel, respondTo, fresh, thread, view: window, inHome } = place;
    const language = wire.languageOf(place.user);
    const origin: Origin = {
      line,
      channel,
      ...(thread !== undefined && { thread }),
      ...(respondTo !== undefined && { respondTo }),
      ...(fresh && { fresh }),
      ...((window !== undefined || inHome) && { inView: true }),
    };
    const view = formModal(form, origin, { language, ...wants });
    try {
      if (!view) throw new Error('the command is too long for a form');
      if (window === undefined) await wire.client.views.open({ trigger_id, view });
      else await wire.client.views.update({ view_id: window, view });
    } catch (error) {
      wire.log('warn', `a form did not open: ${inWords(error)}`);
      const advice = say`Slack did not take it in time. Try once more.`;
      await tellPrivately(wire, place, ownWords(language, say`The form did not open`, advice));
    }
  }

  function openUpload(asked: Ask, place: Place, trigger_id: string): Promise<void> {
    const { ask, form } = uploadForm(asked, house.commands, wire.languageOf(place.user));
    return openForm(form, commandLine(ask), place, trigger_id, { file: true });
  }

  /** A form that is made at the press: of what holds then. Anything else that is answered is told as ever. */
  async function openWhatIsAsked(line: string, place: Place, trigger_id: string): Promise<void> {
    const asked = askLine(line, place, {});
    const isLate = place.view === undefined && (await within(wire.patienceMs, asked)) === null;
    const there = isLate ? await inWindow(wire, place, { trigger_id }) : place;
    const answer = await asked;
    const form = answer.outcome === 'answered' ? answer.actions?.[0]?.form : undefined;
    return form ? openForm(form, line, there, trigger_id) : tell(wire, there, answer);
  }

  /** A way back to a form that had closed before its answer came, with all that was typed. */
  function backTo(line: string, language: Language, form?: Form): readonly Action[] {
    const ask = askOf(line);
    const label = inWordsOf(say`Back to the form`, { language, shop: null });
    return ask ? [{ label, style: 'plain', ask, ...(form && { form }) }] : [];
  }

  return { openForm, openUpload, openWhatIsAsked, backTo };
}

/** Takes forms that are sent. */
export function takeForms(
  app: App,
  wire: Wire,
  {
    asking: { askOf, askLine, merged, readFiles },
    forms: { backTo },
    homes,
  }: {
    readonly asking: Asking;
    readonly forms: Forms;
    readonly homes: Homes;
  },
): void {
  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: FORM }, async ({ body, view, ack }) => {
    // Ours, and signed by Slack on its way back.
    const { inView, ...origin } = JSON.parse(view.private_metadata) as Origin;
    const place: Place = { user: body.user.id, name: body.user.name, ...origin, ...(inView && { view: view.id }) };
    const state = view.state.values;
    const line = merged(origin.line, state);
    const language = wire.languageOf(place.user);
    const refuse = (errors: Record<string, string>) => ack({ response_action: 'errors', errors });
    const close = () => (inView ? ack({ response_action: 'update', view: waitingView(wire, place.user) }) : ack());

    if (state[FILE]) {
      const files: readonly SlackFile[] = Object.values(state[FILE])[0]?.files ?? [];
      const problem =
        files.length === 0
          ? say`Choose a file.`
          : files.map(({ size }) => tooLarge(size)).find((each) => each !== null);
      if (problem) return refuse({ [FILE]: inWordsOf(problem, { language, shop: null }) });
      await close();
      await readFiles(files, line, place, backTo(line, language));
    } else {
      const work = workFor(wire, place);
      const asked = askLine(line, place, work.luggage);
      const errors = errorsOf(await within(wire.patienceMs, asked), Object.keys(state));
      if (errors) return refuse(errors);
      await close();
      const answer = await asked;
      const live = origin.live === undefined ? undefined : askOf(origin.live);
      const back = answer.outcome === 'answered' ? [] : backTo(origin.line, language, formOf(view, live));
      await work.ends(withMore(answer, back));
    }
    if (inView) await homes.refresh(place.user);
  });
}

/** A refusal as errors under the inputs of a form. One with buttons is a question: it does not fit there. */
function errorsOf(answer: Answer | null, blocks: readonly string[]): Record<string, string> | null {
  if (answer?.outcome !== 'refused' || (answer.actions ?? []).length > 0) return null;
  const blockOf = new Map(blocks.map((block) => [fieldOf(block), block]));
  const errors = fieldErrors(answer, [...blockOf.keys()]);
  if (!errors) return null;
  return Object.fromEntries(Object.entries(errors).map(([field, error]) => [blockOf.get(field) ?? field, error]));
}
