/** What nobody in a server could be told yet: it is kept until somebody who can mend it gives a command. */
import { noticeFromRow, noticeToRow } from '../codec/admin-notice.js';
import type { UntoldNotice } from '../domain/failure.js';
import type { FactStore } from '../store/port/index.js';

const untoldFact = (guild: string): string => `untold ${guild}`;

/** Keeps a notice for the server. It takes the place of an older one. */
export function keepUntold(store: FactStore, guild: string, notice: UntoldNotice): Promise<void> {
  return store.saveFact(untoldFact(guild), noticeToRow(notice));
}

/** The notice that is kept for a server; null where there is none. */
export async function untoldNotice(
  store: Pick<FactStore, 'fact'>,
  guild: string,
): Promise<UntoldNotice | null> {
  const row = await store.fact(untoldFact(guild));
  // An empty row is a notice that was forgotten; reading it as JSON would throw, on every command.
  return row === null || row === '' ? null : noticeFromRow(row);
}

/** Forgets the notice, once somebody was told. */
export function forgetUntold(store: FactStore, guild: string): Promise<void> {
  return store.saveFact(untoldFact(guild), '');
}
