/** The close codes after which Discord does not take the same client again. */
import { GatewayCloseCodes } from 'discord.js';
import type { FinalClose } from '../domain/gateway-problem.js';

const FINAL: Readonly<Record<number, FinalClose['why']>> = {
  [GatewayCloseCodes.AuthenticationFailed]: 'wrong-token',
  [GatewayCloseCodes.InvalidShard]: 'wrong-shard',
  [GatewayCloseCodes.ShardingRequired]: 'too-many-servers',
  [GatewayCloseCodes.InvalidAPIVersion]: 'old-version',
  [GatewayCloseCodes.InvalidIntents]: 'invalid-intents',
  [GatewayCloseCodes.DisallowedIntents]: 'disallowed-intents',
};

/** Why a closed connection can't be opened again; null where it can. */
export function finalClose(code: number): FinalClose | null {
  const why = FINAL[code];
  return why === undefined ? null : { kind: 'closed-for-good', why, code };
}

/** What Discord would close a connection with whose token it does not take. */
export const TOKEN_REFUSED: FinalClose = {
  kind: 'closed-for-good',
  why: 'wrong-token',
  code: GatewayCloseCodes.AuthenticationFailed,
};
