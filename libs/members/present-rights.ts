import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Rights } from '#audit';
import type { Tx } from '#platform';
import { Viewers } from './viewers.js';

@Injectable()
export class PresentRights extends Rights {
  constructor(private readonly viewers: Viewers) {
    super();
  }

  override now(tx: Tx, personId: string): Promise<Viewer | null> {
    return this.viewers.load(tx, personId);
  }
}
