import { recordInstall } from './lib/install.mjs';
import { buildNative } from './lib/native.mjs';

const omitted = (process.env.npm_config_omit ?? '').split(/[\s,]+/);
buildNative();
recordInstall({ dev: !omitted.includes('dev') });
