import { amountText } from '$lib/domain/puc/amounts';
import { dateOfDay, isRealDay } from '$lib/domain/puc/dates';
import { draft, type Draft } from '$lib/domain/puc/file-text';
import type { ObservationAbout } from '$lib/server/programme/facts/repository';
import type { OperationLinesTable, ProgrammesTable } from '$lib/server/programme/operations/table';

/** A line of the programme with what sources say of it. */
export type LineFacts = { readonly line: OperationLinesTable; readonly observations: readonly ObservationAbout[] };

/**
 * What the portal knows of a line, as records of the monitoring file. A project of the file is a line: the State knows it
 * by the line's code. What no record gives stays empty, and the check of the file says so.
 */
export function recordsOf(programme: Pick<ProgrammesTable, 'cci'>, { line, observations }: LineFacts): Draft[] {
	const project = line.code ?? '';
	const described = draft('AP00', {
		project,
		title: line.name_it,
		summary: line.subtitle ?? '',
		// A record has one code; the others of the line have no place in the file.
		cup: line.cup?.split(' ')[0] ?? '',
		start: dateText(line.starts_on),
		plannedEnd: dateText(line.ends_on)
	});
	if (project === '') return [described];
	return [
		described,
		draft('AP04', { project, programme: programme.cci, state: '1' }),
		...moneyOf(project, programme, observations)
	];
}

/** The sums of the line, without what no source gives: the fund, the level, the code and the cause of each movement. */
function moneyOf(
	project: string,
	{ cci: programme }: Pick<ProgrammesTable, 'cci'>,
	observations: readonly ObservationAbout[]
): Draft[] {
	const [programmed, admitted, committed, paid] = ['programmedEuro', 'admittedEuro', 'committedEuro', 'paidEuro'].map(
		(what) => theOnly(observations.filter((one) => one.what === what))
	);
	const records = [
		programmed && draft('FN00', { project, amount: amountText(programmed.value) }),
		admitted && draft('FN01', { project, programme, amount: amountText(admitted.value) }),
		committed &&
			draft('FN04', { project, kind: 'I', date: dateText(committed.asOf), amount: amountText(committed.value) }),
		paid && draft('FN06', { project, kind: 'P', date: dateText(paid.asOf), amount: amountText(paid.value) })
	];
	return records.filter((record) => record !== undefined);
}

/** The figure of the programme itself; none where a source rounds it or two sources contradict each other. */
function theOnly(observations: readonly ObservationAbout[]): ObservationAbout | undefined {
	const exact = observations.filter(({ certainty, rounded }) => certainty === 'published' && !rounded);
	return new Set(exact.map(({ value }) => value)).size === 1 ? exact[0] : undefined;
}

/** The date of a day; empty where only a month, a year or nothing is known. */
function dateText(day: string | null): string {
	return day !== null && isRealDay(day) ? dateOfDay(day) : '';
}
