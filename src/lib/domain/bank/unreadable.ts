/** Why nothing may be taken from a file; docs/bank.md says when each is said. */
export type UnreadableCode =
	| 'missing'
	| 'format'
	| 'encoding'
	| 'not-xml'
	| 'truncated'
	| 'doctype'
	| 'namespace'
	| 'structure'
	| 'too-deep'
	| 'too-large';

/** Thrown where reading ends, at the first thing that makes a file unreadable. */
export class Unreadable extends Error {
	/** @param line where it was met, if it has a line */
	constructor(
		readonly code: UnreadableCode,
		readonly line: number | null = null
	) {
		super(line === null ? code : `${code}, line ${line}`);
	}
}
