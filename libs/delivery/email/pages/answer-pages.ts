import type { AcknowledgementResponse } from '#contract';
import { markup } from '#mail';
import type { Asked, ByLink } from './answer-by-link.js';
import { type Page, pageHtml } from './page.js';

const ANSWERS: readonly (readonly [AcknowledgementResponse, string])[] = [
  ['ACTING', 'We are acting on it'],
  ['NOT_AFFECTED', 'We are not affected'],
  ['NEED_HELP', 'We need help'],
];

const marksOf = ({ tlp, status }: Asked): Pick<Page, 'tlp' | 'status'> => ({ tlp, status });

/** Where an answer is given. @param chosen what the link in the mail said; nothing is sent until the reader does it */
export function askPage(asked: Asked, read: string, chosen: unknown, problem: string | null): string {
  const { told, mayAnswer } = asked;
  if (told === null) return signInPage(asked, read);
  const wrong = problem === null ? [] : [markup`<p role="alert"><strong>${problem}</strong></p>\n`];
  return pageHtml({
    ...marksOf(asked),
    title: told.title ?? 'Withdrawn',
    content: [
      ...wrong,
      mayAnswer ? answerForm(chosen) : READ_FORM,
      markup`<p><a href="${read}">Open it in Watchfire</a></p>\n`,
    ],
  });
}

const answerForm = (chosen: unknown) => markup`<form method="post">
<fieldset><legend>The answer of your office</legend>
${ANSWERS.map(
  ([answer, words]) =>
    markup`<label><input type="radio" name="answer" value="${answer}" required${chosen === answer ? markup` checked` : ''}> ${words}</label>\n`,
)}</fieldset>
<label for="note">A note to the sender, if you wish</label>
<textarea id="note" name="note" maxlength="1000"></textarea>
<p><button type="submit">Send the answer</button></p>
</form>
`;

const READ_FORM = markup`<form method="post">
<input type="hidden" name="answer" value="READ">
<p><button type="submit">I have read this</button></p>
</form>
`;

const signInPage = (asked: Asked, read: string): string =>
  pageHtml({
    ...marksOf(asked),
    title: 'Sign in to answer',
    content: [markup`<p>This is answered after signing in.</p>\n<p><a href="${read}">Sign in</a></p>\n`],
  });

export function answeredPage(asked: Asked, answer: ByLink, read: string): string {
  const words = ANSWERS.find(([one]) => one === answer)?.[1];
  const said = words ? `Your office has answered: ${words}.` : 'Marked as read.';
  return pageHtml({
    ...marksOf(asked),
    title: 'Thank you',
    content: [markup`<p role="status">${said}</p>\n<p><a href="${read}">Open it in Watchfire</a></p>\n`],
  });
}

/** The same for every link that is not good, whatever is wrong with it. */
export const deadPage = (home: string): string =>
  pageHtml({
    title: 'This link is no longer good',
    content: [markup`<p>It is over, or was not copied whole. <a href="${home}">Sign in</a> to go on.</p>\n`],
  });
