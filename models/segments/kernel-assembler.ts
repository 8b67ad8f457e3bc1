/** Instructions of WebAssembly as bytes, operands first: what a `.wat` file would say, without a tool to translate it. */
export type Code = readonly number[];

export const i32 = 0x7f;
export const f64 = 0x7c;
export const v128 = 0x7b;
const NOTHING = 0x40;
const END = 0x0b;

/** Unsigned LEB128: seven bits a byte, lowest first. */
function unsigned(value: number): Code {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

/** LEB128 of a number that is not negative where a sign is expected: its last byte must leave the sixth bit empty. */
function signed(value: number): Code {
  return value < 64 ? [value] : [(value & 127) | 128, ...signed(value >>> 7)];
}

const operation =
  (...opcode: Code) =>
  (...operands: readonly Code[]): Code => [...operands.flat(), ...opcode];
const access =
  (opcode: Code, alignment: number) =>
  (address: Code, offset: number, value: Code = []): Code => [
    ...address,
    ...value,
    ...opcode,
    alignment,
    ...unsigned(offset),
  ];
/** Opcodes of vectors are themselves LEB128 after a prefix. */
const vector = (opcode: number): Code => [0xfd, ...unsigned(opcode)];

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)];
export const constant = (value: number): Code => [0x41, ...signed(value)];

/** Repeats while the condition holds. */
export const repeat = (condition: Code, body: Code): Code => [
  0x03,
  NOTHING,
  ...when(condition, [...body, 0x0c, 1]),
  END,
];
export const when = (condition: Code, body: Code, otherwise: Code = []): Code => [
  ...[...condition, 0x04, NOTHING, ...body],
  ...(otherwise.length === 0 ? [END] : [0x05, ...otherwise, END]),
];

export const int = {
  load: access([0x28], 2),
  loadByte: access([0x2d], 0),
  store: access([0x36], 2),
  isEqual: operation(0x46),
  isLess: operation(0x49),
  trailingZeros: operation(0x68),
  add: operation(0x6a),
  multiply: operation(0x6c),
  and: operation(0x71),
  or: operation(0x72),
  shiftLeft: operation(0x74),
} as const;

export const double = {
  constant: (value: number): Code => [0x44, ...new Uint8Array(Float64Array.of(value).buffer)],
  load: access([0x2b], 3),
  store: access([0x39], 3),
  isMore: operation(0x64),
  isAtMost: operation(0x65),
  add: operation(0xa0),
  subtract: operation(0xa1),
  fromSingle: operation(0xbb),
} as const;

export const single = { squareRoot: operation(0x91), subtract: operation(0x93) } as const;

/** Four numbers of 32 bits at a time. */
export const four = {
  load: access(vector(0x00), 2),
  /** One number into all four lanes. */
  loadToAll: access(vector(0x09), 2),
  toAll: operation(...vector(0x11)),
  constants: (values: Int32Array): Code => [...vector(0x0c), ...new Uint8Array(values.buffer)],
  lane: (value: Code, lane: number): Code => [...value, ...vector(0x1f), lane],
  /** The lanes in another order. */
  reorder: (value: Code, lanes: readonly number[]): Code => [
    ...[...value, ...value, ...vector(0x0d)],
    ...lanes.flatMap((lane) => [4 * lane, 4 * lane + 1, 4 * lane + 2, 4 * lane + 3]),
  ],
  isEqualInt: operation(...vector(0x37)),
  isEqual: operation(...vector(0x41)),
  /** Lanes of the first where the mask is set, else of the second. */
  choose: operation(...vector(0x52)),
  /** One bit a lane. */
  bits: operation(...vector(0xa4)),
  add: operation(...vector(0xe4)),
  subtract: operation(...vector(0xe5)),
  multiply: operation(...vector(0xe6)),
  lesser: operation(...vector(0xea)),
} as const;

/** The number of each local: parameters first, then the others, as a function declares them. */
export function numbered<Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name, number) => [name, number])) as Record<Name, number>;
}

/**
 * A module of one function, which returns an i32, over a memory that it is given as `own.memory`.
 *
 * @param fn the types of its parameters and of its locals, and its instructions
 *
 * Source of the format: WebAssembly Core Specification 2.0, chapter 5.
 */
export function moduleOf(fn: {
  readonly name: string;
  readonly parameters: readonly number[];
  readonly locals: readonly number[];
  readonly body: Code;
}): Uint8Array<ArrayBuffer> {
  const list = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
  const sized = (content: Code): Code => [...unsigned(content.length), ...content];
  const text = (value: string): Code => sized([...value].map((letter) => letter.charCodeAt(0)));
  const type = [0x60, ...list(fn.parameters.map((each) => [each])), ...list([[i32]])];
  const locals = list(fn.locals.map((each) => [1, each]));
  const sections: readonly (readonly [id: number, content: Code])[] = [
    [1, list([type])],
    [2, list([[...text('own'), ...text('memory'), 2, 0, 1]])],
    [3, list([[0]])],
    [7, list([[...text(fn.name), 0, 0]])],
    [10, list([sized([...locals, ...fn.body, END])])],
  ];
  const header = [...'\0asm\u0001\0\0\0'].map((letter) => letter.charCodeAt(0));
  return Uint8Array.from([...header, ...sections.flatMap(([id, content]) => [id, ...sized(content)])]);
}
