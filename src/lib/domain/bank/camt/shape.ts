/**
 * What is read of an element, by paths below it: `Acct/Id/IBAN` is the own text of an element, `Amt/@Ccy` an attribute,
 * `Ustrd[]` every text and not only the first. Of two paths of one key, the first in the file counts.
 */
export type Paths<Key extends string> = Readonly<Record<Key, string | readonly string[]>>;

/** A point on these paths. */
export interface Step {
	readonly within: Map<string, Step>;
	/** The key of the text here, and whether every text is kept. */
	key: string | null;
	all: boolean;
	/** The key of the attribute `Ccy`. */
	currencyKey: string | null;
	/** An element that is a thing of its own, with paths of its own. */
	record: string | null;
}

const newStep = (): Step => ({ within: new Map(), key: null, all: false, currencyKey: null, record: null });

/** @param records the things below, by their paths */
export function shape(paths: Paths<string>, records: Readonly<Record<string, Step>> = {}): Step {
	const top = newStep();
	for (const [key, written] of Object.entries(paths)) for (const path of [written].flat()) addPath(top, path, key);
	for (const [path, record] of Object.entries(records)) {
		const step = stepAt(top, path.split('/'));
		step.record = path;
		for (const [name, below] of record.within) step.within.set(name, below);
	}
	return top;
}

function addPath(top: Step, path: string, key: string): void {
	const names = path.replace(/\[\]$/, '').split('/');
	const ofCurrency = names.at(-1) === '@Ccy';
	const step = stepAt(top, ofCurrency ? names.slice(0, -1) : names);
	if (ofCurrency) step.currencyKey = key;
	else Object.assign(step, { key, all: path.endsWith('[]') });
}

function stepAt(top: Step, names: readonly string[]): Step {
	let step = top;
	for (const name of names) {
		const next = step.within.get(name) ?? newStep();
		step.within.set(name, next);
		step = next;
	}
	return step;
}
