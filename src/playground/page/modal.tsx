/** The form that a bot opened. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ModalDeclaration, ModalField } from '../check/modal.js';
import type { FieldsTyped } from '../client/protocol.js';
import { useClient, useKnown } from './client.js';
import { Checks, choosable, chosenAtFirst, SendButton } from './controls.js';
import { Picker } from './picker.js';
import type { Actions } from './pending-actions.js';
import { Markdown } from './markdown.js';

type InputValue = FieldsTyped[string];

function firstValue(field: ModalField): InputValue {
  if (field.type === 4) return field.value ?? '';
  if (field.type === 23) return field.default === true;
  if (field.type === 19) return [];
  if (field.type === 21 || field.type === 22)
    return field.options.filter((one) => one.default === true).map(({ value }) => value);
  return chosenAtFirst(field);
}

interface FieldProps {
  readonly field: ModalField;
  readonly id: string;
  readonly value: InputValue;
  readonly change: (value: InputValue) => void;
}

function TextField({
  field,
  id,
  value,
  change,
}: FieldProps & { readonly field: { readonly type: 4 } & ModalField }) {
  if (field.type !== 4) return null;
  const same = {
    id,
    value: String(value),
    required: field.required !== false,
    minLength: field.min_length ?? 0,
    maxLength: field.max_length ?? 4000,
    placeholder: field.placeholder ?? '',
  };
  return field.style === 2 ? (
    <textarea {...same} rows={4} onInput={({ currentTarget }) => change(currentTarget.value)} />
  ) : (
    <input {...same} type="text" onInput={({ currentTarget }) => change(currentTarget.value)} />
  );
}

function Radios({ field, id, value, change }: FieldProps) {
  if (field.type !== 21) return null;
  const chosen = Array.isArray(value) ? value : [];
  return (
    <>
      {field.options.map((one) => (
        <label class="check">
          <input
            type="radio"
            name={id}
            checked={chosen.includes(one.value)}
            onChange={() => change([one.value])}
          />
          <span>
            {one.label}
            {one.description ? <small> {one.description}</small> : null}
          </span>
        </label>
      ))}
    </>
  );
}

function FileField({ field, id, change }: FieldProps) {
  const client = useClient();
  const [reason, setReason] = useState('');
  if (field.type !== 19) return null;
  const send = async (files: readonly File[]) => {
    const sent = await Promise.all(files.map((file) => client.upload(file)));
    setReason(sent.flatMap((one) => (one.ok ? [] : [one.reason]))[0] ?? '');
    change(sent.flatMap((one) => (one.ok ? (one.upload ?? []) : [])));
  };
  return (
    <>
      <input
        id={id}
        type="file"
        required={field.required !== false}
        multiple={(field.max_values ?? 1) > 1}
        onChange={({ currentTarget }) => void send([...(currentTarget.files ?? [])])}
      />
      {reason === '' ? null : <small role="alert">{reason}</small>}
    </>
  );
}

function Field({ field, id, value, change }: FieldProps) {
  const { hello } = useKnown();
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  if (field.type === 4) return <TextField field={field} id={id} value={value} change={change} />;
  if (field.type === 19) return <FileField field={field} id={id} value={value} change={change} />;
  if (field.type === 21) return <Radios field={field} id={id} value={value} change={change} />;
  if (field.type === 23)
    return (
      <input
        id={id}
        type="checkbox"
        checked={value === true}
        onChange={({ currentTarget }) => change(currentTarget.checked)}
      />
    );
  const options = choosable(field, hello);
  const most = field.max_values ?? (field.type === 22 ? options.length : 1);
  if (field.type === 22) return <Checks options={options} chosen={chosen} most={most} change={change} />;
  return (
    <Picker
      id={id}
      placeholder={field.placeholder ?? 'Make a selection'}
      options={options}
      chosen={chosen}
      least={field.required === false ? 0 : 1}
      most={most}
      change={change}
    />
  );
}

interface Labelled {
  readonly label: string;
  readonly description: string | null;
  readonly field: ModalField;
}

function labelled(part: ModalDeclaration['components'][number]): readonly Labelled[] {
  if (part.type === 18)
    return [{ label: part.label, description: part.description ?? null, field: part.component }];
  if (part.type === 1)
    return part.components.map((field) => ({ label: field.label ?? '', description: null, field }));
  return [];
}

/** The form a bot opened. */
export function Modal(props: {
  readonly modal: ModalDeclaration;
  readonly actions: Actions;
  readonly problem: string;
  readonly close: () => void;
}) {
  const { modal, actions, problem, close } = props;
  const sending = useKnown().pending?.kind === 'submit';
  const dialog = useRef<HTMLDialogElement | null>(null);
  const fields = modal.components.flatMap(labelled);
  const [values, setValues] = useState<FieldsTyped>(() =>
    Object.fromEntries(fields.map(({ field }) => [field.custom_id, firstValue(field)])),
  );
  useEffect(() => dialog.current?.showModal(), []);
  const send = (event: Event) => {
    event.preventDefault();
    void actions.act({ kind: 'submit', fields: values });
  };
  const grouped = (field: ModalField) => field.type === 21 || field.type === 22;
  return (
    <dialog ref={dialog} aria-labelledby="form-title" onCancel={close}>
      <form onSubmit={send}>
        <h2 id="form-title">{modal.title}</h2>
        {modal.components.map((part) => (part.type === 10 ? <Markdown words={part.content} /> : null))}
        {fields.map(({ label, description, field }) => {
          const id = `field-${field.custom_id}`;
          const Box = grouped(field) ? 'fieldset' : 'div';
          const Name = grouped(field) ? 'legend' : 'label';
          const required = field.type !== 23 && field.required !== false;
          return (
            <Box class="field">
              <Name {...(grouped(field) ? {} : { htmlFor: id })}>
                {label}
                {required ? <span class="required"> *</span> : null}
              </Name>
              {description === null ? null : <small>{description}</small>}
              <Field
                field={field}
                id={id}
                value={values[field.custom_id] ?? ''}
                change={(value) => setValues((before) => ({ ...before, [field.custom_id]: value }))}
              />
            </Box>
          );
        })}
        {problem === '' ? null : <p role="alert">{problem}</p>}
        <footer>
          <button type="button" class="button underlined" onClick={close}>
            Cancel
          </button>
          <SendButton label="Submit" type="submit" sending={sending} />
        </footer>
      </form>
    </dialog>
  );
}
