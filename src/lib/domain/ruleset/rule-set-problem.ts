export type RuleSetProblem =
	| 'ends-before-it-begins'
	| 'not-ascending'
	| 'not-descending'
	| 'persons-not-in-order'
	| 'largest-under-smallest'
	| 'enforceable-under-notified'
	| 'home-lost-lowers-points'
	| 'repeated'
	| 'over-the-whole'
	| 'empty';

/** Something wrong with values together, at the path of the value to change. */
export type WrongValue = { readonly path: string; readonly problem: RuleSetProblem };
