/** zod carries messages as plain text: a sentence that can be told in any language goes through it as JSON. */
export { asText as asMessage, fromText as fromMessage } from '../words/kept.ts';
