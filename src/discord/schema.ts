/** Parts of `custom_id`s and how they are parsed. */
import { z } from 'zod';
import { isFieldName, type FieldName } from '../domain/field-name.js';
import { ok, refuse, type Refusal, type Result } from '../domain/refusal.js';
import type { Words } from '../wording/index.js';
import type { OptionSpec, OptionSpecs } from './option.js';

export type OptionValue = string | number | boolean;
export type OptionValues = Readonly<Record<string, OptionValue | undefined>>;

/** Discord's own limit for an option's text. */
const LONGEST_TEXT = 6000;

/** A suggestion's visible text begins with the number it stands for: `U-12 Donald Trump to Russia`, `Entry 3: moved`. */
const LEADING_NUMBER = /^\s*(?:[a-z]+[\s-]?|#)?(\d{1,9})(?!\d)/i;

/** What Discord shows and may send back in place of the value. */
export function visible(name: string): string {
  return name.length <= 100 ? name : `${name.slice(0, 99)}…`;
}

function numberIn(given: unknown): unknown {
  if (typeof given !== 'string') return given;
  const digits = LEADING_NUMBER.exec(given)?.[1];
  return digits === undefined ? given : Number(digits);
}

/** The value of a choice whose name came back; some phones send what is seen. */
function backToValue({ choices }: OptionSpec, given: OptionValue, words: Words): OptionValue {
  const found = choices?.find(({ name }) => visible(name(words)) === given);
  return found?.value ?? given;
}

function backToValues(specs: OptionSpecs, given: OptionValues, words: Words): OptionValues {
  const values = Object.entries(given).map(([name, value]) => {
    const spec = specs[name];
    return [
      name,
      spec === undefined || value === undefined ? value : backToValue(spec, value, words),
    ] as const;
  });
  return Object.fromEntries(values);
}

function valueSchema(spec: OptionSpec): z.ZodType<OptionValue> {
  if (spec.choices !== undefined) return z.enum(spec.choices.map(({ value }) => value));
  if (spec.type === 'integer') return z.preprocess(numberIn, z.number().int());
  if (spec.type === 'boolean') return z.boolean();
  const text = z
    .string()
    .trim()
    .max(spec.maxLength ?? LONGEST_TEXT);
  // A required text of spaces only says as little as none.
  return spec.required ? text.min(1) : text;
}

const SCHEMAS = new WeakMap<OptionSpecs, z.ZodType<OptionValues>>();

/** The zod schema of a command's options, made of the same record as Discord's JSON; once, as making it takes longest. */
function optionSchema(specs: OptionSpecs): z.ZodType<OptionValues> {
  const known = SCHEMAS.get(specs);
  if (known !== undefined) return known;
  const made = schemaOf(specs);
  SCHEMAS.set(specs, made);
  return made;
}

function schemaOf(specs: OptionSpecs): z.ZodType<OptionValues> {
  const shape = Object.entries(specs).map(([name, spec]) => {
    const value = valueSchema(spec);
    return [name, spec.required ? value : value.optional()] as const;
  });
  return z.object(Object.fromEntries(shape));
}

function unknownThing(name: string, given: string): Refusal {
  const what = name === 'entry' || name === 'schedule' || name === 'issuer' ? name : 'ultimatum';
  return { why: 'not-found', what, given };
}

/** Every option of a command has a name in the catalogue; a test sees to it. */
const fieldOf = (option: string): FieldName => (isFieldName(option) ? option : 'text');

function fault(issue: z.core.$ZodIssue, given: OptionValues): Refusal {
  const option = String(issue.path[0] ?? '');
  const field = fieldOf(option);
  const value = given[option];
  if (issue.code === 'too_big') {
    return { why: 'too-long', field, length: String(value).length, max: Number(issue.maximum) };
  }
  const unreadable = issue.code === 'invalid_type' && issue.expected === 'number' && value !== undefined;
  return unreadable ? unknownThing(option, String(value)) : { why: 'missing', field };
}

/** Options as Discord sent them to the arguments of `run`, or the first fault as a refusal. */
export function parseOptions(specs: OptionSpecs, given: OptionValues, words: Words): Result<OptionValues> {
  const parsed = optionSchema(specs).safeParse(backToValues(specs, given, words));
  if (parsed.success) return ok(parsed.data);
  const [first] = parsed.error.issues;
  return refuse(first === undefined ? { why: 'missing', field: 'text' } : fault(first, given));
}
