import { type ReactNode, useEffect } from 'react';
import { useWords } from '../words/words.js';

/** The heading of a page, which is the browser's title too, with what one can do there beside it. */
export function PageTitle({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  const { app } = useWords();
  useEffect(() => {
    document.title = `${title} – ${app.name}`;
  }, [title, app.name]);
  return (
    <div className="page-title">
      <h1>{title}</h1>
      {children && <div className="page-title__actions">{children}</div>}
    </div>
  );
}
