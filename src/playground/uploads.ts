/** Files that people put into a form: kept, described as Discord does, and given out at an address of their own. */
import type { StoredFile } from './message.js';

/** A file, and who sent it. */
interface Upload extends StoredFile {
  readonly userId: string;
}

/** The Discord that gives the files out. */
interface UploadPlace {
  readonly world: { newId(): string };
  /** Such as `http://127.0.0.1:8080`. */
  readonly address: string;
}

/** Below it lies every file that was put into a form. */
const PLACE = '/ephemeral-attachments/';

export class Uploads {
  readonly #files = new Map<string, Upload>();

  constructor(private readonly discord: UploadPlace) {}

  /** The id of the file that is kept. */
  add(userId: string, name: string, bytes: Buffer): string {
    const contentType = /\.json$/i.test(name) ? 'application/json' : 'text/plain; charset=utf-8';
    const file = { id: this.discord.world.newId(), name, bytes, contentType, description: null, userId };
    this.#files.set(file.id, file);
    return file.id;
  }

  /** Somebody's file as Discord sends it along; undefined where they sent none of this id. */
  json(userId: string, id: string): Record<string, unknown> | undefined {
    const file = this.#files.get(id);
    if (file?.userId !== userId) return undefined;
    const { name, bytes, contentType } = file;
    const url = `${this.discord.address}${PLACE}${userId}/${id}/${encodeURIComponent(name)}`;
    const size = bytes.length;
    return { id, filename: name, size, url, proxy_url: url, content_type: contentType, ephemeral: true };
  }

  /** The file at a decoded path; undefined where none lies there. */
  at(path: string): StoredFile | undefined {
    if (!path.startsWith(PLACE)) return undefined;
    const [userId = '', id = ''] = path.slice(PLACE.length).split('/');
    const file = this.#files.get(id);
    return file?.userId === userId ? file : undefined;
  }
}
