import { recordInstall } from './lib/install.mjs';
import { buildNative } from './lib/native.mjs';

buildNative();
recordInstall();
