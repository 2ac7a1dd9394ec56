import type { Tlp } from '#access';
import type { PublicationStatus } from '#contract';

/** A link as a reader finds it. */
export interface Action {
  readonly label: string;
  readonly url: string;
}

/** A part of what a letter says, from which both its forms are made: plain text and HTML. */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** Text of an author, in Markdown. */
  | { readonly kind: 'markdown'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'actions'; readonly actions: readonly Action[] }
  | { readonly kind: 'links'; readonly links: readonly Action[] }
  /** Links that an author gave: beside each stands where it leads. */
  | { readonly kind: 'references'; readonly links: readonly Action[] };

/** What a mail says, whoever it is sent to. */
export interface Letter {
  /** Without the marks of TLP and status, which every subject begins with. */
  readonly subject: string;
  /** The strictest that anything in it has; none where nothing is shared by it. */
  readonly tlp: Tlp | null;
  readonly status: PublicationStatus;
  readonly blocks: readonly Block[];
  /** Why it was sent, and what can be done about that. */
  readonly footer: readonly Block[];
}
