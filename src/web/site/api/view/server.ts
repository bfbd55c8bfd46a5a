/** A server, and the names of its record, as the API shows them. */
import type { z } from 'zod';
import { cleanLine } from '../../../../domain/clean.js';
import { plainText } from '../../../../wording/plain-text.js';
import type { ServerContext } from '../../context.js';
import { METHOD } from '../../../../domain/method.js';
import { namePath, type NameKind } from '../../paths.js';
import type { ServerCounts } from '../../pages/server.js';
import { queryText } from '../../pages/query.js';
import type { listedServer, name as nameSchema, server } from '../schema/server.js';
import { iso, serverAddress, textOrNull } from './basics.js';

/** A server in the list of all. */
export function listedServerOf(context: ServerContext): z.input<typeof listedServer> {
  const { page, name, publicUrl, root } = context;
  return {
    address: page.address,
    name: cleanLine(plainText(name)),
    url: `${publicUrl}${root}`,
    self: serverAddress(context),
  };
}

/** A server whole. */
export function serverOf(context: ServerContext, counts: ServerCounts): z.input<typeof server> {
  const { page, words, settings, publicUrl, root } = context;
  const { dated, undated, passed, paused, closed, since } = counts;
  const self = serverAddress(context);
  return {
    ...listedServerOf(context),
    listed: page.listed,
    language: words.language,
    zone: settings.zone,
    inclusionRule: textOrNull(settings.inclusionRule),
    licence: textOrNull(settings.licence),
    contact: textOrNull(settings.contact),
    method: METHOD,
    counts: { running: dated + undated, undated, passed, paused, closed },
    since: since === null ? null : iso(since),
    changed: iso(page.changed),
    related: {
      ultimatums: `${self}/ultimatums`,
      deadlines: `${self}/deadlines`,
      issuers: `${self}/issuers`,
      targets: `${self}/targets`,
      tags: `${self}/tags`,
      leaderboard: `${self}/leaderboard`,
      log: `${publicUrl}${root}/log.json`,
      calendar: `${publicUrl}${root}/deadlines.ics`,
      data: `${publicUrl}${root}/data.json`,
    },
  };
}

/** A name of the record, with where its ultimatums are. */
export function nameOf(context: ServerContext, kind: NameKind, name: string): z.input<typeof nameSchema> {
  return {
    name: cleanLine(name),
    url: `${context.publicUrl}${namePath(context, kind, name)}`,
    ultimatums: `${serverAddress(context)}/ultimatums${queryText({ [kind]: name })}`,
  };
}
