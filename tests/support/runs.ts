/**
 * How many times a property is tried. Mutation testing sets `PROOF_SHARE` to try only a share: most mutants are noticed
 * in the first few rounds, and there are hundreds of mutants.
 */
export function runs(count: number): { numRuns: number } {
	return { numRuns: Math.max(1, Math.round(count * Number(process.env['PROOF_SHARE'] ?? 1))) };
}
