import type { Language, TemplateContentInput, TemplateTopic } from '#contract';
import { type Content, checkContent } from '#publications';

/** What a template says, as it is stored. */
export type TemplateContent = Pick<
  Content,
  | 'kind'
  | 'title'
  | 'summary'
  | 'body'
  | 'instructions'
  | 'severity'
  | 'urgency'
  | 'certainty'
  | 'affectedSystems'
  | 'acknowledgeWithinMinutes'
> & { readonly tlp: NonNullable<TemplateContentInput['tlp']> };

/** A template as the contract shows it. */
export interface Template {
  readonly id: string;
  readonly builtIn: boolean;
  readonly version: number;
  readonly name: string;
  readonly topic: TemplateTopic;
  readonly language: Language;
  readonly content: TemplateContent;
  readonly updatedAt: string | null;
}

const UNSAID = { attribution: 'NAMED', status: 'ACTUAL' } as const;

/** By the rules of what is published, so that a template can be. @throws Refusal BAD_INPUT naming the field */
export function readContent(input: TemplateContentInput, path: readonly string[]): TemplateContent {
  const content = checkContent({ ...input, audience: {} }, path, UNSAID);
  const { kind, title, summary, body, instructions, severity, urgency, certainty } = content;
  const { affectedSystems, acknowledgeWithinMinutes } = content;
  return {
    ...{ kind, title, summary, body, instructions, severity, urgency, certainty },
    ...{ affectedSystems, acknowledgeWithinMinutes, tlp: input.tlp ?? 'AMBER' },
  };
}
