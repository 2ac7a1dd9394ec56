import outlines from 'virtual:icons';

export type IconName = keyof typeof outlines;

/** An icon of the design system. It says nothing that the words beside it do not say. */
export function Icon({ name, large = false }: { readonly name: IconName; readonly large?: boolean }) {
  return (
    <svg
      className={large ? 'icon icon--large' : 'icon'}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={outlines[name]} />
    </svg>
  );
}
