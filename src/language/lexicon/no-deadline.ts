/** What people say instead of a deadline, in all languages. */

/** Whole words in Latin letters; `\b` knows only the letters of ASCII. */
const words = (source: string) => `(?<![\\p{L}\\d_])(?:${source})(?![\\p{L}\\d_])`;
/** What begins a clause. */
const clause = (source: string) => `(?<=^|[\\s,])(?:${source})(?=\\s)`;
const anyOf = (...sources: readonly string[]) => new RegExp(sources.join('|'), 'u');

const GERMAN_SPAN =
  '(?:in|innerhalb) (?:den|der|weniger|einigen|ein paar|wenigen)(?: (?:kommenden|nächsten|folgenden))? (?:stunden|tagen?|wochen|monaten?)';
const FRENCH_SPAN = '(?:dans|sous) (?:les|quelques) (?:prochaine?s )?(?:heures|jours|semaines|mois)';
const SPANISH_SPAN = 'en (?:los|las|unos|unas|pocos|pocas) (?:próxim[oa]s )?(?:horas|días|semanas|meses)';
const ENGLISH_SPAN = [
  '(?:in|over|within) the (?:coming|next few) (?:hours|days|weeks|months)',
  'in (?:a few|few|several|some) (?:hours|days|weeks|months)',
].join('|');

const NONE = [
  'none|no|no deadline|no date|without (?:a )?(?:deadline|date)|open[- ]ended|n/a|-',
  'keine',
  'aucune?',
  'ninguno',
  'нет',
  'немає',
].join('|');

/** Each looked for in the whole text, in lower case with single spaces. One line a language, English first. */
export const NO_DEADLINE = {
  /** All that was said. */
  none: anyOf(`^\\s*(?:${NONE})?\\s*$`),
  asSoonAsPossible: anyOf(
    words('asap|as soon as (?:possible|practicable|you can)'),
    words('so bald wie möglich|schnellstmöglich'),
    words('dès que possible'),
    words('lo antes posible'),
    'якнайшвидше',
    'как можно скорее',
  ),
  lowerBound: anyOf(
    words('as early as|as soon as|at the earliest|(?:no|not) (?:earlier|sooner) than|not before|not until'),
    words('frühestens|nicht vor|nicht früher als|erst ab'),
    words('au plus tôt|pas avant'),
    words('como (?:muy )?pronto|no antes de'),
    'не раніше',
    'не раньше|не ранее',
  ),
  vague: anyOf(
    words(ENGLISH_SPAN),
    words('(?:very )?soon|shortly|at the right time|in due course|before long'),
    words('sometime|one day|eventually|in the near future'),
    words(`bald|demnächst|in kürze|irgendwann|in absehbarer zeit|zu gegebener zeit|${GERMAN_SPAN}`),
    words(`bientôt|prochainement|sous peu|le moment venu|${FRENCH_SPAN}`),
    words(`pronto|próximamente|en breve|en su momento|${SPANISH_SPAN}`),
    'найближч|незабаром|невдовзі|згодом|за кілька|через кілька|у майбутньому',
    'ближайш|скоро|вскоре|через несколько|в будущем',
  ),
  immediately: anyOf(
    words('immediate(?:ly)?|at once|right (?:away|now)|without delay|forthwith|now(?=\\s*$)'),
    words('sofort|umgehend|unverzüglich'),
    words('immédiatement|sans délai|sur-le-champ'),
    words('inmediatamente|de inmediato|ya mismo'),
    'негайно|невідкладно|зараз же',
    'немедленно|незамедлительно|сейчас же',
  ),
  waitsForEvent: anyOf(
    words('(?:when|once|until|as long as) (?:it|they|he|she|we|the|this|that|all)'),
    clause('sobald|solange'),
    clause('lorsque|dès que|tant que'),
    clause('cuando|mientras|hasta que'),
    clause('коли|доки'),
    clause('когда|пока'),
  ),
};
