import { Link } from 'wouter';
import { PageTitle } from '../parts/page-title.js';
import { useWords } from '../words/words.js';

/** The same for what does not exist and for what is not addressed to the viewer. */
export function NotFound() {
  const { app } = useWords();
  return (
    <section className="narrow">
      <PageTitle title={app.notFoundTitle} />
      <p>{app.notFoundText}</p>
      <Link href="/" className="usa-button">
        {app.toHome}
      </Link>
    </section>
  );
}
