/** The error that ends a start: its text names the setting or file and the fix. */
import { drawText } from './cli/draw.js';
import type { Text } from './wording/parts.js';

/** Exit code 78 asks for a person; with 1, starting again may help. */
export class StartError extends Error {
  constructor(
    text: Text | string,
    readonly exitCode: 1 | 78 = 78,
    options?: ErrorOptions,
  ) {
    super(typeof text === 'string' ? text : drawText(text), options);
    this.name = 'StartError';
  }
}
