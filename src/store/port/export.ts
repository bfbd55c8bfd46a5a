/** The port for the copy of a record that leaves its server. */
import type { ExportedServer, ExportedUltimatum } from '../../codec/record/exported.js';

/** Everything of a server, what is hidden included. */
export interface ExportStore {
  /** The next few ultimatums after a number, in order; none after the last. */
  wholeRecord(guild: string, after: number): Promise<readonly ExportedUltimatum[]>;
  /** What the server has set up, without any Discord id of a person. */
  serverSetup(guild: string): Promise<ExportedServer>;
}

/** The same of one server. */
export interface WholeRecord {
  readonly next: (after: number) => Promise<readonly ExportedUltimatum[]>;
  readonly server: () => Promise<ExportedServer>;
}
