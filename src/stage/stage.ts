/** One story at a time at one address, driven by the page. */
import type { LocalDiscord, StageDoor, StageView, StageVerb, Story } from '../playground/index.js';
import { StorySession, type StorySessionOptions } from './story-session.js';
import { DAY } from '../domain/durations.js';
import type { RecordInstant } from '../domain/instant.js';

export interface StageOptions extends Pick<StorySessionOptions, 'log'> {
  readonly stories: readonly Story[];
  /** Of the first show; the later ones keep its address. */
  readonly port: number;
  /** Of the public site in the first show; the later ones keep it. */
  readonly sitePort?: number;
  /** The folder of the built page. */
  readonly assets: string;
  /** Told of each new local Discord before anything happens in it. */
  readonly onDiscord: (discord: LocalDiscord, show: StorySession) => void;
}

/** How often a clock that runs goes on, real ms. */
const STRIDE_MS = 500;
/** Everything due on the way is posted, so that a thousand years would take days. */
const FARTHEST_MS = 3653 * DAY;

/** The stage: one show at a time at one address, and the levers that its page pulls. */
export class Stage implements StageDoor {
  readonly #options: StageOptions;
  readonly #listeners = new Set<() => void>();
  readonly #striding: NodeJS.Timeout;
  #show: StorySession | undefined;
  #port: number;
  #sitePort: number;
  #doing: Promise<void> = Promise.resolve();
  /** Verbs that are being done or wait for their turn. */
  #acting = 0;
  #strides = false;

  constructor(options: StageOptions) {
    this.#options = options;
    this.#port = options.port;
    this.#sitePort = options.sitePort ?? 0;
    this.#striding = setInterval(() => this.#stride(), STRIDE_MS);
    this.#striding.unref();
  }

  /** @throws while a story is being set up. */
  get show(): StorySession {
    if (this.#show === undefined) throw new Error('The stage is being set up. Try again in a moment.');
    return this.#show;
  }

  async state(): Promise<StageView> {
    const stories = this.#options.stories.map(({ id, title, path }) => ({ id, title, path }));
    return { ...(await this.show.seen()), stories, busy: this.#acting > 0 };
  }

  /** One thing after the other: the clock is everybody's. */
  act(verb: StageVerb): Promise<void> {
    this.#acting += 1;
    this.#tell();
    return this.#inTurn(() => this.#act(verb).finally(() => (this.#acting -= 1)));
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes down what is on and sets up a story, with its first scenes played. */
  async load(story: Story, scenes: number): Promise<void> {
    const { assets, log, onDiscord } = this.#options;
    const before = this.#show;
    this.#show = undefined;
    await before?.close();
    const page = { assets, stage: this };
    const show = await StorySession.open({
      story,
      port: this.#port,
      sitePort: this.#sitePort,
      log,
      page,
    });
    this.#port = Number(new URL(show.discord.apiUrl).port);
    this.#sitePort = show.site.port;
    this.#show = show;
    show.discord.onMessage(() => this.#tell());
    onDiscord(show.discord, show);
    for (let played = 0; played < scenes; played += 1) await show.step();
  }

  async close(): Promise<void> {
    clearInterval(this.#striding);
    await this.#doing;
    await this.#show?.close();
  }

  #inTurn(what: () => Promise<void>): Promise<void> {
    const done = this.#doing.then(what).finally(() => this.#tell());
    this.#doing = done.catch(() => undefined);
    return done;
  }

  /** While anything else is done the clock goes only where that takes it. */
  #stride(): void {
    const show = this.#show;
    if (show?.running !== true || this.#acting > 0 || this.#strides) return;
    this.#strides = true;
    const over = () => {
      this.#strides = false;
    };
    const failed = (error: unknown) => this.#options.log.error({ err: error }, 'the clock could not go on');
    void this.#inTurn(() => show.stride())
      .catch(failed)
      .finally(over);
  }

  async #act(verb: StageVerb): Promise<void> {
    switch (verb.kind) {
      case 'run':
        return this.show.run(verb.rate);
      case 'next':
        if (!(await this.show.toNext())) throw new Error('Nothing is due: record an ultimatum first.');
        return;
      case 'to':
        return this.#to(verb.at);
      case 'load':
        return this.#loadNamed(verb.story, verb.whole);
      case 'step':
        await this.show.step();
        return;
      case 'rest':
        while ((await this.show.step()) !== null) this.#tell();
        return;
      case 'fault':
        return this.show.faults.set(verb.fault, verb.on);
      case 'forbid':
        return this.show.faults.forbid(verb.channel, verb.on);
    }
  }

  async #to(instant: RecordInstant): Promise<void> {
    if (instant < this.show.clock.now())
      throw new Error("The clock can't go back. Load a story to start over.");
    if (instant > this.show.clock.now() + FARTHEST_MS)
      throw new Error('The stage goes at most ten years ahead at a time. Choose an earlier day.');
    await this.show.to(instant);
  }

  async #loadNamed(id: string, whole: boolean): Promise<void> {
    const story = this.#options.stories.find((one) => one.id === id);
    if (story === undefined) throw new Error(`There is no story ${id}.`);
    await this.load(story, 0);
    if (whole) await this.#act({ kind: 'rest' });
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
