/** What the hub answered instead of what was asked for, or that it did not answer. */
export class Refused extends Error {
  /**
   * @param code one of the contract's codes, or `OFFLINE` when no answer came
   * @param field the input's path that the refusal is about, without the name of the variable
   */
  constructor(
    readonly code: string,
    message: string,
    readonly field: readonly string[] = [],
  ) {
    super(message);
  }

  /** Whether trying again may help without anything being changed. */
  get passing(): boolean {
    return ['OFFLINE', 'TIMEOUT', 'UNAVAILABLE', 'INTERNAL'].includes(this.code);
  }
}

interface HubError {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly field?: readonly string[] };
}

export function refusalOf({ message, extensions }: HubError): Refused {
  const field = (extensions?.field ?? []).filter((part) => part !== 'input' && part !== 'content');
  return new Refused(extensions?.code ?? 'INTERNAL', message, field);
}

export const asRefused = (error: unknown): Refused =>
  error instanceof Refused ? error : new Refused('INTERNAL', String(error));
