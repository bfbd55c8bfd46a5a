/** The port for the events of a server that show deadlines. */
import type { RecordInstant } from '../../domain/instant.js';

/** The event of an ultimatum. */
export interface ScheduledEvent {
  readonly number: number;
  /** Stands in its description, so that it is found again. */
  readonly marker: string;
  /** Discord's id; null while it is being made, or once somebody deleted it. */
  readonly event: string | null;
  /** A hash of what it shows; null while it is being made. */
  readonly shown: string | null;
  /** When it starts, as Discord was told; null while it is being made. */
  readonly starts: RecordInstant | null;
  /** The id of the delivery that makes it. */
  readonly maker: number;
}

/** The events of all servers. */
export interface EventStore {
  /** The event of an ultimatum; null where there is none. */
  scheduledEvent(guild: string, number: number): Promise<ScheduledEvent | null>;
  /** Notes that an event is about to be made. Returns false, and writes nothing, if there is one already. */
  beginEvent(guild: string, event: ScheduledEvent): Promise<boolean>;
  /** Writes an event over what is known of it. Returns false if its maker is not `maker` any more. */
  saveEvent(guild: string, event: ScheduledEvent, maker: number): Promise<boolean>;
  /** Forgets the event of an ultimatum. */
  endEvent(guild: string, number: number): Promise<void>;
}
