/** Reads the settings for a verb as `start` does: from the environment, and from .env where there is one. */
import { existsSync } from 'node:fs';
import { readConfig, settingFault, type Config } from '../config.js';
import { StartError } from '../start-error.js';
import { english } from '../wording/index.js';
import { item } from '../wording/parts.js';
import { drawLine } from './draw.js';

/** The settings of `start`. @throws StartError with every fault */
export function settings(): Config {
  if (existsSync('.env')) process.loadEnvFile();
  const read = readConfig(process.env);
  if (read.ok) return read.config;
  const faults = read.wrong.map((setting) => settingFault(setting, english.operator));
  throw new StartError(faults.map((fault) => drawLine(item(fault))).join('\n'));
}
