import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const COMPRESSIBLE = /\.(js|css|svg|json)$/;
const SMALLEST = 1_000;

/** Writes each file compressed beside itself, so that the hub need not compress anything while it serves. */
export const compressed = (folder) => ({
  name: 'watchfire-compressed',
  closeBundle() {
    for (const name of readdirSync(folder).filter((one) => COMPRESSIBLE.test(one))) {
      const file = join(folder, name);
      const text = readFileSync(file);
      if (text.length < SMALLEST) continue;
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: 10,
        [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
      };
      writeFileSync(`${file}.br`, brotliCompressSync(text, { params }));
      writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }));
    }
  },
});
