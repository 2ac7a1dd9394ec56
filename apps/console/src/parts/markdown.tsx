import type { Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { Fragment, type ReactNode, useMemo } from 'react';

/** Addresses that a link may lead to. Everything else, `javascript:` among it, is shown as its text alone. */
const SAFE_ADDRESS = /^(https?:\/\/|mailto:|tel:)/i;

/**
 * Markdown as React elements. There is no markup to sanitize, because none is ever made: only the nodes named here become
 * elements, raw HTML is shown as the text that it is, and images are not loaded from anywhere.
 */
export function Markdown({ text, level = 3 }: { readonly text: string; readonly level?: 3 | 4 }) {
  const tree = useMemo(() => fromMarkdown(text), [text]);
  return <div className="markdown">{all(tree.children, level)}</div>;
}

function all(nodes: readonly RootContent[], level: 3 | 4): ReactNode {
  return nodes.map((node, index) => <Fragment key={index}>{element(node, level)}</Fragment>);
}

function element(node: Nodes, level: 3 | 4): ReactNode {
  switch (node.type) {
    case 'text':
    case 'html':
      return node.value;
    case 'paragraph':
      return <p>{all(node.children, level)}</p>;
    case 'heading':
      return level === 3 ? <h3>{all(node.children, level)}</h3> : <h4>{all(node.children, level)}</h4>;
    case 'strong':
      return <strong>{all(node.children, level)}</strong>;
    case 'emphasis':
      return <em>{all(node.children, level)}</em>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'code':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <pre tabIndex={0}>
          <code>{node.value}</code>
        </pre>
      );
    case 'blockquote':
      return <blockquote>{all(node.children, level)}</blockquote>;
    case 'list':
      return node.ordered ? (
        <ol start={node.start ?? 1}>{all(node.children, level)}</ol>
      ) : (
        <ul>{all(node.children, level)}</ul>
      );
    case 'listItem':
      return <li>{item(node.children, node.spread ?? false, level)}</li>;
    case 'link':
      return SAFE_ADDRESS.test(node.url) ? (
        <a className="usa-link" href={node.url} rel="noreferrer noopener nofollow" target="_blank">
          {all(node.children, level)}
        </a>
      ) : (
        all(node.children, level)
      );
    case 'image':
      return node.alt ?? '';
    case 'break':
      return <br />;
    case 'thematicBreak':
      return <hr />;
    case 'root':
      return all(node.children, level);
    default:
      return 'children' in node ? all(node.children as RootContent[], level) : null;
  }
}

/** The paragraph of a short list item needs no element of its own. */
function item(nodes: readonly RootContent[], spread: boolean, level: 3 | 4): ReactNode {
  if (spread) return all(nodes, level);
  return all(
    nodes.flatMap((node) => (node.type === 'paragraph' ? node.children : [node])),
    level,
  );
}
