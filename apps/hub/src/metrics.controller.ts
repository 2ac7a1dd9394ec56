import { Controller, Get, Header, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
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
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async metrics(@Req() { headers }: FastifyRequest): Promise<string> {
    const { authorization, cookie } = headers;
    const principal = await this.authenticator.authenticate({ authorization, cookie });
    const [health, totals] = [await this.health.of(principal), await this.health.totals()];
    return metricsOf(health, totals, this.clock.now());
  }
}
