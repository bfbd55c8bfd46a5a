/** Pictures of timelines and of figures as SVG and PNG. A PNG is kept by the hash of what it was drawn from. */
import { createHash } from 'node:crypto';
import { dayOf } from '../domain/when.js';
import { drawPicture, type PictureSubject } from './draw.js';
import { drawFigures, type FiguresSubject } from './figures.js';
import { loadFonts, type Fonts } from './fonts.js';
import { Renderer, rendererThread, type StartWorker } from './renderer.js';

/** Bytes of all pictures that are kept. */
const MOST_BYTES = 16_000_000;

export interface PictureOptions {
  /** The path of a font for further scripts; null for none. */
  readonly font: string | null;
  readonly log: { error(about: object, message: string): void };
  /** Starts the thread that renders; another one in tests. */
  readonly start?: StartWorker;
}

/** A timeline, or the figures of an issuer. */
type AnySubject = PictureSubject | FiguresSubject;

/** Everything that a picture is drawn from. */
function sourceOf(subject: AnySubject): readonly unknown[] {
  const { words, server } = subject;
  if ('record' in subject) {
    const { name, record, now, zone } = subject;
    return [words.language, name, dayOf(now, zone), server, record];
  }
  const { number, ultimatum, now } = subject.about;
  return [words.language, number, dayOf(now, ultimatum.zone), server, ultimatum];
}

const keyOf = (subject: AnySubject): string =>
  createHash('sha256')
    .update(JSON.stringify(sourceOf(subject)))
    .digest('base64url');

/** Draws pictures and keeps them. */
export class Pictures {
  readonly #kept = new Map<string, Buffer>();
  readonly #underWay = new Map<string, Promise<Buffer>>();
  readonly #renderer: Renderer;
  #bytes = 0;
  #fonts: Fonts | null = null;

  constructor(private readonly options: PictureOptions) {
    this.#renderer = new Renderer(options.start ?? (() => rendererThread(this.#loaded())));
  }

  /** The fonts, read with the first picture; one of the operator that cannot be read is left out. */
  #loaded(): Fonts {
    this.#fonts ??= this.#load();
    return this.#fonts;
  }

  #load(): Fonts {
    const { font, log } = this.options;
    try {
      return loadFonts(font);
    } catch (error) {
      if (font === null) throw error;
      log.error({ err: error, font }, 'the font for pictures could not be read');
      return loadFonts(null);
    }
  }

  /** The picture as SVG. @throws where the fonts cannot be read */
  svg(subject: AnySubject): string {
    const fonts = this.#loaded();
    return 'record' in subject ? drawFigures(subject, fonts) : drawPicture(subject, fonts);
  }

  /** The picture as PNG; null where it cannot be rendered. */
  async png(subject: AnySubject): Promise<Buffer | null> {
    try {
      const key = keyOf(subject);
      return this.#kept.get(key) ?? (await (this.#underWay.get(key) ?? this.#render(key, subject)));
    } catch (error) {
      this.options.log.error({ err: error }, 'a picture could not be drawn');
      return null;
    }
  }

  /** Ends the thread that renders. */
  close(): Promise<void> {
    return this.#renderer.close();
  }

  async #render(key: string, subject: AnySubject): Promise<Buffer> {
    const rendering = this.#renderer.render(this.svg(subject));
    this.#underWay.set(key, rendering);
    try {
      const png = await rendering;
      this.#keep(key, png);
      return png;
    } finally {
      this.#underWay.delete(key);
    }
  }

  /** The oldest go for a new one. */
  #keep(key: string, png: Buffer): void {
    this.#kept.set(key, png);
    this.#bytes += png.length;
    for (const [oldest, { length }] of this.#kept) {
      if (this.#bytes <= MOST_BYTES) break;
      this.#kept.delete(oldest);
      this.#bytes -= length;
    }
  }
}
