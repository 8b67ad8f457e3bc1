import { webApi } from '@slack/bolt';
import { keyOf } from '../button-memory.ts';
import { clip } from '../text.ts';
import type { ChartPart, Rendered } from '../told.ts';
import { MAX_ALT_TEXT, printable } from './blocks.ts';
import { renderSlack, type SlackMessage, type Surface } from './render.ts';
import { inWords, type Wire } from './wire.ts';

/** Slack takes a while to look at an uploaded picture; a message that shows it sooner is refused (bolt-js #2115). */
const PATIENCE_MS = 10_000;
const FIRST_LOOK_MS = 200;
const LONGEST_LOOK_MS = 2_000;

/** Remembers what was uploaded, so that who comes back to a message finds its pictures looked at meanwhile. */
export type PictureMemory = {
  fileOf(picture: string): string | null;
  /** Null: there is none any more. */
  keep(picture: string, file: string | null): void;
};

/** A memory that ends with the process. */
export function memoryOfPictures(): PictureMemory {
  const files = new Map<string, string | null>();
  return {
    fileOf: (picture) => files.get(picture) ?? null,
    keep: (picture, file) => void files.set(picture, file),
  };
}

export type Pictured = {
  readonly message: SlackMessage;
  /** Every chart is shown as a picture. */
  readonly isWhole: boolean;
  /** Uploaded, and not looked at by Slack yet: their files, and the message as it is with them. */
  readonly late: { readonly files: readonly string[]; readonly message: SlackMessage } | null;
};

/**
 * A reply as Block Kit with its charts uploaded. A chart that could not be drawn or uploaded, or that Slack has not yet
 * looked at, is told in words: late numbers are worse than a late picture.
 *
 * @throws {webApi.WebAPIRateLimitedError} nothing was shown yet, and a later try can have the picture
 */
export async function renderWithPictures(
  wire: Wire,
  message: Rendered,
  surface: Surface = 'message',
): Promise<Pictured> {
  const { keep } = wire.memory;
  const inWordsOnly = renderSlack(message, { surface, keep });
  const { charts } = inWordsOnly;
  if (charts.length === 0) return { message: inWordsOnly, isWhole: true, late: null };
  const uploads = await Promise.all(charts.map((chart) => upload(wire, chart, message)));
  const files = uploads.filter((each) => each !== null);
  const looked = await Promise.all(files.map((each) => untilLookedAt(wire, each)));
  const ready = files.filter((_, i) => looked[i] === 'ready');
  const awaited = files.filter((_, i) => looked[i] === 'awaited');
  const shown = (some: readonly Uploaded[]) =>
    renderSlack(message, { surface, pictures: new Map(some.map(({ chart, file }) => [chart, file])), keep });
  if (awaited.length > 0) {
    wire.log('warn', `Slack had not looked at a chart after ${PATIENCE_MS / 1000} s; it follows`);
  }
  return {
    message: ready.length > 0 ? shown(ready) : inWordsOnly,
    isWhole: ready.length === charts.length,
    late:
      awaited.length > 0 ? { files: awaited.map(({ file }) => file), message: shown([...ready, ...awaited]) } : null,
  };
}

type Uploaded = { readonly chart: ChartPart; readonly file: string; readonly picture: string };

/** Uploaded to no channel: it is seen only through the message that shows it, so a repeated upload shows nothing. */
async function upload(wire: Wire, chart: ChartPart, message: Rendered): Promise<Uploaded | null> {
  const { title, alt } = chart;
  const picture = keyOf(JSON.stringify([chart, message.shop, message.language]));
  const known = wire.pictures.fileOf(picture);
  if (known !== null) return { chart, picture, file: known };
  try {
    const { files } = await wire.client.filesUploadV2({
      file: await wire.renderChart(chart, message),
      filename: `${title.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 60) || 'chart'}.png`,
      title: clip(printable(title), 150),
      alt_text: clip(printable(alt), MAX_ALT_TEXT),
    });
    const file = files?.[0]?.files?.[0]?.id;
    if (file === undefined) throw new Error('Slack took the picture and named no file');
    wire.pictures.keep(picture, file);
    return { chart, picture, file };
  } catch (error) {
    if (error instanceof webApi.WebAPIRateLimitedError) throw error;
    wire.log('warn', `a chart was sent in words: ${inWords(error)}`);
    return null;
  }
}

/** A picture that Slack does not know any more is forgotten, and uploaded anew by whoever comes back for it. */
async function untilLookedAt(wire: Wire, { file, picture }: Uploaded): Promise<'ready' | 'awaited' | 'gone'> {
  const until = wire.now() + PATIENCE_MS;
  for (let wait = FIRST_LOOK_MS; ; wait = Math.min(LONGEST_LOOK_MS, wait * 1.5)) {
    const looked = await lookAt(wire, file);
    if (looked === 'gone') wire.pictures.keep(picture, null);
    if (looked !== 'awaited' || wire.now() + wait > until || wire.closing()) return looked;
    await wire.pause(wait);
  }
}

/** Whether Slack has looked at a file by now. */
export async function lookAt(wire: Wire, file: string): Promise<'ready' | 'awaited' | 'gone'> {
  try {
    return (await wire.client.files.info({ file })).file?.mimetype ? 'ready' : 'awaited';
  } catch (error) {
    if (!(error instanceof webApi.WebAPIPlatformError)) return 'awaited';
    wire.log('warn', `a chart was sent in words: ${inWords(error)}`);
    return 'gone';
  }
}
