import type { APIEmbed } from 'discord.js';
import type { Tone } from '../../commands/reply.ts';
import type { ButtonMemory } from '../button-memory.ts';
import type { ChartPart, Rendered } from '../told.ts';
import type { Row } from './actions.ts';
import { escapeDiscord } from './markup.ts';
import { colours, renderDiscord } from './render.ts';

export type RenderChart = (chart: ChartPart, reply: Rendered) => Promise<Buffer>;

/** A message in the shape that every sending method of discord.js takes. */
export type Payload = {
  readonly content: string;
  readonly embeds: APIEmbed[];
  readonly components: Row[];
  readonly files: { readonly attachment: Buffer; readonly name: string; readonly description?: string }[];
  /** Empty, so that an edit drops the pictures of before; the library adds the new ones. */
  readonly attachments: never[];
  readonly allowedMentions: { readonly parse: never[] };
};

/** A message as Discord is sent it, and whether each of its charts is a picture. */
export type Drawn = { readonly payload: Payload; readonly isWhole: boolean };

/** Renders a message and draws its pictures. When one cannot be drawn, the charts are said in words instead. */
export async function drawMessage(
  message: Rendered,
  {
    memory,
    reference,
    mostFileBytes,
    renderChart,
    report,
  }: {
    readonly memory: ButtonMemory;
    readonly reference?: string;
    readonly mostFileBytes?: number;
    readonly renderChart: RenderChart;
    readonly report: (error: unknown) => void;
  },
): Promise<Drawn> {
  const options = { memory, ...(reference && { reference }), ...(mostFileBytes && { mostFileBytes }) };
  const drawn = renderDiscord(message, options);
  try {
    const pictures = await Promise.all(drawn.pictures.map(({ part }) => renderChart(part, message)));
    const files = pictures.map((attachment, i) => {
      const { name, alt } = drawn.pictures[i]!;
      return { attachment, name, ...(alt && { description: alt }) };
    });
    return { payload: payload(drawn, files), isWhole: true };
  } catch (error) {
    report(error);
    return { payload: payload(renderDiscord(message, { ...options, pictures: false })), isWhole: false };
  }
}

/** A sentence of the door's own. */
export function plainWords(text: string, tone: Tone = 'plain'): Payload {
  return payload({ embeds: [{ color: colours[tone], description: escapeDiscord(text) }], components: [], files: [] });
}

function payload(
  { embeds, components, files }: Pick<ReturnType<typeof renderDiscord>, 'embeds' | 'components' | 'files'>,
  pictures: Payload['files'] = [],
): Payload {
  const texts = files.map(({ name, content }) => ({ name, attachment: Buffer.from(content) }));
  return {
    content: '',
    embeds,
    components,
    files: [...pictures, ...texts],
    attachments: [],
    allowedMentions: { parse: [] },
  };
}
