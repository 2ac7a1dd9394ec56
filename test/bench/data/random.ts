/** Numbers that look random and are the same in every run: sfc32, by Chris Doty-Humphrey (PractRand). */
export class Random {
  private a = 0x9e3779b9;
  private b = 0x243f6a88;
  private c = 0xb7e15162;
  private counter = 1;

  constructor(seed: number) {
    this.a ^= seed;
    for (let warm = 0; warm < 16; warm += 1) this.bits();
  }

  /** 32 bits, unsigned. */
  private bits(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** From 0 up to, but not including, 1. */
  part(): number {
    return this.bits() / 2 ** 32;
  }

  /** A whole number from 0 up to, but not including, `limit`. */
  below(limit: number): number {
    return Math.floor(this.part() * limit);
  }

  chance(part: number): boolean {
    return this.part() < part;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** Up to `count` different ones. */
  some<T>(list: readonly T[], count: number): T[] {
    const chosen = new Set<T>();
    for (let turn = 0; turn < count; turn += 1) chosen.add(this.pick(list));
    return [...chosen];
  }

  /** A version 4 UUID (RFC 9562). */
  uuid(): string {
    const hex = [this.bits(), this.bits(), this.bits(), this.bits()]
      .map((bits) => bits.toString(16).padStart(8, '0'))
      .join('');
    const variant = '89ab'[this.below(4)];
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}

/** Picks from a list, each entry as often as its weight says. */
export class Weighted<T> {
  private readonly sums: number[] = [];

  constructor(
    private readonly list: readonly T[],
    weights: readonly number[],
  ) {
    let sum = 0;
    for (const weight of weights) {
      sum += weight;
      this.sums.push(sum);
    }
  }

  pick(random: Random): T {
    const wanted = random.part() * (this.sums.at(-1) ?? 0);
    let [low, high] = [0, this.sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sums[middle] as number) > wanted) high = middle;
      else low = middle + 1;
    }
    return this.list[low] as T;
  }
}

/** By words with their weights. */
export const weighted = <T extends string>(weights: Readonly<Record<T, number>>): Weighted<T> =>
  new Weighted(Object.keys(weights) as T[], Object.values(weights));

/** A few come often and most seldom: the n-th with a weight of 1 / (n + 5). */
export const skewed = <T>(list: readonly T[]): Weighted<T> =>
  new Weighted(
    list,
    list.map((_, place) => 1 / (place + 5)),
  );
