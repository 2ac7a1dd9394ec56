import { htmlOf } from './html.js';
import type { Letter } from './letter.js';
import { markdown } from './markdown.js';
import { subjectOf } from './marks.js';
import { markup } from './markup.js';
import { textOf } from './text.js';

const letter = (more: Partial<Letter> = {}): Letter => ({
  subject: 'High alert: Pollbooks are down',
  tlp: 'AMBER_STRICT',
  status: 'ACTUAL',
  blocks: [
    { kind: 'title', text: 'Pollbooks <b>are</b> down' },
    { kind: 'heading', text: 'What to do' },
    { kind: 'markdown', text: 'Call **us**.' },
    { kind: 'facts', rows: [['Severity', 'High & rising']] },
    { kind: 'actions', actions: [{ label: 'Read it', url: 'https://hub.example/p/1?a=1&b=2' }] },
    { kind: 'links', links: [{ label: 'Guide', url: 'https://guide.example/' }] },
  ],
  footer: [{ kind: 'text', text: 'Why you get this.' }],
  ...more,
});

const count = (text: string, part: string) => text.split(part).length - 1;

describe('a letter', () => {
  it('has its TLP in the subject, at the top and at the bottom', () => {
    for (const form of [textOf(letter()), htmlOf(letter()).replace(/<title>.*<\/title>/, '')]) {
      expect(count(form, 'TLP:AMBER+STRICT')).toBe(2);
      expect(form.indexOf('TLP:AMBER+STRICT')).toBeLessThan(form.indexOf('Pollbooks'));
      expect(form.lastIndexOf('TLP:AMBER+STRICT')).toBeGreaterThan(form.indexOf('Why you get this.'));
    }
    expect(subjectOf(letter())).toBe('[TLP:AMBER+STRICT] High alert: Pollbooks are down');
  });

  it.each(['EXERCISE', 'TEST'] as const)(
    'that is %s says so first in the subject, on top and at the bottom',
    (status) => {
      const said = letter({ status });
      expect(subjectOf(said)).toBe(`[${status}] [TLP:AMBER+STRICT] High alert: Pollbooks are down`);
      for (const form of [textOf(said), htmlOf(said)]) {
        expect(count(form, `${status} ${status} ${status}: this is not real`)).toBe(2);
      }
    },
  );

  it('says nothing of a status when it is real', () => {
    expect(textOf(letter()) + htmlOf(letter())).not.toMatch(/EXERCISE|TEST/);
  });

  it('says the same in plain text, with addresses to copy', () => {
    expect(textOf(letter())).toBe(`TLP:AMBER+STRICT

Pollbooks <b>are</b> down
=========================

What to do
----------

Call **us**.

Severity: High & rising

Read it:
https://hub.example/p/1?a=1&b=2

Guide:
https://guide.example/

-- 

Why you get this.

TLP:AMBER+STRICT
`);
  });

  it('takes nothing of what it says for HTML, and fetches nothing', () => {
    const html = htmlOf(letter());
    expect(html).toContain('Pollbooks &lt;b&gt;are&lt;/b&gt; down');
    expect(html).toContain('href="https://hub.example/p/1?a=1&amp;b=2"');
    expect(html).toContain('<strong>us</strong>');
    expect(html).not.toMatch(/<(img|script|link|iframe|object|video|form)\b|url\(|src=|@import/i);
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
  });
});

describe('Markdown of an author', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;'],
    ['![x](https://tracker.example/p.gif)', 'tracker.example'],
    ['[click](javascript:alert(1))', 'javascript:alert(1)'],
    ['<img src=x onerror=alert(1)>', '&lt;img'],
    ['[a](data:text/html;base64,AAAA)', 'data:text/html'],
  ])('%s becomes neither code nor a picture', (text, shown) => {
    const { html } = markdown(text);
    expect(html).toContain(shown);
    expect(html).not.toMatch(/<(script|img)|href="(javascript|data):/i);
  });

  it('shows where a link leads', () => {
    const { html } = markdown('[the state](https://evil.example/"x)');
    expect(html).toContain('the state</span> (<a href="https://evil.example/%22x"');
    expect(html).toContain('>https://evil.example/%22x</a>)');
  });
});

describe('markup', () => {
  it('takes what is put in for text unless it is markup', () => {
    expect(markup`<p title="${'a"b'}">${['<', markup`<b>${'&'}</b>`]}</p>`.html).toBe(
      '<p title="a&quot;b">&lt;<b>&amp;</b></p>',
    );
  });
});
