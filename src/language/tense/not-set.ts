/** English sentences in which nothing is set for their date: a deadline taken back, ruled out or unheeded, a date put right. */

/** What is set for a time, and those who may take it back. */
const TERMS =
  '(?:deadline|ultimatum|timetable|timeline|cut-?off|strike|walkout|strike notice|notice|threat)s?';

/** "Withdrew his 72-hour ultimatum", "the ultimatum went unheeded", "ruled out a deadline": nothing is set any longer, or nothing was. */
const NOT_SET = new RegExp(
  [
    `\\b(?:withdrew|rescinded|retracted|dropped|lifted|revoked|shelved|scrapped|abandoned|cancel+ed|called off)(?: (?!to\\b)[\\w'-]+){0,4} ${TERMS}\\b`,
    `\\b${TERMS}(?: \\w+){0,2} (?:went (?:\\w+ )?(?:unheeded|unanswered|unmet|ignored|unnoticed|by)|fell on deaf ears)\\b`,
    `\\b(?:(?:rule[sd]?|ruling) out|(?:refuse[sd]?|decline[sd]?) to (?:set|give|name|impose|fix)|(?:did|does|do|has|have) not (?:set|give|given|name|named|impose|imposed)|(?:didn|doesn|hasn)'t (?:set|give|given|name|named)|no plans? (?:for|to set)|reject(?:s|ed) (?:calls for|the idea of)|without(?: setting)?) (?:an?|any|the|another) (?:\\w+ )?(?:deadline|timetable|timeline|cut-?off)\\b`,
  ].join('|'),
);
/** Another time is set in the same sentence. */
const SET_ANEW =
  /\b(?:until|till|unless|if|or else|instead|new|now|gave|gives|given|set (?:for|on)|will|must|after)\b/;

/** "An earlier version of this article misstated the date". */
const ERRATUM =
  /\b(?:(?:earlier|previous) version of (?:this|the)|(?:this|the) (?:article|story|report|post) (?:was|has been) (?:updated|corrected|amended))\b/;

/** "The hearing has been adjourned to 19 September": held on another day, it is a deadline for nobody. */
const HELD_LATER =
  /\b(?:hearing|trial|match|game|race|concert|show|wedding|funeral|premiere|screening|inquest|sentencing)\b(?: [\w'-]+){0,4}? (?:has been|have been|was|were|is|are) (?:adjourned|postponed|rescheduled|delayed|moved|put (?:back|off)|pushed back)\b/;

/** "Adjourned the case to 14 October". */
const ADJOURNED =
  /\b(?:adjourned|postponed|rescheduled|relisted) (?:the|his|her|their) (?:[\w'-]+ ){0,2}(?:case|hearing|trial|match|game|race|concert|sentencing|inquest|ceremony)\b/;

/** "Asked whether he would set a deadline, he said: Not today." */
const NOT_NOW = /\bnot (?:today|tomorrow|tonight|this (?:week|month|year))[.!”"’' ]*$/;

/** "The clinic closes at noon on Saturdays". */
const REGULAR = /\bon (?:weekdays|weekends|(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b/;
const OWED = /\b(?:must|has to|have to|unless|if|or|deadline|ultimatum|gave|given)\b/;

/** "Has extended the state of emergency until November": what lasts longer is no deadline. */
const LASTS_LONGER =
  /\b(?:extend|prolong|renew)(?:s|ed)? (?:[\w'-]+ ){0,3}(?:state of emergency|curfew|martial law|mandate|contract|lockdown|season|run|stay|remand|detention|custody|opening hours)\b/;

/** Whether a sentence in English says that nothing is set for its date. */
export const isVoid = (sentence: string): boolean =>
  ERRATUM.test(sentence) ||
  NOT_NOW.test(sentence) ||
  (NOT_SET.test(sentence) && !SET_ANEW.test(sentence)) ||
  ((HELD_LATER.test(sentence) ||
    ADJOURNED.test(sentence) ||
    REGULAR.test(sentence) ||
    LASTS_LONGER.test(sentence)) &&
    !OWED.test(sentence));
