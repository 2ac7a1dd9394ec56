import type { Tlp } from '#access';
import type { PublicationStatus } from '#contract';
import { Markup, markup, STATUS_MARKS, TLP_MARKS } from '#mail';

/** Headers of every page: it runs no script, loads nothing, posts to the hub alone, and is in no index. */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-robots-tag': 'noindex, nofollow',
} as const;

export interface Page {
  readonly title: string;
  readonly tlp?: Tlp;
  readonly status?: PublicationStatus;
  readonly content: readonly Markup[];
}

const STYLE = `body{margin:0;background:#eef1f4;color:#16202b;font:16px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif}
main{max-width:600px;margin:0 auto;background:#fff;padding:20px 16px}
h1{font-size:22px;line-height:1.3;margin:0 0 12px}
.tlp{max-width:600px;margin:0 auto;padding:10px 16px;background:#000;font-weight:bold;text-align:right}
.mark{max-width:600px;margin:0 auto;padding:12px 16px;background:#5b2a86;color:#fff;font-weight:bold;text-align:center}
fieldset{border:0;margin:0 0 16px;padding:0}
legend{font-weight:bold;padding:0}
label{display:block;padding:10px 0}
textarea{box-sizing:border-box;width:100%;min-height:88px;font:inherit}
button{width:100%;padding:13px 16px;border:0;border-radius:6px;background:#0b4f8a;color:#fff;font:inherit;font-weight:bold}`;

export function pageHtml({ title, tlp, status = 'ACTUAL', content }: Page): string {
  const mark = STATUS_MARKS[status];
  const tlpLine = tlp
    ? [markup`<p class="tlp" style="color:${TLP_MARKS[tlp].colour}">${TLP_MARKS[tlp].label}</p>\n`]
    : [];
  const statusLine = mark === null ? [] : [markup`<p class="mark">${mark}</p>\n`];
  const marks = [...tlpLine, ...statusLine];
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
${marks}<main>
<h1>${title}</h1>
${content}</main>
${marks.toReversed()}</body>
</html>
`.html;
}
