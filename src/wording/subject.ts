/** The number of an ultimatum as it stands in a text. */
import { ultimatumId } from '../domain/ultimatum-id.js';
import type { Text } from './parts.js';
import { textOf } from './text.js';

export const subject = (number: number): Text => textOf(ultimatumId(number));
