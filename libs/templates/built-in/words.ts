import type { TemplateTopic } from '#contract';

/** The words of a built-in template; what is left open stands in square brackets. */
export interface Words {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly instructions: string;
}

export type Topic = Exclude<TemplateTopic, 'OTHER'>;
