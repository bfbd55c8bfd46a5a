/** Draws one message. */
import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import type { ClientAction, MessageView, PersonView } from '../client/protocol.js';
import { recordNow, useClient, useKnown } from './client.js';
import type { ControlActions } from './controls.js';
import { EyeIcon, SilentIcon } from './icons.js';
import { Markdown } from './markdown.js';
import { EmbedShown, FileShown, Part } from './parts.js';
import type { Actions } from './pending-actions.js';
import type { Placement } from './placement.js';
import { PreviewShown } from './preview.js';
import { absolute, sentAt } from './time.js';
import { Toolbar } from './toolbar.js';

interface MessageProps {
  readonly message: MessageView;
  readonly actions: Actions;
  /** Names of the apps offered for a message. */
  readonly apps: readonly string[];
  readonly placement: Placement;
}

/** One message as Discord draws it. One that cannot be drawn says so, and the others stand. */
export function MessageShown(props: MessageProps) {
  const [error] = useErrorBoundary();
  if (error !== undefined)
    return (
      <article class="message" data-id={props.message.id}>
        <p role="alert">This message cannot be shown here.</p>
      </article>
    );
  return <Drawn {...props} />;
}

function Drawn({ message, actions, apps, placement }: MessageProps) {
  const { hello } = useKnown();
  const author = hello?.people.find((one) => one.id === message.authorId);
  const me = hello?.me;
  const pinged = me !== undefined && (message.pings.users.includes(me.id) || message.pings.everyone);
  const kinds = [
    'message',
    ...(message.ephemeral ? ['ephemeral'] : []),
    ...(pinged ? ['pinged'] : []),
    ...(placement.follows ? ['follows'] : []),
  ];
  const use = (command: string) => void actions.act({ kind: 'apps', command, message: message.id });
  return (
    <article class={kinds.join(' ')} data-id={message.id}>
      <Cause message={message} />
      {placement.follows ? <ShortTime at={message.at} /> : <Avatar of={author} />}
      <div class="body">
        {placement.follows ? null : <Head message={message} author={author} />}
        <Body message={message} actions={actions} />
        {message.published ? (
          <small class="published" title="The servers that follow this channel got it too">
            Published
          </small>
        ) : null}
        {message.ephemeral ? <Private id={message.id} /> : null}
      </div>
      {apps.length > 0 && !message.ephemeral ? <Toolbar apps={apps} use={use} /> : null}
    </article>
  );
}

function Avatar({ of: person }: { readonly of: PersonView | undefined }) {
  return (
    <div class={`avatar ${person?.bot ? 'bot' : ''}`} aria-hidden="true">
      {person?.name.slice(0, 1) ?? '?'}
    </div>
  );
}

/** When it was sent, in the reader's zone and language: whole, or as `shown` writes it. */
function Sent(props: { readonly at: number; readonly children: ComponentChildren; readonly kind?: string }) {
  const { hello } = useKnown();
  const { zone, locale } = hello?.me ?? { zone: 'UTC', locale: 'en-US' };
  const { at, children, kind = '' } = props;
  return (
    <time class={kind} dateTime={new Date(at).toISOString()} title={absolute(at, 'F', zone, locale)}>
      {children}
    </time>
  );
}

function ShortTime({ at }: { readonly at: number }) {
  const { hello } = useKnown();
  const { zone, locale } = hello?.me ?? { zone: 'UTC', locale: 'en-US' };
  return (
    <Sent at={at} kind="short">
      {absolute(at, 't', zone, locale)}
    </Sent>
  );
}

function Head(props: { readonly message: MessageView; readonly author: PersonView | undefined }) {
  const { message, author } = props;
  const { hello, stage } = useKnown();
  const { zone, locale } = hello?.me ?? { zone: 'UTC', locale: 'en-US' };
  return (
    <header>
      <strong>{author?.name ?? 'Somebody'}</strong>
      {author?.bot ? <span class="tag">APP</span> : null}
      <Sent at={message.at}>{sentAt(message.at, recordNow(stage), zone, locale)}</Sent>
      {message.silent ? (
        <span class="silent" role="img" aria-label="Sent without a push" title="Sent without a push">
          <SilentIcon />
        </span>
      ) : null}
    </header>
  );
}

function Cause({ message: { cause } }: { readonly message: MessageView }) {
  const { hello } = useKnown();
  if (cause?.command == null) return null;
  const person = hello?.people.find((one) => one.id === cause.userId);
  return (
    <div class="cause">
      <Avatar of={person} /> <strong>{person?.name}</strong> used <span class="used">{cause.command}</span>
    </div>
  );
}

/** What the bot has not answered yet of a message's controls. */
const waitsAt = (pending: ClientAction | null, message: string, control: string) =>
  (pending?.kind === 'press' || pending?.kind === 'choose') &&
  pending.message === message &&
  pending.control === control;

function Body({ message, actions }: { readonly message: MessageView; readonly actions: Actions }) {
  const { pending } = useKnown();
  if (message.loading)
    return (
      <div class="loading">
        <Dots /> Ultimatum is thinking…
      </div>
    );
  const on: ControlActions = {
    message: message.id,
    press: (control) => void actions.act({ kind: 'press', message: message.id, control }),
    choose: async (control, values) =>
      (await actions.act({ kind: 'choose', message: message.id, control, values })).ok,
    waitsFor: (control) => waitsAt(pending, message.id, control),
  };
  const referred = JSON.stringify(message.components);
  const edited = message.editedAt === null ? null : <small class="edited">(edited)</small>;
  return (
    <>
      <Markdown words={message.content} />
      {message.embeds.map((embed) => (
        <EmbedShown embed={embed} />
      ))}
      {message.files
        .filter(({ name }) => !referred.includes(`attachment://${name}`))
        .map((file) => (
          <FileShown file={file} />
        ))}
      {message.components.map((one) => (
        <Part one={one} files={message.files} on={on} />
      ))}
      {edited}
      {message.previews.map((preview) => (
        <PreviewShown preview={preview} on={on} />
      ))}
    </>
  );
}

/** Three dots: something is on its way. */
export const Dots = () => (
  <span class="dots" aria-hidden="true">
    <i />
    <i />
    <i />
  </span>
);

function Private({ id }: { readonly id: string }) {
  const client = useClient();
  return (
    <small class="private">
      <EyeIcon /> Only you can see this •{' '}
      <button type="button" class="plain" onClick={() => client.dismiss(id)}>
        Dismiss message
      </button>
    </small>
  );
}
