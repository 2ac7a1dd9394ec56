/** From how many publications on a region is painted darker. */
export const STEPS = [0, 1, 3, 6, 12] as const;

/** The colour for a number of publications, a custom property of the style sheet. */
export const shadeOf = (count: number): string =>
  `--activity-${STEPS.filter((step) => count >= step).length - 1}`;
