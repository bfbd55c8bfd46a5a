import type { NoDeadlineReason, ReadFault } from '../domain/reading-facts.js';
import type { ReadResult, Reading } from '../domain/reading.js';

type NotADeadline = Extract<ReadResult, { kind: 'not-a-deadline' }>;

interface Rejection {
  readonly why: NotADeadline['why'];
  readonly reason: NoDeadlineReason;
}

export const unreadable = (reason: ReadFault): Rejection => ({ why: 'unreadable', reason });

export const LOWER_BOUND: Rejection = { why: 'lower-bound', reason: { kind: 'lower-bound' } };
export const PAST: Rejection = { why: 'past', reason: { kind: 'past' } };
export const REPEATED: Rejection = { why: 'no-date', reason: { kind: 'recurring' } };
export const TOO_FAR: Rejection = { why: 'unreadable', reason: { kind: 'too-far' } };
export const EXTENSION: Rejection = { why: 'unreadable', reason: { kind: 'extension' } };
export const UNRECOGNIZED = unreadable({ kind: 'unrecognized' });
export const TOO_COMPLEX = unreadable({ kind: 'too-complex' });

const VAGUE: Rejection = { why: 'vague', reason: { kind: 'vague' } };

/** The same in German, French, Spanish, Ukrainian and Russian; `\\b` knows no letters but those of ASCII. */
const VAGUE_ABROAD = new RegExp(
  [
    '(?<![\\p{L}])(?:bald|demnächst|in kürze|irgendwann|in absehbarer zeit|zu gegebener zeit|(?:in|innerhalb) (?:den|der|weniger|einigen|ein paar|wenigen)(?: (?:kommenden|nächsten|folgenden))? (?:stunden|tagen?|wochen|monaten?))(?![\\p{L}])',
    '(?<![\\p{L}])(?:bientôt|prochainement|sous peu|le moment venu|(?:dans|sous) (?:les|quelques) (?:prochaine?s )?(?:heures|jours|semaines|mois))(?![\\p{L}])',
    '(?<![\\p{L}])(?:pronto|próximamente|en breve|en su momento|en (?:los|las|unos|unas|pocos|pocas) (?:próxim[oa]s )?(?:horas|días|semanas|meses))(?![\\p{L}])',
    'найближч|незабаром|невдовзі|згодом|за кілька|через кілька|у майбутньому',
    'ближайш|скоро|вскоре|через несколько|в будущем',
  ].join('|'),
  'u',
);

/** What people say instead of a deadline, the first that fits. `text` is the whole of what was said, in lower case. */
const STOCK_PHRASES: readonly (readonly [RegExp, Rejection])[] = [
  [
    /^\s*(?:none|no|no deadline|no date|without (?:a )?(?:deadline|date)|open[- ]ended|n\/a|-|keine|aucune?|ninguno|нет|немає)?\s*$/,
    { why: 'no-date', reason: { kind: 'none-stated' } },
  ],
  [
    /\b(?:asap|as soon as (?:possible|practicable|you can)|so bald wie möglich|schnellstmöglich|dès que possible|lo antes posible)\b|якнайшвидше|как можно скорее/,
    { why: 'no-date', reason: { kind: 'as-soon-as-possible' } },
  ],
  [
    /\b(?:as early as|as soon as|at the earliest|(?:no|not) (?:earlier|sooner) than|not before|not until|frühestens|au plus tôt|como (?:muy )?pronto|pas avant|no antes de|nicht vor|nicht früher als|erst ab)\b|не раніше|не раньше|не ранее/,
    LOWER_BOUND,
  ],
  [
    /\b(?:(?:in|over|within) the (?:coming|next few) (?:hours|days|weeks|months)|in (?:a few|few|several|some) (?:hours|days|weeks|months)|(?:very )?soon|shortly|at the right time|in due course|before long|sometime|one day|eventually|in the near future)\b/,
    VAGUE,
  ],
  [VAGUE_ABROAD, VAGUE],
  [
    /\b(?:immediate(?:ly)?|at once|right (?:away|now)|without delay|forthwith|sofort|umgehend|unverzüglich|immédiatement|sans délai|sur-le-champ|inmediatamente|de inmediato|ya mismo)\b|\bnow\s*$|негайно|невідкладно|зараз же|немедленно|незамедлительно|сейчас же/,
    { why: 'no-date', reason: { kind: 'immediately' } },
  ],
  [
    /\b(?:when|once|until|as long as) (?:it|they|he|she|we|the|this|that|all)\b|(?:^|[\s,])(?:sobald|solange|lorsque|dès que|tant que|cuando|mientras|hasta que|когда|пока|коли|доки)\s/,
    { why: 'no-date', reason: { kind: 'waits-for-event' } },
  ],
];

const undatedReading = (base: ReadingOrigin, precision: 'vague' | 'none'): Reading => ({
  ...base,
  earliest: null,
  latest: null,
  precision,
  bound: 'by',
  edtf: '..',
  orSooner: false,
  openBeginning: false,
  assumed: [],
});

export type ReadingOrigin = Pick<Reading, 'words' | 'zone' | 'zoneFrom'>;

export function rejected(base: ReadingOrigin, { why, reason }: Rejection): NotADeadline {
  return {
    kind: 'not-a-deadline',
    why,
    reason,
    undated: undatedReading(base, why === 'no-date' ? 'none' : 'vague'),
  };
}

/** A reasoned no for words that are known to name no deadline; null for all others. */
export const knownRejection = (words: string): Rejection | null => {
  const text = words.toLowerCase().replaceAll(/\s+/g, ' ');
  return STOCK_PHRASES.find(([pattern]) => pattern.test(text))?.[1] ?? null;
};

const EXTENDS =
  /\b(?:extend\w*|prolong\w*|postpon\w*|delay\w*|push\w*|extension|prorog\w*)\b[^.;]{0,60}?\b(?:by|for|another|of|de)\b|\b\d{1,4}[ -](?:more|extra|additional) (?:day|week|month|hour)s?\b[^.;]{0,20}\bextension|\b(?:day|week|month|hour)s?['’]? extension\b|\banother (?:\w+ )?(?:day|week|month|hour)s?\b/i;

/** The same in German, Spanish, Ukrainian and Russian. */
const EXTENDS_ABROAD =
  /\bum [^.;]{0,40}?(?:verlänger|verschob|aufgeschob)|\b(?:verlänger|verschieb|verschob)\w* [^.;]{0,60}?\bum\b|\b(?:prorrog|aplaz|ampl[ií])[a-zó]* [^.;]{0,40}?\b(?:horas|días|semanas|meses)\b|(?:продл|продовж|подовж|отсроч|відтермін|перен[её]с|відкла)[а-яёіїєґ]*(?=[^.;]{0,60}?\sна\s)|(?:^|\s)на [^.;]{0,40}(?:продл|продовж|подовж|отсроч|відтермін)/i;

/** Whether a count in these words adds to a deadline named elsewhere: "extended by 90 days". */
export const isExtension = (words: string): boolean => EXTENDS.test(words) || EXTENDS_ABROAD.test(words);
