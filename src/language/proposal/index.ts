/** The door of proposals: what a post suggests for a form. */

/** Proposes what a news post says of an ultimatum. */
export { matchIn } from './match.js';
export { knownName } from '../names/close.js';
export { proposeRecord, type RecordProposal } from './record.js';
export { proposeUpdate } from './update.js';
