/** The port for small facts of the installation. */

/** Values by name, such as the hash of the registered commands. */
export interface FactStore {
  /** The value of a name; null where there is none. */
  fact(name: string): Promise<string | null>;
  saveFact(name: string, value: string): Promise<void>;
}
