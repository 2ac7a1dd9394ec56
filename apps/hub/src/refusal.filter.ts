import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { GqlContextType } from '@nestjs/graphql';
import type { FastifyReply } from 'fastify';
import { Refusal, type RefusalCode } from '#platform';

const STATUS: Record<RefusalCode, number> = {
  BAD_INPUT: 400,
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  UNAUTHENTICATED: 401,
  CONFLICT: 409,
  IDEMPOTENCY_KEY_REUSED: 409,
  RATE_LIMITED: 429,
  TOO_LARGE: 413,
  TOO_COSTLY: 400,
  TIMEOUT: 503,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

/** A refusal is part of the contract and no accident: it goes out as it is and is not logged. */
@Catch(Refusal)
export class RefusalFilter implements ExceptionFilter<Refusal> {
  catch(refusal: Refusal, host: ArgumentsHost): unknown {
    if (host.getType<GqlContextType>() === 'graphql') return refusal;
    const { code, message, field } = refusal;
    return host
      .switchToHttp()
      .getResponse<FastifyReply>()
      .code(STATUS[code])
      .send({ error: { code, message, ...(field ? { field } : {}) } });
  }
}
