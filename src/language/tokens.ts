/** Splits a text into tokens and words. */

/** A piece of the text as written; `start` and `end` (exclusive) are offsets of UTF-16 units. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** Lower case, compatible forms folded (NFKC), straight apostrophes. */
  readonly text: string;
}

/** A word the rules know, or one that no language here does, and where it stands in the text. */
export interface Word {
  readonly word: string;
  /** Offsets in the text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly known: boolean;
  /** Written in digits. */
  readonly digits: boolean;
}

/** Stands for what is certainly no date: links, mentions, money, percentages, telephone numbers. */
const NOISE = '~';

const MERIDIEM = String.raw`[aApP]\.\s?[mM]\b\.?`;
const NOISY = [
  String.raw`(?:https?:\/\/|www\.)\S{1,2000}`,
  String.raw`[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}`,
  String.raw`<(?:[@#:a]|id:)[^<>\s]{1,80}>`,
  String.raw`[$€£¥₴₽]\s?\d[\d,.]{0,20}(?:\s?(?:bn|billion|million|trillion|m|k)\b)?`,
  String.raw`\d+(?:[.,]\d+)?\s?(?:%|percent\b|per cent\b|pct\b|points?\b)`,
  String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)`,
  String.raw`\+\d{1,3}\s\d+(?:[ -]\d+)*`,
];
const SHAPES = [
  String.raw`<t:\d{1,12}(?::[a-zA-Z])?>`,
  String.raw`(?<=-\s?|\b(?:at|from|to|till|until|by)\s)\d{1,2}(?::\d{2})?[aApP](?![\p{L}\d.])`,
  String.raw`(?<=(?:[jJ]an|[fF]eb|[mM]ar|[aA]pr|[mM]ay|[jJ]un|[jJ]ul|[aA]ug|[sS]ep|[oO]ct|[nN]ov|[dD]ec)[a-z]{0,6}\.?,?\s|[qQ][1-4]\s?|\d(?:st|nd|rd|th)?,?\s)['’]\d{2}(?![\d\p{L}'’])`,
  String.raw`\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:[zZ]\b|[+-]\d{2}:?\d{2}\b)?`,
  String.raw`\d{8}[tT]\d{4}(?:\d{2})?[zZ]?(?![\p{L}\d])`,
  String.raw`\d{1,2}(?:\/\d{1,2}(?:\/\d{2,4})?|\.\d{1,2}\.\d{4})(?=-\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?(?![\d/.-]))`,
  String.raw`\d{1,4}(?:[-/.]\d{1,4}){2,8}(?!\d)`,
  String.raw`\d{1,2}\.\s\d{1,2}\.\s\d{4}(?!\d)`,
  String.raw`\d{1,8}(?:[-/.]\d{1,8}){2}(?![-/.]?\d)`,
  String.raw`[1-4][qQ]\s?['’]?(?:20)?\d{2}\b`,
  String.raw`[fF][yY]\s?['’]?(?:20)?\d{2}(?![\p{L}\d])`,
  String.raw`[qQ][1-4]\s(?:[2-9]\d)(?![\p{L}\d:/%-]|[.,]\d|\s?(?:percent|per|people|million|points?)\b)`,
  String.raw`\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?!\d)(?=[ -](?:more )?(?:minutes?|hours?|days?|weeks?|months?|years?|Minuten|Stunden|Tagen?|Wochen|Monaten?|Jahren?|heures|jours|semaines|mois|ans|horas|días|semanas|meses|años|годин|днів|тижнів|місяців|років|часов|дней|недель|месяцев|лет)(?!\p{L}))`,
  String.raw`\d{1,2}\/\d{1,4}(?![\d/])`,
  String.raw`\d{1,2}:\d{2}(?:[aApP]|\s[pP])(?![\p{L}\d.])`,
  String.raw`\d{1,2}:\d{2}(?::\d{2})?(?![\d:])`,
  String.raw`\d{1,2}:\d{1,4}(?![\d:])`,
  String.raw`\d{1,2}[hH]\d{2}(?!\d|\s?m(?:ins?|inutes?)?\b)`,
  String.raw`\d{1,2}\.\d{2}(?=\s?(?:[aApP]\.?\s?[mM]|[uU]hr|hrs|hours|[гГ]од)\b)`,
  String.raw`\d{1,4}(?:st|nd|rd|th|ST|ND|RD|TH)(?![\p{L}\d])`,
  String.raw`\d+\.\d+(?![\d.])`,
  String.raw`\d+`,
  MERIDIEM,
  String.raw`[dD]\.\s?[cC]\b\.?`,
  String.raw`[uU]\.\s?[sSkK]\b\.?`,
  String.raw`[tT]-\d{1,4}\b`,
  String.raw`[qQhH][1-4]\b`,
  String.raw`[A-Z][A-Za-z]{1,20}(?:\/[A-Z][A-Za-z_+-]{1,30}){1,2}`,
  String.raw`(?:[uU][tT][cC]|[gG][mM][tT])\s?[+-]\d{1,2}(?::?\d{2})?\b`,
  String.raw`\+\d{2}:?\d{2}(?!\d)`,
  String.raw`(?<=\s)-(?:0\d|1[0-2])(?:00|30|45)(?!\d)`,
  String.raw`[oO]['’]?\s?[cC]lock\b`,
  String.raw`[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*`,
  String.raw`\S`,
];
const TOKEN = new RegExp([...NOISY.map((source) => `(${source})`), ...SHAPES].join('|'), 'gu');

