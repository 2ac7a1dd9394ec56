import { Inject, Injectable } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { CONFIG, type Config } from '#platform';
import { Cost } from './cost.js';
import { Execution } from './execution.js';

/** What checks and carries out operations, over HTTP and live alike; made once the schema is there. */
@Injectable()
export class Operations {
  private made: { readonly cost: Cost; readonly execution: Execution } | undefined;

  constructor(
    private readonly host: GraphQLSchemaHost,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  get cost(): Cost {
    return this.parts().cost;
  }

  get execution(): Execution {
    return this.parts().execution;
  }

  get schema() {
    return this.host.schema;
  }

  private parts() {
    this.made ??= {
      cost: new Cost(this.host.schema),
      execution: new Execution(this.host.schema, this.config.requestTimeoutSeconds * 1_000),
    };
    return this.made;
  }
}
