/** A fault of a round. `place` as in `applications[17].choices[2]`; `reason`: a phrase without full stop. */
export interface RoundFault {
	readonly place: string;
	readonly reason: string;
}

/** A file is refused. `place` as in `applications[17].choices[2]`; `reason` is a phrase without a full stop. */
export class RoundRefused extends Error {
	constructor(
		readonly place: string,
		readonly reason: string
	) {
		super(`${place}: ${reason}`);
	}
}

/** A text in quotation marks that fits on one line. */
export function quote(text: string): string {
	return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029]/g, escapeUnit);
}

/** The same without quotation marks, for a step of a place. */
export function printable(text: string): string {
	return quote(text).slice(1, -1);
}

function escapeUnit(unit: string): string {
	return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
