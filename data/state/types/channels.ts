export type Purpose = 'digest' | 'approvals';

export type Place = { readonly door: string; readonly channel: string };

export type Channels = {
  of(purpose: Purpose): readonly Place[];
  add(purpose: Purpose, door: string, channel: string): void;
  /** False when it was not set. */
  remove(purpose: Purpose, place: Place): boolean;
};

/** How a channel wants its digest. */
export type ChannelDigest = Place & {
  readonly persona: string;
  /** Sections by name; null is what the persona has. */
  readonly include: readonly string[] | null;
  /** Sections that somebody has switched off here. */
  readonly muted: readonly string[];
  /** Rises with every setting that shows more. */
  readonly version: number;
  /** An admin has seen what it looks like, as it is set now. */
  readonly isApproved: boolean;
  /** The last period that an admin did not want to be posted. */
  readonly declined: string | null;
};

export type Digests = {
  list(): readonly ChannelDigest[];
  /** Null where no digest goes. */
  find(place: Place): ChannelDigest | null;
  /** Nothing is muted any more, and it has to be approved again. False when it was so already. */
  set(place: Place, as: Pick<ChannelDigest, 'persona' | 'include'>): boolean;
  /** False when it was so already. */
  mute(place: Place, muted: readonly string[]): boolean;
  /** False when the settings are others by now, or were approved before. */
  approve(place: Place, version: number): boolean;
  /** False when the settings are others by now. */
  decline(place: Place, what: { readonly version: number; readonly period: string }): boolean;
};
