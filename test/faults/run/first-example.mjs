import fc from 'fast-check';

/* A property's first counterexample says enough; to look for a smaller one takes many times as long. */
fc.configureGlobal({ endOnFailure: true });
