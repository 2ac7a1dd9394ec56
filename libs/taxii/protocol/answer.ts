import { TAXII } from './media.js';

/** What is answered, ready to be sent. */
export interface Answer {
  readonly status: number;
  /** JSON. */
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const headers = { 'content-type': TAXII };

export const answered = (
  resource: object | string,
  more: Readonly<Record<string, string>> = {},
  status = 200,
): Answer => ({
  status,
  body: typeof resource === 'string' ? resource : JSON.stringify(resource),
  headers: { ...headers, ...more },
});

/** TAXII 2.1, section 3.6: what an error is called where nothing more is to be said. */
const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  406: 'Not acceptable',
  413: 'Payload too large',
  415: 'Unsupported media type',
  422: 'Unprocessable content',
  429: 'Too many requests',
  500: 'Internal server error',
  503: 'Service unavailable',
};

/** A refusal as an error message: TAXII 2.1, section 3.6.1. */
export class TaxiiError extends Error {
  override readonly name = 'TaxiiError';

  constructor(
    readonly status: number,
    readonly description?: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(description ?? TITLES[status]);
  }
}

/** `http_status` is text, and the same as in the head of the answer. */
export const refused = ({ status, description, headers: more }: TaxiiError): Answer =>
  answered(
    {
      title: TITLES[status] ?? 'Error',
      ...(description !== undefined && { description }),
      http_status: String(status),
    },
    more,
    status,
  );

export const malformed = (description: string): TaxiiError => new TaxiiError(400, description);

/** Absent, or not for this caller to know of: one answer. */
export const notThere = (): TaxiiError => new TaxiiError(404, 'There is nothing here by that name.');
