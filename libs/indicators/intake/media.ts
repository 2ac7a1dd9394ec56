/** Media types of lists, which are read line by line as they arrive. */
export const LINES = { plain: 'text/plain', json: 'application/x-ndjson' } as const;