/** 20250808T170000Z with the marks of the longer form. */
const spaced = (stamp: string): string =>
  stamp.replace(
    /^(\d{4})(\d\d)(\d\d)t(\d\d)(\d\d)(\d\d)?(z?)$/,
    (_, y, m, d, h, min, s = '00', z) => `${y}-${m}-${d}t${h}:${min}:${s}${z}`,
  );

function folded(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll(/[’ʼ]/g, "'");
  if (/^[ap]\.\s?m/.test(plain)) return `${plain[0]}m`;
  if (/^\d{1,2}(?::\d{2})?\s?[ap]$/.test(plain)) return `${plain.slice(0, -1).trim()} ${plain.slice(-1)}m`;
  if (/^\d{8}t/.test(plain)) return spaced(plain);
  if (/^\d{1,2}\.\s\d{1,2}\.\s\d/.test(plain)) return plain.replaceAll(/\s/g, '');
  if (/^'\d{2}$/.test(plain)) return `20${plain.slice(1)}`;
  if (plain.startsWith('fy')) return `fy 20${plain.slice(-2)}`;
  if (/^q\d\s\d/.test(plain)) return `${plain.slice(0, 2)} 20${plain.slice(-2)}`;
  if (/^\d{1,3}(?:[.\s]\d{3})+$/.test(plain)) return plain.replaceAll(/[.\s]/g, '');
  if (/^\dq/.test(plain)) return `q${plain[0]} 20${plain.slice(-2)}`;
  if (/^(?:utc|gmt)\s?[+-]/.test(plain)) return plain.replaceAll(' ', '');
  if (/^(?:d\.\s?c|u\.\s?[sk]|o'?\s?clock)\b/.test(plain)) return plain.replaceAll(/[.'\s]/g, '');
  return plain.replaceAll(/[\u2010-\u2015]/g, '-').replaceAll('\u2044', '/');
}

/** The text in pieces, white space and invisible characters left out. Linear in its length. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [whole] = match;
    // "~2 weeks": the sign says no more than "about" does.
    if (/^[\p{Cc}\p{Cf}~≈]$/u.test(whole)) continue;
    const noisy = match.slice(1).some((group) => group !== undefined);
    const start = match.index;
    tokens.push({ start, end: start + whole.length, text: noisy ? NOISE : folded(whole) });
  }
  return tokens;
}
