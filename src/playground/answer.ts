/** What the bot answered to one person's action, and how the answer goes on changing. */
import { fieldsOf, type ModalDeclaration } from './check/modal.js';
import type { Face, LocalMessage, ControlView, StoredFile } from './message.js';

export interface OfferedChoice {
  readonly name: string;
  readonly value: string | number;
}

/** A form as a person sees it. */
export interface OpenModal {
  readonly customId: string;
  readonly title: string;
  /** Explanations between the fields. */
  readonly notes: readonly string[];
  readonly fields: readonly OpenField[];
  readonly declaration: ModalDeclaration;
}

interface OpenField {
  readonly customId: string;
  readonly label: string;
  readonly required: boolean;
  /** What stands in it when it opens: text, or the values already chosen. */
  readonly value: string | readonly string[] | boolean;
  readonly options: readonly { readonly label: string; readonly value: string }[];
}

/** Everything the bot did with one interaction, in order. */
export type AnswerStep =
  | { readonly kind: 'deferred'; readonly message: LocalMessage }
  | { readonly kind: 'deferred-update' }
  | {
      readonly kind: 'message' | 'update' | 'edit' | 'follow-up';
      readonly message: LocalMessage;
      readonly face: Face;
    }
  | { readonly kind: 'modal'; readonly modal: OpenModal }
  | { readonly kind: 'choices'; readonly choices: readonly OfferedChoice[] }
  | { readonly kind: 'deleted'; readonly message: LocalMessage };

/** What a person got for what they did. It goes on changing while the bot edits and follows up. */
export class PersonAnswer {
  readonly interactionId: string;
  /** Resolves with this answer at the first thing to read; a deferral is not one. Rejects when nothing came in time. */
  readonly done: Promise<PersonAnswer>;
  readonly #steps: AnswerStep[] = [];
  readonly #waiting = new Set<() => void>();
  #fail: (error: Error) => void = () => undefined;

  constructor(interactionId: string) {
    this.interactionId = interactionId;
    const finished = this.until((answer) => answer.history.some(isFinal));
    const failed = new Promise<PersonAnswer>((_resolve, reject) => {
      this.#fail = reject;
    });
    this.done = Promise.race([finished, failed]);
    // Whoever awaits it sees the failure; a person who does not care must not end the process.
    this.done.catch(() => undefined);
  }

  /** Every step so far, oldest first, each with what was shown then. */
  get history(): readonly AnswerStep[] {
    return this.#steps;
  }

  get acknowledged(): boolean {
    return this.#steps.length > 0;
  }

  get deferred(): boolean {
    return this.#steps[0]?.kind === 'deferred' || this.#steps[0]?.kind === 'deferred-update';
  }

  /** The answer's first message (of an update, the message updated), as it is now. */
  get message(): LocalMessage | undefined {
    return this.messages[0];
  }

  /** The first message and the follow-ups. */
  get messages(): readonly LocalMessage[] {
    const all = this.#steps.flatMap((step) => ('message' in step ? [step.message] : []));
    return [...new Set(all)];
  }

  get messageId(): string | undefined {
    return this.message?.id;
  }

  get ephemeral(): boolean {
    return this.message?.ephemeral === true;
  }

  get content(): string {
    return this.message?.content ?? '';
  }

  get files(): readonly StoredFile[] {
    return this.messages.flatMap((message) => message.files);
  }

  /** The form that was opened, if that was the answer. */
  get modal(): OpenModal | undefined {
    return this.#steps.flatMap((step) => (step.kind === 'modal' ? [step.modal] : []))[0];
  }

  get choices(): readonly OfferedChoice[] | undefined {
    return this.#steps.flatMap((step) => (step.kind === 'choices' ? [step.choices] : []))[0];
  }

  /** Everything readable: the messages not deleted, or the form. */
  text(): string {
    if (this.modal !== undefined) return modalText(this.modal);
    const standing = this.messages.filter((message) => !message.deleted);
    return standing.map((message) => message.text()).join('\n');
  }

  controls(): readonly ControlView[] {
    return this.messages.flatMap((message) => message.controls());
  }

  /** Resolves as soon as something holds of this answer, at once if it does already. */
  until(holds: (answer: PersonAnswer) => boolean): Promise<PersonAnswer> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!holds(this)) return;
        this.#waiting.delete(look);
        resolve(this);
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** Discord's part: the bot did something. */
  note(step: AnswerStep): void {
    this.#steps.push(step);
    for (const look of this.#waiting) look();
  }

  /** Discord's part: the bot did nothing in time. */
  fail(reason: string): void {
    this.#fail(new Error(reason));
  }
}

function isFinal(step: AnswerStep): boolean {
  return step.kind !== 'deferred' && step.kind !== 'deferred-update';
}

function modalText(modal: OpenModal): string {
  const fields = modal.fields.map((field) => {
    const value = Array.isArray(field.value) ? field.value.join(', ') : String(field.value);
    return `${field.label}${field.required ? '*' : ''}: ${value}`;
  });
  return [modal.title, ...modal.notes, ...fields].join('\n');
}

/** What a person sees of a form's declaration. */
export function openModal(declaration: ModalDeclaration): OpenModal {
  return {
    customId: declaration.custom_id,
    title: declaration.title,
    notes: declaration.components.flatMap((part) => (part.type === 10 ? [part.content] : [])),
    fields: declaration.components.flatMap(fieldsOf).map(({ label, field }) => ({
      customId: field.custom_id,
      label,
      required: field.type !== 23 && field.required !== false,
      value: prefilled(field),
      options: 'options' in field ? field.options : [],
    })),
    declaration,
  };
}

function prefilled(field: ReturnType<typeof fieldsOf>[number]['field']): OpenField['value'] {
  if (field.type === 4) return field.value ?? '';
  if (field.type === 23) return field.default === true;
  if (field.type === 3 || field.type === 21 || field.type === 22)
    return field.options.filter((one) => one.default === true).map((one) => one.value);
  if (field.type === 19) return [];
  return (field.default_values ?? []).map((one) => one.id);
}
