/** Draws one message. */
import { useErrorBoundary, useState } from 'preact/hooks';
import type { MessageView } from '../client/protocol.js';
import { useClient, useKnown } from './client.js';
import { Markdown } from './markdown.js';
import { EmbedShown, FileShown, Part } from './parts.js';
import type { Actions } from './pending-actions.js';
import { absolute } from './time.js';

interface MessageProps {
  readonly message: MessageView;
  readonly actions: Actions;
  /** Names of the apps offered for a message. */
  readonly apps: readonly string[];
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

function Drawn({ message, actions, apps }: MessageProps) {
  const { hello } = useKnown();
  const author = hello?.people.find((one) => one.id === message.authorId);
  const me = hello?.me;
  const pinged =
    me !== undefined && (message.pings.users.includes(me.id) || message.pings.everyone) ? ' pinged' : '';
  return (
    <article class={`message${message.ephemeral ? ' ephemeral' : ''}${pinged}`} data-id={message.id}>
      <div class={`avatar ${author?.bot ? 'bot' : ''}`} aria-hidden="true">
        {author?.name.slice(0, 1) ?? '?'}
      </div>
      <div class="body">
        <Cause message={message} />
        <header>
          <strong>{author?.name ?? 'Somebody'}</strong>
          {author?.bot ? <span class="tag">APP</span> : null}
          <time dateTime={new Date(message.at).toISOString()}>
            {absolute(message.at, 'f', me?.zone ?? 'UTC', me?.locale ?? 'en-US')}
          </time>
          {message.silent ? <small title="Sent without a push">silent</small> : null}
        </header>
        <Body message={message} actions={actions} />
        {message.ephemeral ? <Private id={message.id} /> : null}
      </div>
      {apps.length > 0 && !message.ephemeral ? (
        <Apps message={message} apps={apps} actions={actions} />
      ) : null}
    </article>
  );
}

function Cause({ message: { cause } }: { readonly message: MessageView }) {
  const { hello } = useKnown();
  if (cause?.command == null) return null;
  const name = hello?.people.find((one) => one.id === cause.userId)?.name;
  return (
    <div class="cause">
      {name} used <code>{cause.command}</code>
    </div>
  );
}

function Body({ message, actions }: { readonly message: MessageView; readonly actions: Actions }) {
  if (message.loading) return <div class="loading">Ultimatum is thinking…</div>;
  const press = (control: string) => void actions.act({ kind: 'press', message: message.id, control });
  const choose = (control: string, values: readonly string[]) =>
    void actions.act({ kind: 'choose', message: message.id, control, values });
  const referred = JSON.stringify(message.components);
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
        <Part one={one} files={message.files} press={press} choose={choose} />
      ))}
      {message.editedAt === null ? null : <small class="edited">(edited)</small>}
    </>
  );
}

function Private({ id }: { readonly id: string }) {
  const client = useClient();
  return (
    <small class="private">
      👁 Only you can see this ·{' '}
      <button type="button" class="plain" onClick={() => client.dismiss(id)}>
        Dismiss message
      </button>
    </small>
  );
}

function Apps({ message, apps, actions }: MessageProps) {
  const [open, setOpen] = useState(false);
  return (
    <div class="apps">
      <button
        type="button"
        class="plain"
        aria-expanded={open}
        aria-label="Apps for this message"
        onClick={() => setOpen(!open)}
      >
        ⋯
      </button>
      {open ? (
        <div class="menu">
          {apps.map((command) => (
            <button
              type="button"
              onClick={() => {
                setOpen(false);
                void actions.act({ kind: 'apps', command, message: message.id });
              }}
            >
              {command}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
