/**
 * What Slack refuses in blocks, with the JSON pointer of each problem. Written from Slack's pages and not from
 * src/slack: https://docs.slack.dev/reference/block-kit, and the `spec/limits.json` of nicklambourne/slackblocks.
 */

export type Json = Readonly<Record<string, unknown>>;

type Rules = {
  /** Which blocks and fields are allowed here. */
  readonly where: 'message' | 'modal' | 'home';
  /** Whether a file can be shown: uploaded, complete, and looked at by Slack. */
  readonly showable: (fileId: string) => boolean;
};

const ANY = [1, Number.POSITIVE_INFINITY] as const;
const MAX_BLOCKS = { message: 50, modal: 100, home: 100 } as const;
/** bolt-js #2509: refused from about here, although each single limit holds. */
const MAX_SUM_OF_TEXT = 13_200;

/** The fields of each block; any other is refused. */
const blockFields: Readonly<Record<string, readonly string[]>> = {
  header: ['text'],
  section: ['text', 'fields', 'accessory', 'expand'],
  context: ['elements'],
  actions: ['elements'],
  image: ['image_url', 'slack_file', 'alt_text', 'title'],
  rich_text: ['elements'],
  table: ['rows', 'column_settings'],
  input: ['label', 'element', 'hint', 'optional', 'dispatch_action'],
  divider: [],
};

export function problemsIn(blocks: unknown, rules: Rules): string[] {
  if (!Array.isArray(blocks)) return ['must be an array [json-pointer:/blocks]'];
  const problems: string[] = [];
  const say = (pointer: string, what: string) => problems.push(`${what} [json-pointer:${pointer}]`);
  if (blocks.length > MAX_BLOCKS[rules.where]) say('/blocks', `no more than ${MAX_BLOCKS[rules.where]} items allowed`);
  if (blocks.filter((block) => block?.type === 'table').length > 1) say('/blocks', 'only_one_table_allowed');
  for (const id of repeated(blocks.map((block) => block?.block_id))) say('/blocks', `block_id ${id} is not unique`);
  const actions: Json[] = blocks.flatMap((block) => (block?.type === 'actions' ? block.elements : []));
  for (const id of repeated(actions.map(({ action_id }) => action_id))) say('/blocks', `action_id ${id} is not unique`);
  for (const [i, block] of blocks.entries()) checkBlock(block, `/blocks/${i}`, rules, say);
  return problems;
}

/** Every string that is shown, in characters. */
export function sumOfText(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + sumOfText(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, each]) =>
      sum + (typeof each === 'string' && /^(text|alt_text)$/.test(key) ? each.length : sumOfText(each)),
    0,
  );
}

export function tooLong(blocks: unknown): boolean {
  return sumOfText(blocks) > MAX_SUM_OF_TEXT;
}

type Say = (pointer: string, what: string) => void;

function checkBlock(block: Json, at: string, rules: Rules, say: Say) {
  const fields = blockFields[String(block?.type)];
  if (!fields) return say(at, `unsupported type: ${String(block?.type)}`);
  for (const key of Object.keys(block)) {
    if (!['type', 'block_id', ...fields].includes(key)) say(`${at}/${key}`, 'invalid additional property');
  }
  if (block.type === 'input' && rules.where === 'message') say(at, 'input blocks are for views');
  if (block.type === 'table' && rules.where !== 'message') say(at, 'tables are for messages');
  if (block.block_id !== undefined) length(block.block_id, 1, 255, `${at}/block_id`, say);
  switch (block.type) {
    case 'header':
      return textObject(block.text, 150, `${at}/text`, say, 'plain_text');
    case 'section':
      if (block.text === undefined && block.fields === undefined) say(at, 'needs text or fields');
      if (block.text !== undefined) textObject(block.text, 3000, `${at}/text`, say);
      return each(block.fields ?? [], [0, 10], `${at}/fields`, say, (field, here) =>
        textObject(field, 2000, here, say),
      );
    case 'context':
      return each(block.elements, [1, 10], `${at}/elements`, say, (part, here) => textObject(part, 3000, here, say));
    case 'actions':
      return each(block.elements, [1, 25], `${at}/elements`, say, (element, here) => button(element, here, say));
    case 'image':
      return image(block, at, rules, say);
    case 'rich_text':
      return each(block.elements, ANY, `${at}/elements`, say, (element, here) => richText(element, here, say));
    case 'table':
      return table(block, at, say);
    case 'input':
      textObject(block.label, 2000, `${at}/label`, say, 'plain_text');
      if (block.hint !== undefined) textObject(block.hint, 2000, `${at}/hint`, say, 'plain_text');
      return inputElement(block.element as Json, `${at}/element`, say);
  }
}

