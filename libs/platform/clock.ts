/** The only source of the present time, so that a test can choose it. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}

/** Stands still until it is told to move. */
export class ManualClock extends Clock {
  private time: number;

  constructor(start: Date | string = '2026-11-03T12:00:00.000Z') {
    super();
    this.time = new Date(start).getTime();
  }

  override now(): Date {
    return new Date(this.time);
  }

  set(time: Date | string): void {
    this.time = new Date(time).getTime();
  }

  advance(milliseconds: number): void {
    this.time += milliseconds;
  }
}

/** As times are stored and shown: RFC 3339, UTC, milliseconds. Sorts as text in the order of time for the years 0 to 9999. */
export const timestamp = (time: Date): string => time.toISOString();
