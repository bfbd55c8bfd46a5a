/** The search of a server's page: a form that works by GET, without a script. */
import { localDate } from '../../../domain/when.js';
import type { Text } from '../../../wording/parts.js';
import { html, say, type Html, type HtmlValue } from '../../markup.js';
import type { ServerContext } from '../context.js';
import { SECTIONS, type Narrowing, type Section } from '../model/lists.js';

/** What can be chosen. */
export interface FindChoices {
  readonly issuers: readonly { readonly name: string; readonly count: number }[];
  readonly targets: readonly string[];
  readonly tags: readonly string[];
}

interface Found {
  readonly narrowing: Narrowing;
  readonly only: Section | null;
  readonly at: string | null;
  readonly choices: FindChoices;
}

/** Short lists are chosen from; of long ones the names are typed, with suggestions. */
const MOST_OPTIONS = 40;

interface Choice {
  readonly value: string;
  readonly label: string;
}

const sameValue = (name: string) => ({ value: name, label: name });

function choose(name: string, label: Text, options: readonly Choice[], any: string, chosen = ''): Html {
  if (options.length > MOST_OPTIONS)
    return html`<label
      >${say(label)} <input name="${name}" list="${name}-list" value="${chosen}" /><datalist
        id="${name}-list"
      >
        ${options.map(({ value }) => html`<option value="${value}"></option>`)}
      </datalist></label
    >`;
  const known = chosen === '' || options.some(({ value }) => value === chosen);
  const all = known ? options : [sameValue(chosen), ...options];
  return html`<label
    >${say(label)}
    <select name="${name}">
      <option value="">${any}</option>
      ${all.map(
        (option) =>
          html`<option value="${option.value}" ${option.value === chosen ? html` selected` : null}>
            ${option.label}
          </option>`,
      )}
    </select></label
  >`;
}

/** The form, with what was chosen. */
export function findForm({ words, root, settings, now }: ServerContext, found: Found): Html {
  const { find } = words.pages.server;
  const { narrowing, only, at, choices } = found;
  const today = localDate(now, settings.zone);
  const issuers = choices.issuers.map(({ name, count }) => ({ value: name, label: `${name} (${count})` }));
  const states = SECTIONS.map((section) => ({ value: section, label: find.states[section] }));
  const set = only !== null || at !== null || Object.values(narrowing).some((value) => value !== undefined);
  const clear: HtmlValue = set ? html`<a class="clear" href="${root}">${say(find.clear)}</a>` : null;
  return html`<form
    class="find noprint"
    method="get"
    action="${root}"
    role="search"
    aria-label="${find.label}"
  >
    <label
      >${say(find.words)} <input type="search" name="q" value="${narrowing.text ?? ''}" maxlength="200"
    /></label>
    ${choose('issuer', find.issuer, issuers, find.any, narrowing.issuer)}
    ${choose('target', find.target, choices.targets.map(sameValue), find.any, narrowing.target)}
    ${choices.tags.length === 0 ? null : choose('tag', find.tag, choices.tags.map(sameValue), find.any, narrowing.tag)}
    ${choose('state', find.state, states, find.any, only ?? '')}
    <label>${say(find.at)} <input type="date" name="at" value="${at ?? ''}" max="${today}" /></label>
    <button>${say(find.show)}</button>${clear}
  </form>`;
}
