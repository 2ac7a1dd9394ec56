import { statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';

const IN_MEMORY = '/dev/shm';
const GIB = 1024 ** 3;

/**
 * Where databases of tests may lie: in memory where there is plenty. On a disk each transaction on SQLite waits for it, and each
 * database on PostgreSQL is some hundred files: ext4 looks long for a free inode when many were removed just before.
 */
export function roomInMemory() {
  try {
    const { bsize, bavail } = statfsSync(IN_MEMORY);
    return bsize * bavail >= 4 * GIB && freemem() >= 8 * GIB ? IN_MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}
