import type { Tlp } from '#access';
import type { PublicationStatus } from '#contract';
import type { Action, Block, Letter } from './letter.js';
import { markdown } from './markdown.js';
import { STATUS_MARKS, subjectOf, TLP_MARKS } from './marks.js';
import { type Markup, markup } from './markup.js';

const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** A letter as HTML: one column that fits a phone, no images, no script, nothing fetched from anywhere. */
export function htmlOf(letter: Letter): string {
  const { tlp, status, blocks, footer } = letter;
  const marks = [tlp && tlpBanner(tlp), statusBanner(status)].filter((mark) => mark !== null);
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="x-apple-disable-message-reformatting">
<meta name="format-detection" content="telephone=no">
<title>${subjectOf(letter)}</title>
</head>
<body style="margin:0;padding:0;background:#eef1f4">
<div lang="en" style="max-width:600px;margin:0 auto;background:#ffffff;color:#16202b;${FONT};font-size:16px;line-height:1.5;overflow-wrap:break-word">
${marks}
<main style="padding:20px 16px">
${blocks.map(blockHtml)}
</main>
<div style="padding:16px;background:#f6f8fa;color:#45525f;font-size:14px">
${footer.map(blockHtml)}
</div>
${marks.toReversed()}
</div>
</body>
</html>
`.html;
}

function tlpBanner(tlp: Tlp): Markup {
  const { label, colour } = TLP_MARKS[tlp];
  const style = `margin:0;padding:10px 16px;background:#000000;color:${colour};font-weight:bold;text-align:right`;
  return markup`<p style="${style}">${label}</p>\n`;
}

function statusBanner(status: PublicationStatus): Markup | null {
  const mark = STATUS_MARKS[status];
  const style =
    'margin:0;padding:12px 16px;background:#5b2a86;color:#ffffff;font-weight:bold;text-align:center;border:3px dashed #ffffff';
  return mark === null ? null : markup`<p style="${style}">${mark}</p>\n`;
}

function blockHtml(block: Block): Markup {
  switch (block.kind) {
    case 'title':
      return markup`<h1 style="margin:0 0 12px;font-size:22px;line-height:1.3">${block.text}</h1>\n`;
    case 'heading':
      return markup`<h2 style="margin:24px 0 8px;font-size:18px;line-height:1.3">${block.text}</h2>\n`;
    case 'text':
      return markup`<p style="margin:0 0 12px;white-space:pre-line">${block.text}</p>\n`;
    case 'markdown':
      return markup`<div style="margin:0 0 12px">${markdown(block.text)}</div>\n`;
    case 'facts':
      return markup`<dl style="margin:0 0 16px">${block.rows.map(factHtml)}</dl>\n`;
    case 'actions':
      return markup`<div style="margin:16px 0">${block.actions.map(buttonHtml)}</div>\n`;
    case 'references':
      return markup`<ul style="margin:0 0 12px;padding:0 0 0 20px">${block.links.map(referenceHtml)}</ul>\n`;
    case 'links':
      return markup`<ul style="margin:0 0 12px;padding:0 0 0 20px">${block.links.map(linkHtml)}</ul>\n`;
  }
}

const factHtml = ([label, value]: readonly [string, string]): Markup =>
  markup`<dt style="margin:0;color:#45525f;font-size:14px">${label}</dt><dd style="margin:0 0 8px">${value}</dd>`;

const buttonHtml = ({ label, url }: Action): Markup =>
  markup`<a href="${url}" style="display:block;margin:0 0 10px;padding:13px 16px;border-radius:6px;background:#0b4f8a;color:#ffffff;font-weight:bold;text-align:center;text-decoration:none">${label}</a>\n`;

const linkHtml = ({ label, url }: Action): Markup =>
  markup`<li style="margin:0 0 4px"><a href="${url}" style="color:#0b4f8a">${label}</a></li>`;

const referenceHtml = ({ label, url }: Action): Markup =>
  markup`<li style="margin:0 0 4px">${label}: <a href="${url}" style="color:#0b4f8a;word-break:break-all">${url}</a></li>`;
