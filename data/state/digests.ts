import type { Connection } from '../database.ts';
import type { ChannelDigest, Digests, Place } from './types/channels.ts';

type Row = Place & {
  readonly persona: string;
  readonly include: string | null;
  readonly muted: string;
  readonly version: number;
  readonly isApproved: number;
  readonly declined: string | null;
};

/** How each channel that gets the digest wants it: the rows of `channel` with that purpose. */
export function openDigests(db: Connection): Digests {
  const columns = `door, channel, persona, include, muted, version, declined,
    coalesce(approved_version = version, 0) AS isApproved`;
  const list = db.prepare<[], Row>(`SELECT ${columns} FROM channel WHERE purpose = 'digest' ORDER BY door, channel`);
  const find = db.prepare<[Place], Row>(
    `SELECT ${columns} FROM channel WHERE purpose = 'digest' AND door = @door AND channel = @channel`,
  );
  const where = `WHERE purpose = 'digest' AND door = @door AND channel = @channel`;
  const set = db.prepare(
    `UPDATE channel SET persona = @persona, include = @include, muted = '[]', declined = NULL, version = version + 1
     ${where} AND (persona <> @persona OR include IS NOT @include OR muted <> '[]')`,
  );
  const mute = db.prepare(`UPDATE channel SET muted = @muted ${where} AND muted <> @muted`);
  const approve = db.prepare(
    `UPDATE channel SET approved_version = version, declined = NULL ${where} AND version = @version
       AND approved_version IS NOT version`,
  );
  const decline = db.prepare(`UPDATE channel SET declined = @period ${where} AND version = @version`);
  return {
    list: () => list.all().map(toDigest),
    find: (place) => orNull(find.get(place)),
    set: (place, { persona, include }) =>
      set.run({ ...place, persona, include: include && JSON.stringify(include) }).changes === 1,
    mute: (place, muted) => mute.run({ ...place, muted: JSON.stringify(muted) }).changes === 1,
    approve: (place, version) => approve.run({ ...place, version }).changes === 1,
    decline: (place, { version, period }) => decline.run({ ...place, version, period }).changes === 1,
  };
}

function orNull(row: Row | undefined): ChannelDigest | null {
  return row ? toDigest(row) : null;
}

function toDigest({ include, muted, isApproved, ...row }: Row): ChannelDigest {
  return {
    ...row,
    include: include === null ? null : JSON.parse(include),
    muted: JSON.parse(muted),
    isApproved: isApproved === 1,
  };
}
