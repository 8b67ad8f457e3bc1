import { webApi } from '@slack/bolt';
import { clip } from '../text.ts';
import type { ChartPart, Rendered } from '../told.ts';
import { MAX_ALT_TEXT, printable } from './blocks.ts';
import { renderSlack, type SlackMessage } from './render.ts';
import { inWords, type Wire } from './wire.ts';

/** Slack takes a while to look at an uploaded picture; a message that shows it sooner is refused (bolt-js #2115). */
const PATIENCE_MS = 10_000;
const FIRST_LOOK_MS = 200;

/**
 * A reply as Block Kit with its charts uploaded. A chart that could not be drawn, uploaded or waited for is told in
 * words instead: late numbers are worse than a missing picture.
 *
 * @throws {webApi.WebAPIRateLimitedError} nothing was shown yet, and a later try can have the picture
 */
export async function renderWithPictures(wire: Wire, message: Rendered): Promise<SlackMessage> {
  const inWordsOnly = renderSlack(message);
  const pictures = new Map<ChartPart, string>();
  for (const chart of inWordsOnly.charts) {
    try {
      const file = await upload(wire, chart, await wire.renderChart(chart, message));
      if (await isShowable(wire, file)) pictures.set(chart, file);
      else wire.log('warn', `Slack had not processed a chart after ${PATIENCE_MS / 1000} s; sent without the picture`);
    } catch (error) {
      if (error instanceof webApi.WebAPIRateLimitedError) throw error;
      wire.log('warn', `a chart was sent in words: ${inWords(error)}`);
    }
  }
  return pictures.size > 0 ? renderSlack(message, pictures) : inWordsOnly;
}

/** Uploaded to no channel: it is seen only through the message that shows it, so a repeated upload shows nothing. */
async function upload({ client }: Wire, { title, alt }: ChartPart, png: Buffer): Promise<string> {
  const { files } = await client.filesUploadV2({
    file: png,
    filename: `${title.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 60) || 'chart'}.png`,
    title: clip(printable(title), 150),
    alt_text: clip(printable(alt), MAX_ALT_TEXT),
  });
  const id = files?.[0]?.files?.[0]?.id;
  if (id === undefined) throw new Error('Slack took the picture and named no file');
  return id;
}

async function isShowable({ client, now, pause }: Wire, file: string): Promise<boolean> {
  const until = now() + PATIENCE_MS;
  for (let wait = FIRST_LOOK_MS; ; wait = Math.min(2000, wait * 1.5)) {
    const { file: info } = await client.files.info({ file });
    if (info?.mimetype) return true;
    if (now() + wait > until) return false;
    await pause(wait);
  }
}
