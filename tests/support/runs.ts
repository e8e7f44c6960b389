/**
 * How many times a property is tried. `PROOF_SHARE` takes a share of it: a mutant usually dies at the first few rounds,
 * and there are thousands of mutants.
 */
export function runs(count: number): { numRuns: number } {
	return { numRuns: Math.max(1, Math.round(count * Number(process.env['PROOF_SHARE'] ?? 1))) };
}
