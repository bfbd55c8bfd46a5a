/** Checks the body of a message: its fields, and the rules that look at the whole. */
import { z } from 'zod';
import type { UploadedFile } from '../exchange.js';
import { ApiError, invalid } from '../api-error.js';
import { component, controlsOf, isRow, walk, type Component } from './layout.js';
import { parse } from './parse.js';

export const messageFlags = {
  published: 1,
  suppressEmbeds: 4,
  ephemeral: 64,
  loading: 128,
  silent: 4096,
  v2: 32_768,
} as const;

const embedText = (max: number) => z.string().min(1).max(max).nullish();
const embed = z.looseObject({
  title: embedText(256),
  description: embedText(4096),
  url: z.string().nullish(),
  color: z.int().nullish(),
  footer: z.looseObject({ text: z.string().min(1).max(2048) }).nullish(),
  author: z.looseObject({ name: z.string().min(1).max(256) }).nullish(),
  fields: z
    .array(z.looseObject({ name: z.string().min(1).max(256), value: z.string().min(1).max(1024) }))
    .max(25)
    .nullish(),
});
const idList = z.array(z.string().regex(/^\d{17,19}$/)).max(100);
const mentions = z
  .object({
    parse: z.array(z.enum(['users', 'roles', 'everyone'])).optional(),
    users: idList.nullish(),
    roles: idList.nullish(),
    replied_user: z.boolean().nullish(),
  })
  .refine(({ parse: kinds, users }) => !(kinds?.includes('users') && (users?.length ?? 0) > 0), {
    path: ['parse'],
    message: 'parse:["users"] and users: [ids...] are mutually exclusive.',
    params: { code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE' },
  })
  .refine(({ parse: kinds, roles }) => !(kinds?.includes('roles') && (roles?.length ?? 0) > 0), {
    path: ['parse'],
    message: 'parse:["roles"] and roles: [ids...] are mutually exclusive.',
    params: { code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE' },
  });

const messageBody = z.object({
  content: z.string().max(2000).nullish(),
  embeds: z.array(embed).max(10).nullish(),
  components: z.array(component).max(40).nullish(),
  flags: z.int().min(0).nullish(),
  allowed_mentions: mentions.nullish(),
  attachments: z
    .array(
      z.looseObject({
        id: z.union([z.string(), z.int()]),
        filename: z.string().optional(),
        description: z.string().max(1024).nullish(),
      }),
    )
    .nullish(),
  nonce: z.union([z.string().max(25), z.int()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
  tts: z.boolean().nullish(),
  message_reference: z.looseObject({ message_id: z.string().optional() }).nullish(),
});

export type MessageBody = z.infer<typeof messageBody>;
export type EmbedBody = z.infer<typeof embed>;
export type AllowedMentions = z.infer<typeof mentions>;

/** Read the body of a message, `at` its place in the request (`data` of an interaction answer). */
export function readMessage(body: unknown, at: readonly string[] = []): MessageBody {
  return parse(messageBody, body, at);
}

/** What a message will be once a body is applied: the rules that look at the whole. */
export interface Whole {
  readonly content: string;
  readonly embeds: readonly EmbedBody[];
  readonly components: readonly Component[];
  readonly flags: number;
  readonly files: readonly Pick<UploadedFile, 'name'>[];
}

/** Refuse a message Discord would refuse, though each of its parts is well-formed. */
export function checkWhole(whole: Whole): void {
  const isV2 = (whole.flags & messageFlags.v2) !== 0;
  if (isV2) checkV2(whole);
  else checkV1(whole);
  checkControls(whole.components);
  if (embedCharacters(whole.embeds) > 6000)
    throw invalid('embeds', 'MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000');
}

function checkV2({ content, embeds, components }: Whole): void {
  const cannot = 'The `MessageFlags.IS_COMPONENTS_V2` flag cannot be used with';
  if (content !== '')
    throw invalid('content', 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', `${cannot} content`);
  if (embeds.length > 0)
    throw invalid('embeds', 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', `${cannot} embeds`);
  if (components.length === 0) throw new ApiError(50006);
  const all = walk(components);
  if (all.length > 40) throw invalid('components', 'BASE_TYPE_MAX_LENGTH', 'At most 40 components in all');
  const characters = all.reduce((sum, one) => sum + (one.type === 10 ? one.content.length : 0), 0);
  if (characters > 4000)
    throw invalid(
      'components',
      'COMPONENT_MAX_TOTAL_TEXT_LENGTH_EXCEEDED',
      'Text exceeds 4000 characters in all',
    );
}

function checkV1({ content, embeds, components, files }: Whole): void {
  const stray = components.findIndex((one) => !isRow(one));
  if (stray >= 0)
    throw invalid(
      `components.${stray}.type`,
      'UNION_TYPE_CHOICES',
      'Value of field "type" must be one of (1,).',
    );
  if (components.length > 5)
    throw invalid('components', 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.');
  // Rows alone are a message to Discord; only nothing at all is refused.
  if (content.trim() === '' && embeds.length === 0 && files.length === 0 && components.length === 0)
    throw new ApiError(50006);
}

function checkControls(components: readonly Component[]): void {
  const ids = controlsOf(components).flatMap((one) =>
    typeof one.custom_id === 'string' ? [one.custom_id] : [],
  );
  const twice = ids.find((one, index) => ids.indexOf(one) !== index);
  if (twice !== undefined)
    throw invalid(
      'components',
      'COMPONENT_CUSTOM_ID_DUPLICATED',
      `Component custom id cannot be duplicated: ${twice}`,
    );
}

function embedCharacters(embeds: readonly EmbedBody[]): number {
  const texts = embeds.flatMap((one) => [
    one.title,
    one.description,
    one.footer?.text,
    one.author?.name,
    ...(one.fields ?? []).flatMap((field) => [field.name, field.value]),
  ]);
  return texts.reduce((sum: number, text) => sum + (text?.length ?? 0), 0);
}
