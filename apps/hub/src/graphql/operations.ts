import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { CONFIG, type Config } from '#platform';
import { Cost } from './cost.js';
import { Execution } from './execution.js';

/** What checks and carries out operations, over HTTP and live alike. It can be used once the hub has been initialized. */
@Injectable()
export class Operations {
  private made:
    | { readonly cost: Cost; readonly execution: Execution; readonly schema: GraphQLSchema }
    | undefined;

  constructor(
    private readonly modules: ModuleRef,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  get cost(): Cost {
    return this.parts().cost;
  }

  get execution(): Execution {
    return this.parts().execution;
  }

  get schema(): GraphQLSchema {
    return this.parts().schema;
  }

  /** The schema is found late, since whoever builds it is configured with this. */
  private parts() {
    if (this.made) return this.made;
    const { schema } = this.modules.get(GraphQLSchemaHost, { strict: false });
    const limit = this.config.requestTimeoutSeconds * 1_000;
    this.made = { schema, cost: new Cost(schema), execution: new Execution(schema, limit) };
    return this.made;
  }
}
