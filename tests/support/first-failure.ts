import fc from 'fast-check';

// One counterexample is enough to notice a mutant, and every mutant is tried with the same rounds.
fc.configureGlobal({ endOnFailure: true, seed: 1962 });
