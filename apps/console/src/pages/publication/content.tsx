import { Link } from 'wouter';
import { Copyable } from '../../parts/copyable.js';
import { Markdown } from '../../parts/markdown.js';
import { useWords } from '../../words/words.js';
import type { Shown } from './shown.js';

const WEB = /^https?:\/\//i;

/** What it says, in the order in which a reader in a hurry needs it: what to do comes first. */
export function Content({ publication }: { readonly publication: Shown }) {
  const { publication: words, systems } = useWords();
  const { instructions, body, affectedSystems, affectedProducts, cves, references, supersedes } = publication;
  const affected = affectedSystems.length + affectedProducts.length + cves.length > 0;
  return (
    <>
      {instructions && (
        <section className="instructions">
          <h2>{words.instructions}</h2>
          <Markdown text={instructions} />
        </section>
      )}
      {body && (
        <section>
          <h2>{words.body}</h2>
          <Markdown text={body} />
        </section>
      )}
      {affected && (
        <section>
          <h2>{words.affected}</h2>
          {affectedSystems.length > 0 && (
            <ul className="chips" aria-label={words.systems}>
              {affectedSystems.map((system) => (
                <li key={system}>{systems[system]}</li>
              ))}
            </ul>
          )}
          {affectedProducts.length > 0 && (
            <ul>
              {affectedProducts.map((product) => (
                <li key={product}>{product}</li>
              ))}
            </ul>
          )}
          {cves.length > 0 && <Copyable label={words.copyCves} lines={cves} />}
        </section>
      )}
      {references.length > 0 && (
        <section>
          <h2>{words.references}</h2>
          <ul>
            {references.map(({ title, url }) => (
              <li key={url}>
                {WEB.test(url) ? (
                  <a className="usa-link" href={url} target="_blank" rel="noreferrer noopener nofollow">
                    {title}
                  </a>
                ) : (
                  title
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {supersedes.length > 0 && (
        <section>
          <h2>{words.supersedes}</h2>
          <ul>
            {supersedes.map(({ id, title }) => (
              <li key={id}>
                <Link href={`/publications/${id}`}>{title ?? words.withdrawn}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
