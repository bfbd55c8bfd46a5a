/** The schemas of a server, of the names that its record holds, and of an answer that says why there is none. */
import { z } from 'zod';
import { address, fields, id, instant, NAMED, names, ordinal, text, zone } from './basics.js';

const LISTED = {
  address: text.describe(fields.slug),
  name: text,
  url: address.describe(fields.url),
  self: address.describe(fields.self),
};

export const listedServer = z.object(LISTED).register(NAMED, { id: 'ListedServer' });

const count = z.int().min(0);

export const server = z
  .object({
    ...LISTED,
    listed: z.boolean().describe(fields.listed),
    language: text.describe(fields.language),
    zone,
    inclusionRule: text.nullable().describe(fields.inclusionRule),
    licence: text.nullable().describe(fields.licence),
    contact: text.nullable().describe(fields.contact),
    method: ordinal.describe(fields.method),
    counts: z
      .object({ running: count, undated: count, passed: count, paused: count, closed: count })
      .describe(fields.counts),
    since: instant.nullable().describe(fields.since),
    changed: instant.describe(fields.changed),
    related: z.object({
      ultimatums: address,
      deadlines: address,
      issuers: address,
      targets: address,
      tags: address,
      leaderboard: address,
      log: address,
      calendar: address,
      data: address,
    }),
  })
  .register(NAMED, { id: 'Server' });

const NAME = {
  name: text,
  url: address.describe(fields.url),
  ultimatums: address,
};

export const name = z.object(NAME).register(NAMED, { id: 'Name' });

export const issuer = z
  .object({
    ...NAME,
    aliases: names.describe(fields.aliases),
    count: ordinal.describe(fields.count),
    figures: address.describe(fields.figures),
  })
  .register(NAMED, { id: 'Issuer' });

export const problem = z
  .object({
    type: z.literal('about:blank'),
    title: text,
    status: z.int().min(400).max(599),
    detail: text.describe(fields.detail),
    parameter: text.exactOptional().describe(fields.parameter),
    hidden: z.object({ id, since: instant, reason: text }).exactOptional().describe(fields.hidden),
  })
  .describe(fields.problem)
  .register(NAMED, { id: 'Problem' });
