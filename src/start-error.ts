/** A fault that keeps the bot from starting: a sentence that names the setting or file and the fix. 78: a restart does not mend it; 1: it may. */
export class StartError extends Error {
  constructor(
    message: string,
    readonly exitCode: 1 | 78 = 78,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
