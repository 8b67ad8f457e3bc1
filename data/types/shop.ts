/** A calendar day in the shop's zone: "2026-04-20". */
export type Day = string;

/** Days since 1970-01-01 in the shop's zone: for arithmetic and typed arrays. */
export type EpochDay = number;

/** Milliseconds since the epoch, UTC. */
export type Instant = number;

export type Shop = {
  readonly name: string;
  /** ISO 4217. Money everywhere is in minor units of it. */
  readonly currency: string;
  /** IANA zone: days begin and end here. */
  readonly zone: string;
  /** BCP 47: how numbers and dates are written. */
  readonly locale: string;
  /** Made-up data: DEMO stands on every message, and nothing reaches a real channel. */
  readonly demo: boolean;
};
