/** Keeps out of the log what opens a door and what tells of a person. */

const HIDDEN = '…';

/** Shapes of secrets, for those that are not in the configuration: sessions, links, tokens that people were given. */
const secretShapes: readonly RegExp[] = [
  /\bx(?:ox[a-z]|app)-[\w.-]+/g,
  /\bwhsec_[\w+/=]+/g,
  /\bBearer\s+\S+/gi,
  // Discord: id, time and signature.
  /\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/g,
  // What newSecret() makes: 32 bytes in base64url.
  /(?<![\w-])[\w-]{43}(?![\w-])/g,
];

/** Of an address only the host is kept: paths and queries carry tokens. */
const address = /\b((?:https?|wss?):\/\/)(?:[^\s/@]*@)?([^\s/?#)]+)([/?#][^\s)]+)?/g;

const personalShapes: readonly RegExp[] = [
  /[\w.+-]+@[\w-]+\.[\w.-]+/g,
  // A telephone number: +62 812-3456-789, 08123456789.
  /(?<![\w-])(?:\+\d|0\d|62)[\d -]{7,14}\d(?!\w)/g,
  // What a text quotes came from outside: a cell of a file, a word somebody typed, a name. An apostrophe is no quote.
  /"[^"\n]*"|“[^”\n]*”|`[^`\n]*`|(?<!\w)'[^'\n]*'(?!\w)/g,
];

/** @param secrets values that stand in no line, whatever is said */
export function openRedaction(secrets: readonly string[]): (text: string) => string {
  const known = secrets.filter((secret) => secret !== '').sort((a, b) => b.length - a.length);
  return (text) => {
    let safe = text;
    for (const secret of known) safe = safe.replaceAll(secret, HIDDEN);
    for (const shape of secretShapes) safe = safe.replace(shape, HIDDEN);
    safe = safe.replace(address, (_, scheme, host, rest) => `${scheme}${host}${rest ? `/${HIDDEN}` : ''}`);
    for (const shape of personalShapes) safe = safe.replace(shape, HIDDEN);
    return safe;
  };
}
