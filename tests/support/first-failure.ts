import fc from 'fast-check';

// One counterexample kills a mutant, and the same rounds meet every mutant.
fc.configureGlobal({ endOnFailure: true, seed: 1962 });
