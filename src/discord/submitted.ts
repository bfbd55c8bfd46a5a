import { ComponentType, type ModalSubmitComponent } from 'discord.js';
import type { APIModalSubmission } from 'discord.js';

function valueOf(component: ModalSubmitComponent): readonly [string, string] {
  if ('values' in component) return [component.custom_id, component.values[0] ?? ''];
  return [component.custom_id, 'value' in component ? String(component.value) : ''];
}

/** The fields of a submitted form by their ids; a select gives its first value. */
export function fieldsOf(components: APIModalSubmission['components']): Readonly<Record<string, string>> {
  const fields = components.flatMap((component) => {
    if (component.type === ComponentType.Label) return [valueOf(component.component)];
    if (component.type === ComponentType.ActionRow) return component.components.map(valueOf);
    return [];
  });
  return Object.fromEntries(fields);
}