function textObject(value: unknown, most: number, at: string, say: Say, only?: string) {
  const { type, text, emoji, ...rest } = (value ?? {}) as Json;
  if (type !== 'plain_text' && type !== 'mrkdwn') return say(at, `must be a text object, not ${String(type)}`);
  if (only && type !== only) say(at, `must be ${only}`);
  if (type === 'mrkdwn' && emoji !== undefined) say(`${at}/emoji`, 'only for plain_text');
  for (const key of Object.keys(rest)) if (key !== 'verbatim') say(`${at}/${key}`, 'invalid additional property');
  length(text, 1, most, `${at}/text`, say);
}

function length(value: unknown, least: number, most: number, at: string, say: Say) {
  if (typeof value !== 'string') return say(at, 'must be a string');
  if (value.length < least) say(at, `must be at least ${least} characters`);
  if (value.length > most) say(at, `must be less than ${most + 1} characters`);
  if (/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(value)) say(at, 'invalid unicode');
}

/** Checks each item of a list, and how many there are. */
function each(
  value: unknown,
  [least, most]: readonly [number, number],
  at: string,
  say: Say,
  check: (item: Json, at: string) => void,
) {
  if (!Array.isArray(value)) return say(at, 'must be an array');
  if (value.length < least) say(at, `no fewer than ${least} items`);
  if (value.length > most) say(at, `no more than ${most} items allowed`);
  for (const [i, item] of value.entries()) check(item, `${at}/${i}`);
}

function button(element: Json, at: string, say: Say) {
  if (element.type !== 'button') return say(at, `unsupported element ${String(element.type)}`);
  textObject(element.text, 75, `${at}/text`, say, 'plain_text');
  length(element.action_id, 1, 255, `${at}/action_id`, say);
  if (element.value !== undefined) length(element.value, 1, 2000, `${at}/value`, say);
  if (element.style !== undefined && !/^(primary|danger)$/.test(String(element.style))) say(`${at}/style`, 'bad style');
  if (element.confirm !== undefined) {
    const { title, text, confirm, deny } = element.confirm as Json;
    textObject(title, 100, `${at}/confirm/title`, say, 'plain_text');
    textObject(text, 300, `${at}/confirm/text`, say);
    textObject(confirm, 30, `${at}/confirm/confirm`, say, 'plain_text');
    textObject(deny, 30, `${at}/confirm/deny`, say, 'plain_text');
  }
}

function image(block: Json, at: string, { showable }: Rules, say: Say) {
  length(block.alt_text, 1, 2000, `${at}/alt_text`, say);
  if (block.title !== undefined) textObject(block.title, 2000, `${at}/title`, say, 'plain_text');
  if ((block.image_url === undefined) === (block.slack_file === undefined)) {
    return say(at, 'exactly one of image_url and slack_file');
  }
  if (block.slack_file === undefined) return;
  const id = String((block.slack_file as Json).id);
  if (!/^F[A-Z0-9]{8,}$/.test(id) || !showable(id)) say(`${at}/slack_file`, 'invalid slack file');
}

