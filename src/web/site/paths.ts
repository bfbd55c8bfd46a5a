/** The permanent addresses of the pages. */
import { ultimatumId } from '../../domain/ultimatum-id.js';

/** Under which names things are found. */
export const NAME_KINDS = ['issuer', 'target', 'tag'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** The path of a server's page; `address` is the last part of it. */
export const rootOf = (address: string): string => `/s/${encodeURIComponent(address)}`;

interface Rooted {
  /** The path of the server's page. */
  readonly root: string;
}

/** The path of an ultimatum's page. */
export const pathOf = ({ root }: Rooted, number: number): string => `${root}/${ultimatumId(number)}`;

/** A name as a part of an address; half a surrogate pair can't stand in one. */
export const nameInPath = (name: string): string => encodeURIComponent(name.replaceAll(/\p{Cs}/gu, '\uFFFD'));

/** The path of the page of a name. */
export const namePath = ({ root }: Rooted, kind: NameKind, name: string): string =>
  `${root}/${kind}/${nameInPath(name)}`;
