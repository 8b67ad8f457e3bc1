import { say } from '../../words/say.ts';
import { type Reader, tell } from '../../words/tell.ts';
import { commandLine } from '../arguments.ts';
import { clip, formatValue, tableText } from '../text.ts';
import type { Answer, Fact, Part, Value } from '../told.ts';

/** Wider than this a table is unreadable on most terminals. */
const MAX_CELL = 60;

/** An answer as plain text. Pure. */
export function renderTerminal(answer: Answer): string {
  const { shop } = answer;
  const blocks = [
    `${shop?.demo ? 'DEMO · ' : ''}${clean(answer.title)}`,
    ...answer.parts.map((part) => renderPart(part, answer)),
    ...actionLines(answer),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function renderPart(part: Part, reader: Reader): string {
  switch (part.kind) {
    case 'text':
      return clean(part.text);
    case 'facts':
      return part.facts.map((fact) => factLine(fact, reader)).join('\n');
    case 'table': {
      const short = {
        columns: part.columns,
        rows: part.rows.map((row) => row.map((value, column) => cell(value, column === row.length - 1))),
      };
      return [...(part.title ? [clean(part.title)] : []), tableText(short, reader)].join('\n');
    }
    case 'chart':
      return `[${tell(say`chart`, reader)}] ${clean(part.alt)}`;
    case 'note':
      return `(${clean(part.text)})`;
    case 'file':
      return `--- ${clean(part.name)} ---\n${part.content.trimEnd()}`;
  }
}

/** One line; what is cut says so. The last cell of a row pushes nothing aside and is shown whole. */
function cell(value: Value, isLast: boolean): Value {
  if (typeof value !== 'string') return value;
  const line = clean(value).replaceAll('\n', ' ');
  return isLast ? line : clip(line, MAX_CELL);
}

function factLine({ label, value, unit, low, high, exact, receipt }: Fact, reader: Reader): string {
  const { shop } = reader;
  const show = (number: number) => formatValue(number, unit, shop, exact);
  const interval =
    low !== undefined && high !== undefined ? `  (${tell(say`80%: ${show(low)} to ${show(high)}`, reader)})` : '';
  return `${clean(label)}: ${clean(formatValue(value, unit, shop, exact))}${interval}${receipt ? `  ${receipt}` : ''}`;
}

function actionLines(answer: Answer): string[] {
  const { actions = [] } = answer;
  if (actions.length === 0) return [];
  const lines = actions.map(({ label, ask, form }) => {
    const fields = (form?.fields ?? []).map(({ name }) => ` ${name}:"…"`).join('');
    return `  ${clean(label)}: /${clean(commandLine(ask))}${fields}`;
  });
  return [[tell(say`Next:`, answer), ...lines].join('\n')];
}

/** Foreign text may carry escape sequences that move the cursor or rename the window. */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '');
}
