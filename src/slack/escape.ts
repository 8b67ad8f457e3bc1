import { printable } from './blocks.ts';

/** Look-alikes for the marks that mrkdwn reads. It has no escape for them. */
const lookAlikes: Readonly<Record<string, string>> = { '*': '∗', '`': 'ˋ', '~': '∼', _: 'ˍ' };

/**
 * Foreign words for the one place that Slack always parses: a message's `text`, shown in notifications. `<!channel>`
 * pings nobody and `*` emboldens nothing.
 */
export function inert(text: string): string {
  return (
    printable(text)
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      // Slack formats _so_ only at the edges of words: PAYDAY_25 keeps its own underscore.
      .replace(/[*`~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (mark) => lookAlikes[mark]!)
  );
}

/**
 * What a person typed after a slash command, as they meant it. With `should_escape` Slack sends `<@U1|ana>`,
 * `<#C1|marketing>`, `<https://…|…>` and `&amp;`; people and channels become `slack:U1`, as rights and posts name them.
 */
export function typedText(text: string): string {
  return text
    .replace(/<[@#]([A-Z0-9]+)(?:\|[^>]*)?>/g, 'slack:$1')
    .replace(/<((?:https?|mailto):[^|>]*)(?:\|[^>]*)?>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
