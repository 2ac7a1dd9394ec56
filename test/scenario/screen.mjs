import { styleText } from 'node:util';

const WIDTH = 80;
const INDENT = 2;
const NAME = 13;
const WHERE = 7;

/** As near to FIRST's colours as terminals agree on. */
const TLP = { CLEAR: 'white', GREEN: 'green', AMBER: 'yellow', RED: 'red' };

const { NO_COLOR, FORCE_COLOR } = process.env;
const coloured = !NO_COLOR && (FORCE_COLOR ? FORCE_COLOR !== '0' : process.stdout.isTTY);

const paint = (format, text) => (coloured ? styleText(format, text, { validateStream: false }) : text);

/** Cuts a line's end off where it would leave the screen. */
const fit = (text, width) => (text.length <= width ? text : `${text.slice(0, width - 1)}…`);

function wrap(text, width) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === '') lines.splice(-1, 1, word);
    else if (last.length + word.length + 1 <= width) lines.splice(-1, 1, `${last} ${word}`);
    else lines.push(word);
  }
  return lines;
}

const put = (text = '') => console.log(text === '' ? '' : `${' '.repeat(INDENT)}${text}`);

/** A row of three columns; what does not fit into the last goes on below it. */
function row(who, where, whereFormat, what) {
  const width = WIDTH - INDENT - NAME - WHERE;
  wrap(what, width).forEach((line, index) => {
    const name = index === 0 ? who : '';
    const place = index === 0 ? where : '';
    const said = fit(line, width).replace(/TLP:([A-Z]+)(\+STRICT)?/g, (label, colour) =>
      paint(TLP[colour], label),
    );
    put(`${paint('bold', name.padEnd(NAME))}${paint(whereFormat, place.padEnd(WHERE))}${said}`);
  });
}

export const title = (text) => {
  const line = '═'.repeat(Math.max(0, WIDTH - text.length - 4));
  console.log(`\n${paint('yellow', '══')} ${paint('bold', text)} ${paint('yellow', line)}`);
};

/** The beginning of a step and what it is about. */
export function step(number, text, story) {
  const line = '─'.repeat(Math.max(0, WIDTH - text.length - 7));
  console.log(`\n${paint('yellow', `── ${number}`)} ${paint('bold', text)} ${paint('yellow', line)}`);
  for (const part of wrap(story, WIDTH - INDENT)) put(paint('dim', part));
  put();
}

export const say = (text) => {
  for (const part of wrap(text, WIDTH - INDENT)) put(part);
};

/** What somebody asks of the hub. */
export const asks = (who, what) => row(who, 'asks', 'cyan', what);

/** What somebody is answered; what follows goes below the first line. */
export function hears(who, ...lines) {
  lines.forEach((line, index) => {
    if (index === 0) row(who, 'hears', 'cyan', line);
    else row('', '', 'cyan', line);
  });
}

/** What reaches somebody without asking. */
export const live = (who, what) => row(who, 'live', 'magenta', what);

/** What somebody finds when they look. */
export const finds = (who, what) => row(who, 'finds', 'blue', what);

export class ScenarioFailed extends Error {
  name = 'ScenarioFailed';
}

/** Prints what is so, or ends the scenario. */
export function check(isSo, sentence) {
  const [first, ...more] = wrap(sentence, WIDTH - INDENT - 2);
  put(`${isSo ? paint('green', '✓') : paint('red', '✗')} ${first}`);
  for (const line of more) put(`  ${line}`);
  if (!isSo) throw new ScenarioFailed(sentence);
}

/** A publication in one line. */
export const brief = ({ tlpLabel, title: heading }) => `${tlpLabel} ${heading}`;

/** Names as one reads them: `Rock County, Milwaukee and Florida`. */
export const allOf = (personas) =>
  personas
    .map(({ name }) => name)
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1');
