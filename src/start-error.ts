/** A start that cannot go on: `message` names the setting or file and the fix. Exit code 78 asks for a person, 1 for a retry. */
export class StartError extends Error {
  constructor(
    message: string,
    readonly exitCode: 1 | 78 = 78,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'StartError';
  }
}
