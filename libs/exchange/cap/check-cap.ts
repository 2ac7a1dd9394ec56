import { sortable } from '../reading/moment.js';
import { Unreadable } from '../reading/unreadable.js';
import type { XmlElement } from '../reading/xml.js';
import { ALERT, CAP_11, CAP_12, type Rule } from './grammar.js';

/** CAP 1.2, section 3.3.2: no Z and no fraction. */
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/;
const NUMBER = /^[+-]?\d{1,3}(\.\d{1,15})?$/;

const refuse = ({ line, name }: XmlElement, reason: string): never => {
  throw new Unreadable(`line ${line}`, `${name}: ${reason}`);
};

/**
 * Holds an `alert` to the schema and to what the text of the standard asks beside it.
 * @throws Unreadable naming the line
 */
export function checkCap(alert: XmlElement): XmlElement {
  const { name, namespace } = alert;
  if (name !== 'alert' || (namespace !== CAP_12 && namespace !== CAP_11))
    refuse(alert, 'This is no alert of CAP 1.2 or 1.1.');
  checkChildren(alert, ALERT);
  const said = (child: string) => alert.children.find((one) => one.name === child)?.text.trim();
  if (said('scope') === 'Restricted' && !said('restriction'))
    refuse(alert, 'A restricted alert needs restriction.');
  if (said('scope') === 'Private' && !said('addresses')) refuse(alert, 'A private alert needs addresses.');
  if (['Update', 'Cancel', 'Ack', 'Error'].includes(said('msgType') ?? '') && !said('references'))
    refuse(alert, `A message of type ${said('msgType')} needs references.`);
  return alert;
}

function checkChildren(parent: XmlElement, rules: readonly Rule[]): void {
  const children = parent.children.filter(({ namespace }) => namespace === parent.namespace);
  let at = 0;
  for (const rule of rules) {
    let found = 0;
    while (children[at]?.name === rule.name) {
      found += 1;
      if (found > 1 && rule.most === 1) refuse(children[at] as XmlElement, 'This stands once.');
      checkOne(children[at] as XmlElement, rule);
      at += 1;
    }
    if (found < rule.least) refuse(children[at] ?? parent, `${rule.name} is missing or out of its order.`);
  }
  const left = children[at];
  if (left) refuse(left, 'This has no place here.');
}

function checkOne(element: XmlElement, { text, children }: Rule): void {
  if (children) {
    checkChildren(element, children);
    return;
  }
  if (element.children.length > 0) refuse(element, 'This holds text alone.');
  const value = element.text.trim();
  if (text === undefined) return;
  if (text === 'moment') {
    if (!DATE_TIME.test(value) || sortable(value) === null)
      refuse(element, 'This is no date and time of CAP: 2026-11-03T12:00:00-05:00.');
  } else if (text === 'polygon') checkPolygon(element, value);
  else if (text === 'circle') checkCircle(element, value);
  else if (text instanceof RegExp ? !text.test(value) : !text.includes(value))
    refuse(
      element,
      text instanceof RegExp ? 'This is not as it must be.' : `This must be one of ${text.join(', ')}.`,
    );
}

const isPoint = (pair: string): boolean => {
  const [latitude = '', longitude = '', ...more] = pair.split(',');
  const within = (value: string, most: number) => NUMBER.test(value) && Math.abs(Number(value)) <= most;
  return more.length === 0 && within(latitude, 90) && within(longitude, 180);
};

function checkPolygon(element: XmlElement, value: string): void {
  const points = value.split(/\s+/);
  if (points.length < 4 || points[0] !== points.at(-1) || !points.every(isPoint))
    refuse(element, 'A polygon has four points at least, and ends where it began.');
}

function checkCircle(element: XmlElement, value: string): void {
  const [centre = '', radius = '', ...more] = value.split(/\s+/);
  if (more.length > 0 || !isPoint(centre) || !/^\d{1,6}(\.\d{1,9})?$/.test(radius))
    refuse(element, 'A circle is a point and a radius in kilometres.');
}
