import MarkdownIt from 'markdown-it';
import { Markup } from './markup.js';

/**
 * Markdown of an author as HTML: no HTML of theirs, no images, links to web pages only, and beside each where it leads, so that
 * its words deceive nobody.
 */
const renderer = new MarkdownIt({ html: false, linkify: false, breaks: true }).disable(['image']);

renderer.validateLink = (url) => /^https?:\/\//i.test(url);
renderer.renderer.rules.link_open = () => '<span style="text-decoration:underline">';
renderer.renderer.rules.link_close = (tokens, place) => {
  const open = tokens.slice(0, place).findLast(({ type }) => type === 'link_open');
  const url = String(open?.attrGet('href') ?? '');
  const escaped = renderer.utils.escapeHtml(url);
  return `</span> (<a href="${escaped}" style="word-break:break-all">${escaped}</a>)`;
};
for (const level of ['heading_open', 'heading_close'] as const) {
  renderer.renderer.rules[level] = () => (level === 'heading_open' ? '<p><strong>' : '</strong></p>');
}

export const markdown = (text: string): Markup => new Markup(renderer.render(text));
