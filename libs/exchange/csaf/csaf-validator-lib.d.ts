/** The parts of the package that are used; it has no types of its own. */
interface CsafVerdict {
  readonly isValid: boolean;
  readonly errors?: readonly { readonly instancePath: string; readonly message?: string }[];
}

declare module '@secvisogram/csaf-validator-lib/schemaTests.js' {
  export const csaf_2_0_strict: (document: unknown) => CsafVerdict;
  export const csaf_2_0: (document: unknown) => CsafVerdict;
}

/** Every test of section 6.1 under a name of its own. */
declare module '@secvisogram/csaf-validator-lib/mandatoryTests.js' {
  export const mandatoryTest_6_1_1: (document: unknown) => CsafVerdict | Promise<CsafVerdict>;
}
