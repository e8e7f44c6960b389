import type { Day } from '../calendar/instant';
import type { Bundle } from './bundle';
import type { Codes, CodeTable } from './codes';
import type { Project } from './project';
import type { Row } from './row';

/** The source of a rule, the day on which it was read, and how sure it is. */
export type RuleSource = {
	readonly asOf: Day;
	readonly source: string;
	readonly certainty: 'single-source' | 'open';
};

/** The checks that the managing authority's systems apply before the State's, in the words of their messages. */
export const SFINGE: RuleSource = {
	asOf: '2023-04-18',
	source: 'RegioneER/rer.sfinge2020 e1fe1c55',
	certainty: 'single-source'
};

/** As above, where the code says something else than the message: the message is taken. */
export const SFINGE_MESSAGE: RuleSource = { ...SFINGE, certainty: 'open' };

/** The facts that a check needs beside the project. */
export type Circumstances = {
	/** The day of validation. */
	readonly on: Day;
	readonly codes: Codes;
	/** The codes of the live procedures of activation in the file. */
	readonly procedures: ReadonlySet<string>;
};

/** A record that fails a check, and why: in Italian, with the amounts or dates that disagree and what to do. */
export type Finding = { readonly row: Row; readonly sentence: string };

/** One of the numbered checks. */
export type Check = {
	readonly number: string;
	readonly rule: RuleSource;
	/** Without these tables of codes the check does not run. */
	readonly needs: readonly CodeTable[];
	/** The faults of a live project. */
	readonly find: (project: Project, circumstances: Circumstances) => readonly Finding[];
};

/** A check of records that belong to no project. */
export type FileCheck = {
	readonly number: string;
	readonly rule: RuleSource;
	readonly find: (file: Bundle, on: Day) => readonly Finding[];
};

/** A check that runs on the file alone. */
export function check(number: string, rule: RuleSource, find: Check['find']): Check {
	return { number, rule, needs: [], find };
}

/** A check that needs tables of codes. */
export function checkByCodes(
	number: string,
	rule: RuleSource,
	needs: readonly CodeTable[],
	find: Check['find']
): Check {
	return { number, rule, needs, find };
}

/** A finding, if there is a record and it fails. */
export function findingIf(fails: boolean, row: Row | undefined, sentence: () => string): readonly Finding[] {
	return fails && row ? [{ row, sentence: sentence() }] : [];
}
