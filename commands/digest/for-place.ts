import type { ChannelDigest } from '../../data/state/types/channels.ts';
import type { Said } from '../../words/say.ts';
import { muteAction } from './mute.ts';
import { sectionsFor } from './sections.ts';
import { type Digest, digestOf, type WeekNews } from './week.ts';

/** The digest as one channel wants it. With a footer it is posted, and its lines can be muted there. */
export function forPlace(
  place: ChannelDigest,
  { news, late, footer }: { readonly news: WeekNews; readonly late: Said | null; readonly footer: Said | null },
): Digest {
  const has = sectionsFor(place);
  return digestOf(news, { has, late, whole: false, footer, actions: footer ? [muteAction(place, has)] : [] });
}
