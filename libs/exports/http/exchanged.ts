/** A request, as far as it is looked at here. */
export interface HttpRequest {
  readonly headers: Readonly<Record<string, string | undefined>> & { readonly 'if-none-match'?: string };
}

/** Its answer, as far as it is used here. */
export interface HttpReply {
  header(name: string, value: string): HttpReply;
  code(status: number): HttpReply;
  type(mediaType: string): HttpReply;
  send(text?: string): unknown;
}
