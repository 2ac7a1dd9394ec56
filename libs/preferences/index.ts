export { WEEKDAYS, type DigestTimes, nextDigest, type Weekday } from './time/digest-times.js';
