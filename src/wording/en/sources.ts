/** Sources in English. */
import type { Grade } from '../../domain/entry.js';
import type { Part, Text } from '../parts.js';
import { t } from '../text.js';
import { plural } from './plural.js';

const grades: Readonly<Record<Grade, Text>> = {
  primary: t`the issuer's own words or a record`,
  'data-set': t`data set`,
  secondary: t`news report`,
  page: t`page`,
  unsourced: t`unsourced`,
};

export const sources = {
  grades,
  /** A record, by what its host is. */
  officialPage: t`official page`,
  ownWords: t`the issuer's own words`,
  archive: t`archive`,
  /** A copy that was given by hand, with the host where it is kept. */
  archiveAt: (host: Part): Text => t`archive at ${host}`,
  archived: (source: Text, archive: Part): Text => t`${source} (${archive})`,
  parts: t`, `,
  between: t`; `,
  line: (count: number, shown: Text): Text =>
    plural(count, { one: t`Source: ${shown}`, other: t`Sources: ${shown}` }),
  more: (count: number): Text => t` and ${count} more`,
  none: t`Source: none given, so it is left out of all figures`,
  noneAndSeenIn: (seen: Text): Text => t`Source: none given, so it is left out of all figures. ${seen}`,
  thisMessage: t`this message`,
  seenIn: (message: Part): Text => t`Seen in ${message}`,
};
