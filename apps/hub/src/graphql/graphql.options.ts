import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Inject, Injectable } from '@nestjs/common';
import type { GqlOptionsFactory } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contractSources } from '#contract';
import { Authenticator } from '#identity';
import { CONFIG, type Config } from '#platform';
import { outward } from './errors.js';
import { executionPlugin } from './execution.plugin.js';
import { LIMITS, limitRules } from './limits.js';
import { Operations } from './operations.js';
import { requestContext } from './request-context.js';
import { scalars } from './scalars.js';

/** How Apollo Server is set up. */
@Injectable()
export class GraphqlOptions implements GqlOptionsFactory<ApolloDriverConfig> {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly authenticator: Authenticator,
    private readonly operations: Operations,
  ) {}

  createGqlOptions(): ApolloDriverConfig {
    return {
      driver: ApolloDriver,
      path: '/graphql',
      typeDefs: contractSources().join('\n'),
      resolvers: scalars,
      resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
      context: (request: FastifyRequest, reply: FastifyReply) =>
        requestContext(this.authenticator, request, reply),
      graphiql: false,
      introspection: true,
      includeStacktraceInErrorResponses: false,
      hideSchemaDetailsFromClientErrors: this.config.production,
      csrfPrevention: true,
      allowBatchedHttpRequests: false,
      parseOptions: { maxTokens: LIMITS.tokens },
      validationRules: [...limitRules],
      plugins: [executionPlugin({ operations: this.operations, openIntrospection: !this.config.production })],
      autoTransformHttpErrors: false,
      preserveHttpStatusForExecutionErrors: true,
      formatError: (formatted, error) => outward(error, 'before execution', formatted),
    };
  }
}
