/** Reads a verb's arguments. */
import { parseArgs } from 'node:util';
import { english } from '../wording/index.js';
import { Usage } from './usage.js';

export interface Options {
  readonly words: string | undefined;
  readonly json: boolean;
  /** The options without a text that were given, without the leading dashes. */
  readonly flags: ReadonlySet<string>;
  /** Texts of the options named, without the leading dashes. */
  readonly texts: Readonly<Record<string, string | undefined>>;
}

/**
 * Parses one positional text and the named options: `names` take a text, `switches` none, and `--json` is always there.
 * Refuses an unknown option with the names that exist.
 */
export function optionsOf(
  args: readonly string[],
  names: readonly string[],
  switches: readonly string[] = [],
): Options {
  const texts = names.map((name) => [name, { type: 'string' as const }]);
  const bare = ['json', ...switches].map((name) => [name, { type: 'boolean' as const }]);
  const options = Object.fromEntries([...texts, ...bare]) as Record<string, { type: 'string' | 'boolean' }>;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const all = Object.entries(values as Record<string, string | boolean | undefined>);
    const flags = new Set(all.filter(([, value]) => value === true).map(([name]) => name));
    if (positionals.length > 1) {
      throw new Usage(english.cli.tooManyWords(positionals.join(' ')));
    }
    const given = all.filter(([name]) => names.includes(name)).map(([name, value]) => [name, String(value)]);
    return { words: positionals[0], json: flags.has('json'), flags, texts: Object.fromEntries(given) };
  } catch (error) {
    if (error instanceof Usage || !(error instanceof TypeError)) throw error;
    const [reason = ''] = error.message.split(/\. |\n/);
    const known = [...names, ...switches, 'json'].map((name) => `--${name}`);
    throw new Usage(english.cli.notAnOption(reason, known), { cause: error });
  }
}
