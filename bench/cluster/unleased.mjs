/** Loaded before the bot: takes the leases of shards and the ids of interactions out, so that every gateway answers everything. */
import { register } from 'node:module';

register('./without-leases.mjs', import.meta.url);
