/** Reads a verb's arguments. */
import { parseArgs } from 'node:util';
import { english } from '../wording/index.js';
import { Usage } from './usage.js';

export interface Options {
  readonly words: string | undefined;
  readonly json: boolean;
  /** Texts of the options named, without the leading dashes. */
  readonly texts: Readonly<Record<string, string | undefined>>;
}

/** Parses one positional text and the named options. Refuses an unknown option with the names that exist. */
export function optionsOf(args: readonly string[], names: readonly string[]): Options {
  const texts = names.map((name) => [name, { type: 'string' as const }]);
  const options = { json: { type: 'boolean' as const }, ...Object.fromEntries(texts) };
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const { json, ...rest } = values as Record<string, string | boolean | undefined>;
    if (positionals.length > 1) {
      throw new Usage(english.cli.tooManyWords(positionals.join(' ')));
    }
    const given = Object.entries(rest).map(([name, value]) => [name, String(value)]);
    return { words: positionals[0], json: json === true, texts: Object.fromEntries(given) };
  } catch (error) {
    if (error instanceof Usage || !(error instanceof TypeError)) throw error;
    const [reason = ''] = error.message.split(/\. |\n/);
    const known = [...names, 'json'].map((name) => `--${name}`);
    throw new Usage(english.cli.notAnOption(reason, known), { cause: error });
  }
}
