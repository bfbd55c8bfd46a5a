/** Parses a request body by a schema, or fails with Discord's nested field errors. */
import type { z } from 'zod';
import { type FieldFault, invalidFields } from '../api-error.js';

/** Read a body (or the part of one found `at`) by its schema, or refuse it as 50035 with a code at each field. */
export function parse<T extends z.ZodType>(
  schema: T,
  value: unknown,
  at: readonly string[] = [],
): z.infer<T> {
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  throw invalidFields(result.error.issues.flatMap((issue) => toFaults(issue, at)));
}

type Issue = z.core.$ZodIssue;

function toFaults(issue: Issue, above: readonly string[]): FieldFault[] {
  const path = [...above, ...issue.path.map(String)];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = issue.errors.toSorted((a, b) => a.length - b.length)[0] ?? [];
    return nearest.flatMap((inner) => toFaults(inner, path));
  }
  return [{ path, ...describe(issue) }];
}

function describe(issue: Issue): { code: string; message: string } {
  switch (issue.code) {
    case 'too_big':
      return { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` };
    case 'too_small':
      return { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${issue.minimum} or more in length.` };
    case 'invalid_type':
      return issue.input === undefined && issue.message.includes('undefined')
        ? { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }
        : { code: 'BASE_TYPE_BAD_TYPE', message: issue.message };
    case 'invalid_value':
      return { code: 'BASE_TYPE_CHOICES', message: issue.message };
    case 'custom':
      return { code: String(issue.params?.['code'] ?? 'INVALID'), message: issue.message };
    default:
      return { code: 'INVALID', message: issue.message };
  }
}
