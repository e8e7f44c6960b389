import { parseArgs } from 'node:util';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Day } from '$lib/domain/calendar/instant';
import { checkFile } from '$lib/domain/puc/check-file';
import { readCodes, type Codes } from '$lib/domain/puc/codes';
import { isRealDay } from '$lib/domain/puc/dates';
import { reportText } from '$lib/domain/puc/report-text';
import { MAX_BYTES, TOO_LARGE, type Unreadable } from '$lib/domain/puc/unreadable';
import { now } from '$lib/server/clock';
import { answer } from './answer';
import { readUpTo } from './read-up-to';
import { complain, DIFFERENT, DONE, REFUSED } from './round-file';

type Asked = { readonly file: string; readonly on: Day; readonly codes: string | undefined };

/** `puc check`: the exit code, or null when it was called wrongly. */
export async function checkCommand(args: readonly string[]): Promise<number | null> {
	const asked = readArgs(args);
	if (!asked) return null;
	const bytes = readUpTo(asked.file, MAX_BYTES);
	if (bytes === 'missing') return refuse(MISSING);
	const codes = asked.codes === undefined ? {} : codesIn(asked.codes);
	if (!codes) return refuse(NO_CODES);
	if (bytes === 'too-large') return refuse(TOO_LARGE);
	const report = checkFile(bytes, asked.on, codes);
	if ('code' in report) return refuse(report);
	await answer(reportText(report));
	return report.faults.length > 0 ? DIFFERENT : DONE;
}

/** Each option once, with a value. */
function readArgs(args: readonly string[]): Asked | null {
	try {
		const option = { type: 'string', multiple: true } as const;
		const { positionals, values } = parseArgs({
			args: [...args],
			options: { on: option, codes: option },
			allowPositionals: true
		});
		const [[file, ...more], [on = dayOf(now()), ...days], [codes, ...others]] = [
			positionals,
			values.on ?? [],
			values.codes ?? []
		];
		if (file === undefined || !isRealDay(on) || more.length + days.length + others.length > 0) return null;
		return { file, on, codes };
	} catch (error) {
		if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) return null;
		throw error;
	}
}

const MISSING: Unreadable = {
	code: 'missing',
	sentence: "il file non c'è o non si può leggere. Controlli il percorso."
};

const NO_CODES: Unreadable = {
	code: 'codes',
	sentence: 'le tabelle di codici non si possono leggere o non hanno il formato puc-codes/1. Controlli il file.'
};

function codesIn(path: string): Codes | null {
	const bytes = readUpTo(path, MAX_BYTES);
	return typeof bytes === 'string' ? null : readCodes(bytes);
}

/** One line on standard error, and the exit code. */
export function refuse({ code, sentence }: Unreadable): number {
	complain(`puc: ${code}: ${sentence}`);
	return REFUSED;
}
