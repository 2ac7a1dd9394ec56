import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { MemberKind, Role } from '#access';
import { CONFIG, type Config } from '#platform';

/** An account of the demo community, with its password in clear: it opens nothing but made-up things. */
export interface DemoAccount {
  readonly persona: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly member: string;
  readonly kind: MemberKind;
  readonly roles: readonly Role[];
}

const FILE = 'demo-accounts.json';

/** The file in the data folder that tells who can sign in to the demo community. */
@Injectable()
export class DemoAccounts {
  private readonly file: string;

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'dataDir'>) {
    this.file = join(config.dataDir, FILE);
  }

  /** None where there is no file: nobody seeded, or another hub on the same database did. */
  read(): readonly DemoAccount[] {
    try {
      return JSON.parse(readFileSync(this.file, 'utf8')) as DemoAccount[];
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }

  /** Readable by its owner alone, and never there in part. */
  async write(accounts: readonly DemoAccount[]): Promise<void> {
    await mkdir(this.config.dataDir, { recursive: true, mode: 0o700 });
    const draft = `${this.file}.${process.pid}`;
    writeFileSync(draft, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, this.file);
  }
}
