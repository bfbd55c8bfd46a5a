import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** When the connection is lost: the transaction was not ended yet, or it was and nobody is told. */
export type Moment = 'before the commit' | 'after the commit';

const COMMIT = /commit\0/i;

/** Between the bot and PostgreSQL: loses the connection at a commit. */
export class Cutter {
  readonly #server = createServer((client) => this.#join(client));
  readonly #sockets = new Set<Socket>();
  #armed: Moment | null = null;
  #lost = false;

  private constructor(private readonly target: URL) {}

  /** `url`: of the database itself. */
  static async before(url: string): Promise<Cutter> {
    const cutter = new Cutter(new URL(url));
    cutter.#server.listen(0, '127.0.0.1');
    await once(cutter.#server, 'listening');
    return cutter;
  }

  /** The database as the bot is told it. */
  get url(): string {
    const url = new URL(this.target);
    const { port } = this.#server.address() as AddressInfo;
    url.host = `127.0.0.1:${port}`;
    return url.href;
  }

  /** The next commit loses its connection. */
  arm(moment: Moment): void {
    this.#armed = moment;
    this.#lost = false;
  }

  /** Whether a connection was lost since; from now on none is. */
  disarm(): boolean {
    this.#armed = null;
    return this.#lost;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** When this connection is lost because of what the bot says; null where it is not. */
  #momentOf(data: Buffer): Moment | null {
    if (this.#armed === null || !COMMIT.test(data.toString('latin1'))) return null;
    const moment = this.#armed;
    this.#armed = null;
    this.#lost = true;
    return moment;
  }

  #join(client: Socket): void {
    const server = connect(Number(this.target.port), this.target.hostname);
    const lose = () => {
      client.destroy();
      server.destroy();
    };
    let isOver = false;
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.on('error', lose).on('close', lose);
    }
    client.on('data', (data) => {
      const moment = this.#momentOf(data);
      if (moment === 'before the commit') return lose();
      isOver = moment !== null;
      server.write(data);
    });
    server.on('data', (data) => (isOver ? lose() : client.write(data)));
  }
}