function richText(element: Json, at: string, say: Say) {
  if (!/^rich_text_(section|preformatted|list|quote)$/.test(String(element.type))) say(at, 'unsupported rich text');
  if (element.type === 'rich_text_list') {
    if (!/^(bullet|ordered)$/.test(String(element.style))) say(`${at}/style`, 'bullet or ordered');
    return each(element.elements, ANY, `${at}/elements`, say, (item, here) => {
      if (item.type !== 'rich_text_section') say(here, 'a list holds sections');
      richText(item, here, say);
    });
  }
  each(element.elements, ANY, `${at}/elements`, say, (leaf, here) => {
    if (leaf.type !== 'text') say(here, `unsupported leaf ${String(leaf.type)}`);
    length(leaf.text, 1, Number.POSITIVE_INFINITY, `${here}/text`, say);
  });
}

function table(block: Json, at: string, say: Say) {
  each(block.rows, [1, 100], `${at}/rows`, say, (row, there) => {
    each(row, [1, 20], there, say, (cell, here) => {
      if (cell.type !== 'raw_text') say(here, `unsupported cell ${String(cell.type)}`);
      length(cell.text, 1, Number.POSITIVE_INFINITY, `${here}/text`, say);
    });
  });
  each(block.column_settings ?? [], [0, 20], `${at}/column_settings`, say, () => undefined);
}

function inputElement(element: Json, at: string, say: Say) {
  const known = ['plain_text_input', 'number_input', 'static_select', 'file_input'];
  if (!known.includes(String(element?.type))) return say(at, `unsupported input ${String(element?.type)}`);
  length(element.action_id, 1, 255, `${at}/action_id`, say);
  const fires = (element.dispatch_action_config as Json | undefined)?.trigger_actions_on;
  each(fires ?? [], [0, 2], `${at}/dispatch_action_config`, say, (when, here) => {
    if (!/^on_(enter_pressed|character_entered)$/.test(String(when))) say(here, 'unsupported trigger');
  });
  if (element.type === 'number_input' && typeof element.is_decimal_allowed !== 'boolean') say(at, 'is_decimal_allowed');
  if (element.type === 'file_input') {
    const most = Number(element.max_files ?? 10);
    if (!Number.isInteger(most) || most < 1 || most > 10) say(`${at}/max_files`, 'must be 1 to 10');
  }
  if (element.type !== 'static_select') return;
  each(element.options, [1, 100], `${at}/options`, say, (option, here) => {
    textObject(option.text, 75, `${here}/text`, say, 'plain_text');
    length(option.value, 1, 150, `${here}/value`, say);
  });
}

/** A view, whole: its titles, its blocks and what it carries. */
export function problemsInView(view: Json, showable: Rules['showable']): string[] {
  const problems: string[] = [];
  const say: Say = (pointer, what) => problems.push(`${what} [json-pointer:${pointer}]`);
  if (view.type === 'home') {
    for (const only of ['title', 'submit', 'close']) if (only in view) say(`/view/${only}`, 'only for modals');
    return [...problems, ...problemsIn(view.blocks, { where: 'home', showable })];
  }
  if (view.type !== 'modal') say('/view/type', 'must be modal or home');
  textObject(view.title, 24, '/view/title', say, 'plain_text');
  if (view.submit !== undefined) textObject(view.submit, 24, '/view/submit', say, 'plain_text');
  if (view.close !== undefined) textObject(view.close, 24, '/view/close', say, 'plain_text');
  if (view.private_metadata !== undefined) length(view.private_metadata, 0, 3000, '/view/private_metadata', say);
  if (view.callback_id !== undefined) length(view.callback_id, 1, 255, '/view/callback_id', say);
  const inputs = Array.isArray(view.blocks) && view.blocks.some((block: Json) => block.type === 'input');
  if (inputs && view.submit === undefined) say('/view/submit', 'required with an input');
  return [...problems, ...problemsIn(view.blocks, { where: 'modal', showable })];
}

function repeated(ids: readonly unknown[]): unknown[] {
  return ids.filter((id, i) => id !== undefined && ids.indexOf(id) !== i);
}
