/** What may be told of an error. */

/** The message of an error without what it quotes: `JSON.parse` quotes what it could not read, and that may be anybody's words. */
export const unquotedMessage = (message: string): string =>
  message.replace(/(["'`]).*\1(?=\S* is not valid JSON)/s, '"…"');
