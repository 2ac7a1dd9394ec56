declare module 'yaml' {
  export interface YAMLError extends Error {}
  export interface Document {
    readonly errors: readonly YAMLError[];
    readonly contents: unknown;
    toJS(options?: { readonly maxAliasCount?: number }): unknown;
  }
  export function parseDocument(
    text: string,
    options?: { readonly schema?: string; readonly uniqueKeys?: boolean },
  ): Document;
  export function isMap(node: unknown): boolean;
  export function stringify(
    value: unknown,
    options?: { readonly collectionStyle?: string; readonly lineWidth?: number; readonly schema?: string },
  ): string;
}
