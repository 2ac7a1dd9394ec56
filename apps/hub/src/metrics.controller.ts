import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '#contract';
import { DeliveryHealth } from '#delivery';
import { Authenticator } from '#identity';
import { Clock } from '#platform';
import { metricsOf } from './metrics.js';

/** Figures for Prometheus: for operators, with an API key that reads. */
@Controller()
export class MetricsController {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly health: DeliveryHealth,
    private readonly clock: Clock,
  ) {}

  @Public('asks itself for an operator, since routes carry no principal')
  @Get('metrics')
  async metrics(
    @Req() { headers }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { authorization, cookie } = headers;
    const principal = await this.authenticator.authenticate({ authorization, cookie });
    const [health, totals] = [await this.health.of(principal), await this.health.totals()];
    void reply.header('content-type', 'text/plain; version=0.0.4; charset=utf-8');
    return metricsOf(health, totals, this.clock.now());
  }
}
