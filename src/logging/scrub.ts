/** Takes secrets out of finished texts: log lines and what is written to standard error. */

const HIDDEN = '[redacted]';

/** Rules for what is a secret wherever it stands, whoever wrote it. */
const RULES: readonly (readonly [RegExp, string])[] = [
  // Discord puts the token of an interaction and of a webhook into the path.
  [/(\/interactions\/)[^/\s"'\\?]+\/[^/\s"'\\?]+/g, '$1:id/:token'],
  [/(\/webhooks\/)[^/\s"'\\?]+\/[^/\s"'\\?]+/g, '$1:id/:token'],
  // The password of a connection string reaches to the last @ before a space or a quotation mark.
  [/\b([a-z][a-z\d+.-]*:\/\/[^\s:/@"'\\]*):[^\s"'\\]*@/gi, `$1:${HIDDEN}@`],
  [/([?&](?:password|passwd|pass|token|secret|key)=)[^&\s"'\\]+/gi, `$1${HIDDEN}`],
  [/\b(Bot|Bearer|Basic) [\w.~+/=-]{16,}/g, `$1 ${HIDDEN}`],
  [/\b[\w-]{18,}\.[\w-]{5,8}\.[\w-]{20,}/g, HIDDEN],
  // No word is that long, but the tokens of interactions are.
  [/[\w-]{60,}/g, HIDDEN],
];

/** A secret as it looks in a URL and inside JSON as well. */
const formsOf = (secret: string) => [
  secret,
  encodeURIComponent(secret),
  JSON.stringify(secret).slice(1, -1),
  JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1),
];

/** Shorter ones would take words apart. */
const SHORTEST = 6;

/** Returns a function that replaces the given secrets, and whatever looks like one, in a text. */
export function createScrub(secrets: readonly string[]): (text: string) => string {
  const forms = [...new Set(secrets.filter(({ length }) => length >= SHORTEST).flatMap(formsOf))];
  // The longest first: one secret may be a part of another.
  forms.sort((one, other) => other.length - one.length);
  return (text) => {
    const known = forms.reduce((scrubbed, form) => scrubbed.replaceAll(form, HIDDEN), text);
    return RULES.reduce((scrubbed, [pattern, instead]) => scrubbed.replaceAll(pattern, instead), known);
  };
}

/** The password of a connection string as written and as meant; nothing where there is none. */
export function passwordsIn(address: string): readonly string[] {
  const written = /^[a-z][a-z\d+.-]*:\/\/[^:/@]*:(.*)@/i.exec(address)?.[1];
  if (written === undefined || written === '') return [];
  try {
    return [...new Set([written, decodeURIComponent(written)])];
  } catch {
    return [written];
  }
}
