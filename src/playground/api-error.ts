/** Discord's error codes, and how it describes what is wrong in a body. */

/** Discord's nested description of what is wrong in a body. */
export interface FieldErrors {
  readonly [field: string]: FieldErrors | readonly FieldError[];
}

interface FieldError {
  readonly code: string;
  readonly message: string;
}

/** The error codes this Discord knows, with their HTTP status and Discord's own words. */
const known = {
  10002: [404, 'Unknown Application'],
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10013: [404, 'Unknown User'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  10070: [404, 'Unknown Guild Scheduled Event'],
  20016: [429, 'This action cannot be performed due to slowmode rate limit'],
  20022: [429, 'This message cannot be edited due to announcement rate limits.'],
  20028: [429, 'The channel you are writing has hit the write rate limit.'],
  20029: [429, 'The write action you are performing on the server has hit the write rate limit.'],
  30032: [400, 'Maximum number of application commands reached (100)'],
  30034: [400, 'Maximum number of daily application command creates has been reached (200)'],
  30038: [400, 'Maximum number of uncompleted guild scheduled events reached (100)'],
  30046: [429, 'Maximum number of edits to messages older than 1 hour reached. Try again later.'],
  40005: [413, 'Request entity too large'],
  40033: [400, 'This message has already been crossposted.'],
  40060: [400, 'Interaction has already been acknowledged.'],
  50001: [403, 'Missing Access'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50008: [400, 'Cannot send messages in a non-text channel'],
  50013: [403, 'Missing Permissions'],
  50024: [400, 'Cannot execute action on this channel type'],
  50027: [401, 'Invalid Webhook Token'],
  50035: [400, 'Invalid Form Body'],
  50083: [400, 'Thread is archived'],
  50109: [400, 'The request body contains invalid JSON.'],
  130000: [503, 'API resource is currently overloaded. Try again a little later.'],
  160005: [400, 'Thread is locked'],
  180000: [400, 'Cannot update a finished event'],
  200000: [403, 'Message was blocked by automatic moderation'],
} as const satisfies Record<number, readonly [number, string]>;

export type ApiErrorCode = keyof typeof known;

/** Discord's own words of a code, where it is known. */
export function messageOf(code: number): string | undefined {
  return Object.entries(known).find(([one]) => Number(one) === code)?.[1][1];
}

/** A request refused the way Discord refuses it. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: ApiErrorCode;
  readonly errors: FieldErrors | undefined;

  constructor(code: ApiErrorCode, errors?: FieldErrors) {
    const [status, message] = known[code];
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  /** The body Discord sends. */
  toJson(): Record<string, unknown> {
    const base = { message: this.message, code: this.code };
    return this.errors === undefined ? base : { ...base, errors: this.errors };
  }
}

/** 50035 for one field; `path` as in `data.components.0.label`. */
export function invalid(path: string, code: string, message: string): ApiError {
  return invalidFields([{ path: path.split('.').filter(Boolean), code, message }]);
}

export interface FieldFault extends FieldError {
  readonly path: readonly string[];
}

/** 50035 for several fields at once, nested as Discord nests them. */
export function invalidFields(faults: readonly FieldFault[]): ApiError {
  return new ApiError(50035, nest(faults));
}

function nest(faults: readonly FieldFault[]): FieldErrors {
  const here = faults.filter((fault) => fault.path.length === 0);
  const below = groupByHead(faults);
  const errors: Record<string, FieldErrors | readonly FieldError[]> = {};
  if (here.length > 0) errors['_errors'] = here.map(({ code, message }) => ({ code, message }));
  for (const [head, rest] of below) errors[head] = nest(rest);
  return errors;
}

function groupByHead(faults: readonly FieldFault[]): Map<string, FieldFault[]> {
  const groups = new Map<string, FieldFault[]>();
  for (const fault of faults) {
    const [head, ...rest] = fault.path;
    if (head === undefined) continue;
    groups.set(head, [...(groups.get(head) ?? []), { ...fault, path: rest }]);
  }
  return groups;
}
