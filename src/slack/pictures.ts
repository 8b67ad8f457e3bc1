import { webApi } from '@slack/bolt';
import { clip } from '../text.ts';
import type { ChartPart, Rendered } from '../told.ts';
import { MAX_ALT_TEXT, printable } from './blocks.ts';
import { renderSlack, type SlackMessage, type Surface } from './render.ts';
import { inWords, type Wire } from './wire.ts';

/** Slack takes a while to look at an uploaded picture; a message that shows it sooner is refused (bolt-js #2115). */
const PATIENCE_MS = 10_000;
const FIRST_LOOK_MS = 200;
const LONGEST_LOOK_MS = 2_000;
/** The numbers go out without a picture that takes longer, and it follows within this, or never. */
const LATE_MS = 5 * 60_000;
const LATE_LOOK_MS = 10_000;

export type Pictured = {
  readonly message: SlackMessage;
  /** The message with the pictures that Slack was slow to look at; null when none came. Absent when none is awaited. */
  readonly late?: Promise<SlackMessage | null>;
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
  const uploads = await Promise.all(inWordsOnly.charts.map((chart) => upload(wire, chart, message)));
  const files = uploads.filter((each) => each !== null);
  const until = wire.now() + PATIENCE_MS;
  const ready = await lookedAt(wire, files, { until, longest: LONGEST_LOOK_MS });
  const shown = (some: readonly Uploaded[]) =>
    renderSlack(message, { surface, pictures: new Map(some.map(({ chart, file }) => [chart, file])), keep });
  const drawn = ready.length > 0 ? shown(ready) : inWordsOnly;
  const awaited = files.filter((file) => !ready.includes(file));
  if (awaited.length === 0) return { message: drawn };
  wire.log('warn', `Slack had not looked at a chart after ${PATIENCE_MS / 1000} s; it follows`);
  const late = lookedAt(wire, awaited, { until: until + LATE_MS, longest: LATE_LOOK_MS }).then((came) =>
    came.length > 0 ? shown([...ready, ...came]) : null,
  );
  return { message: drawn, late };
}

type Uploaded = { readonly chart: ChartPart; readonly file: string };

/** Uploaded to no channel: it is seen only through the message that shows it, so a repeated upload shows nothing. */
async function upload(wire: Wire, chart: ChartPart, message: Rendered): Promise<Uploaded | null> {
  const { title, alt } = chart;
  try {
    const { files } = await wire.client.filesUploadV2({
      file: await wire.renderChart(chart, message),
      filename: `${title.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 60) || 'chart'}.png`,
      title: clip(printable(title), 150),
      alt_text: clip(printable(alt), MAX_ALT_TEXT),
    });
    const file = files?.[0]?.files?.[0]?.id;
    if (file === undefined) throw new Error('Slack took the picture and named no file');
    return { chart, file };
  } catch (error) {
    if (error instanceof webApi.WebAPIRateLimitedError) throw error;
    wire.log('warn', `a chart was sent in words: ${inWords(error)}`);
    return null;
  }
}

/** Those that Slack has looked at by then. Never rejects. */
async function lookedAt(
  wire: Wire,
  files: readonly Uploaded[],
  { until, longest }: { readonly until: number; readonly longest: number },
): Promise<readonly Uploaded[]> {
  const found = await Promise.all(files.map(async (each) => ((await isLookedAt(each.file)) ? each : null)));
  return found.filter((each) => each !== null);

  async function isLookedAt(file: string): Promise<boolean> {
    for (let wait = FIRST_LOOK_MS; ; wait = Math.min(longest, wait * 1.5)) {
      try {
        if ((await wire.client.files.info({ file })).file?.mimetype) return true;
      } catch (error) {
        if (error instanceof webApi.WebAPIPlatformError) {
          wire.log('warn', `a chart was sent in words: ${inWords(error)}`);
          return false;
        }
      }
      if (wire.now() + wait > until || wire.closing()) return false;
      await wire.pause(wait);
    }
  }
}
