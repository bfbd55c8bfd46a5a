/** Permissions by the names of Discord's own screens. */
import type { Permission } from '../../domain/permission.js';
import type { Text } from '../parts.js';
import { t } from '../text.js';

export const permissions: Readonly<Record<Permission, Text>> = {
  view: t`View Channel`,
  send: t`Send Messages`,
  'send-in-threads': t`Send Messages in Threads`,
  'read-history': t`Read Message History`,
};
