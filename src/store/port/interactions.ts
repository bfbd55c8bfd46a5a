/** The port for taking interactions once. */

export interface InteractionStore {
  /** Whether this is the first time that the interaction, by Discord's id of it, is taken by any process; false where it is old. */
  takeInteraction(id: string): Promise<boolean>;
}
