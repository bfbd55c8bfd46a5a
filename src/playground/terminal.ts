/** Drives the local Discord from typed lines. */
import type { PersonAnswer } from './answer.js';
import type { LocalDiscord } from './index.js';
import { DEMO_GUILD } from './demo-guild.js';

export interface TerminalOptions {
  readonly discord: () => LocalDiscord;
  /** Who types, until `as NAME` says otherwise. */
  readonly name: string;
  readonly channel: string;
  readonly write: (text: string) => void;
  /** What the stage itself understands, such as `next`; the words after the verb. Resolves to what to print. */
  readonly verbs: Readonly<Record<string, (words: string) => Promise<string>>>;
}

const PEOPLE = DEMO_GUILD.members?.map(({ name }) => name).join(', ');

const HELP = `/COMMAND option:value …   type a command, as in Discord: /ultimatum show ultimatum:U-1
press LABEL               press a button of the last answer, or of the newest post that has it
choose VALUE              choose in the select of the last answer
fill FIELD=TEXT | …       fill and send the form that is open, fields by their labels
say TEXT                  write a message into the channel
as NAME, in CHANNEL       be somebody else (${PEOPLE}), somewhere else (ultimatums, review, general)
next                      go to the next thing that is due
to 2025-08-08 09:00       go to a day and hour in Washington
quit                      stop`;

/** Reads `Demand=… | Quote=…` into fields by their labels. */
function fieldsIn(words: string): Record<string, string> {
  const pairs = words.split('|').map((part) => {
    const [label = '', ...text] = part.split('=');
    return [label.trim(), text.join('=').trim()] as const;
  });
  return Object.fromEntries(pairs);
}

function formText({ modal }: PersonAnswer): string {
  if (modal === undefined) return '';
  const fields = modal.fields.map(({ label, value, options }) => {
    const choices = options.length === 0 ? '' : ` (${options.map((one) => one.label).join(' / ')})`;
    return `  ${label}${choices}: ${String(value ?? '')}`;
  });
  return [`Form "${modal.title}", send it with fill:`, ...fields].join('\n');
}

/** Drives the local Discord from typed lines, one person at a time; every answer is text. */
export class Terminal {
  readonly #options: TerminalOptions;
  #name: string;
  #channel: string;
  #last: PersonAnswer | undefined;

  constructor(options: TerminalOptions) {
    this.#options = options;
    this.#name = options.name;
    this.#channel = options.channel;
  }

  get prompt(): string {
    return `${this.#name} in #${this.#channel}> `;
  }

  /** Does what a line says; what cannot be done is said and changes nothing. */
  async line(line: string): Promise<void> {
    const typed = line.trim();
    if (typed === '') return;
    try {
      this.#options.write(await this.#act(typed));
    } catch (error) {
      this.#options.write(error instanceof Error ? error.message : String(error));
    }
  }

  #me() {
    return this.#options.discord().as(this.#name, this.#channel);
  }

  async #act(typed: string): Promise<string> {
    if (typed.startsWith('/')) return this.#shown(this.#me().type(typed));
    const [verb = '', words = ''] = /^(\S+)\s*(.*)$/.exec(typed)?.slice(1) ?? [];
    const own = this.#options.verbs[verb];
    if (own !== undefined) return own(words);
    switch (verb) {
      case 'press':
        return this.#shown(this.#me().press(this.#withButton(words), words));
      case 'choose':
        return this.#shown(this.#choose(words));
      case 'fill':
        return this.#shown(this.#me().submit(fieldsIn(words)));
      case 'say':
        this.#me().say(this.#channel, words);
        return '';
      case 'as':
        this.#options.discord().as(words, this.#channel);
        this.#name = words;
        return '';
      case 'in':
        this.#me().in(words);
        this.#channel = words;
        return '';
      default:
        return HELP;
    }
  }

  /** The last answer where it has that button, else the newest post of the channel that does. */
  #withButton(label: string) {
    const has = (shown: { controls(): readonly { readonly label: string }[] }) =>
      shown.controls().some((control) => control.label === label);
    if (this.#last !== undefined && has(this.#last)) return this.#last;
    const post = this.#options.discord().messages(this.#channel).findLast(has);
    if (post === undefined) throw new Error(`Nothing here has a button "${label}".`);
    return post;
  }

  #choose(value: string): PersonAnswer {
    const last = this.#last;
    const select = last?.controls().find((control) => control.kind === 'select');
    if (last === undefined || select?.customId === undefined)
      throw new Error('The last answer has no select.');
    return this.#me().choose(last, select.customId, [value]);
  }

  async #shown(answer: PersonAnswer): Promise<string> {
    const done = await answer.done;
    if (done.modal !== undefined) return formText(done);
    this.#last = done;
    return done.text();
  }
}
