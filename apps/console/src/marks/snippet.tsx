export type SnippetPieces = readonly { readonly text: string; readonly match: boolean }[];

/** The passage that was searched for. The hub gives it in pieces, so there is no markup to trust. */
export function Snippet({ pieces }: { readonly pieces: SnippetPieces }) {
  return (
    <p className="card__summary">
      {pieces.map(({ text, match }, index) => (match ? <mark key={index}>{text}</mark> : text))}
    </p>
  );
}
