import type { IndicatorInput, KillChainPhase } from '#contract';
import { badInput, cleanLine, cleanText } from '#platform';

type Path = readonly string[];

/** What is said of an indicator beside its value, as it is stored. */
export interface Details {
  readonly description: string | null;
  readonly confidence: number | null;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly killChainPhases: readonly KillChainPhase[];
}

const MOST_PHASES = 10;
const MOST_PHASE = 100;

/**
 * @param now since when it is good where nothing is said, RFC 3339
 * @throws Refusal BAD_INPUT naming the field
 */
export function readDetails(
  input: Omit<IndicatorInput, 'value' | 'pattern'>,
  path: Path,
  now: string,
): Details {
  const { confidence, validUntil } = input;
  const validFrom = input.validFrom ?? now;
  if (confidence != null && !(Number.isInteger(confidence) && confidence >= 0 && confidence <= 100))
    throw badInput([...path, 'confidence'], 'Give a whole number from 0 to 100.');
  // STIX 2.1, section 4.7.1.
  if (validUntil != null && validUntil <= validFrom)
    throw badInput([...path, 'validUntil'], 'This must lie after validFrom.');
  return {
    description:
      cleanText(input.description ?? '', { field: [...path, 'description'], max: 1_000, multiline: true }) ||
      null,
    confidence: confidence ?? null,
    validFrom,
    validUntil: validUntil ?? null,
    killChainPhases: phases(input.killChainPhases ?? [], [...path, 'killChainPhases']),
  };
}

function phases(given: readonly KillChainPhase[], path: Path): KillChainPhase[] {
  if (given.length > MOST_PHASES) throw badInput(path, `This takes at most ${MOST_PHASES} entries.`);
  const read = given.map(({ killChain, phase }, index) => {
    const line = (value: string, name: string) =>
      cleanLine(value, { field: [...path, String(index), name], min: 1, max: MOST_PHASE }).toLowerCase();
    return { killChain: line(killChain, 'killChain'), phase: line(phase, 'phase') };
  });
  return [...new Map(read.map((one) => [`${one.killChain} ${one.phase}`, one])).values()];
}
