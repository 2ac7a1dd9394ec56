import { ConsoleLogger } from '@nestjs/common';
import type { Config } from './config/config.js';

/** The log of a process. */
export const loggerOf = (config: Pick<Config, 'log'>): ConsoleLogger =>
  new ConsoleLogger({
    prefix: 'watchfire',
    json: config.log === 'json',
    logLevels: ['warn', 'error', 'fatal'],
    timestamp: false,
  });
