/** What the bot has to be allowed in a channel to post there and to read back its own posts. */
export const PERMISSIONS = ['view', 'send', 'send-in-threads', 'read-history'] as const;
export type Permission = (typeof PERMISSIONS)[number];
