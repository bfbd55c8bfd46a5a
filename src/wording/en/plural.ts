/** Plural forms and lists of English. */
import type { Total } from '../../domain/total.js';
import type { Text } from '../parts.js';
import { pluralOf } from '../plural.js';
import { t, textOf } from '../text.js';

export const plural = pluralOf('en');

function listedWith(texts: readonly Text[], last: Text): Text {
  return texts.flatMap((text, index) => {
    if (index === 0) return text;
    return [...(index === texts.length - 1 ? last : t`, `), ...text];
  });
}

/** `a, b and c`. */
export const listed = (texts: readonly Text[]): Text => listedWith(texts, t` and `);

/** `a, b or c`. */
export const choices = (texts: readonly Text[]): Text => listedWith(texts, t` or `);

/** `1 day`, `3 days`. */
export const days = (count: number): Text => plural(count, { one: t`1 day`, other: t`${count} days` });

/** `1 hour`, `3 hours`. */
export const hours = (count: number): Text => plural(count, { one: t`1 hour`, other: t`${count} hours` });

const grouped = new Intl.NumberFormat('en');

/** `12`, `1,000+` where there are more. */
export const howMany = (total: Total): Text =>
  total.more ? t`${textOf(grouped.format(total.count))}+` : t`${total.count}`;
