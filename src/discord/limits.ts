/** What Discord accepts. Numbers from discord/discord-api-docs, August 2026; each group names its page. */

// resources/message: "Embed Limits", "Create Message"
export const MAX_CONTENT = 2000;
export const MAX_EMBEDS = 10;
/** Titles, descriptions, fields, footers and author names of all embeds of one message together. */
export const MAX_EMBED_SUM = 6000;
export const MAX_EMBED_TITLE = 256;
export const MAX_EMBED_DESCRIPTION = 4096;
export const MAX_EMBED_FOOTER = 2048;
export const MAX_EMBED_AUTHOR = 256;
export const MAX_EMBED_FIELDS = 25;
export const MAX_FIELD_NAME = 256;
export const MAX_FIELD_VALUE = 1024;
export const MAX_NONCE = 25;

// resources/channel: "Start Thread from Message"
export const MAX_THREAD_NAME = 100;

// reference: "Uploading Files"
export const MAX_ATTACHMENTS = 10;
export const MAX_ALT_TEXT = 1024;
/** The default of a server without boosts. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
export const MAX_REQUEST_BYTES = 25 * 1024 * 1024;

// components/reference
export const MAX_ROWS = 5;
export const MAX_BUTTONS_PER_ROW = 5;
export const MAX_BUTTON_LABEL = 80;
export const MAX_CUSTOM_ID = 100;
export const MAX_MODAL_TITLE = 45;
export const MAX_MODAL_FIELDS = 5;
export const MAX_MODAL_FILES = 10;
export const MAX_LABEL = 45;
export const MAX_LABEL_DESCRIPTION = 100;
export const MAX_INPUT_VALUE = 4000;
export const MAX_SELECT_OPTIONS = 25;
export const MAX_SELECT_TEXT = 100;

// interactions/application-commands
export const MAX_COMMANDS = 100;
export const MAX_COMMAND_NAME = 32;
export const MAX_COMMAND_DESCRIPTION = 100;
export const MAX_OPTIONS = 25;
export const MAX_CHOICES = 25;
export const MAX_CHOICE_TEXT = 100;
/** Names, descriptions and choice values of one command with all its options. */
export const MAX_COMMAND_SUM = 8000;
