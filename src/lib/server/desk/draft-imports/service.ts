import type { Transaction } from 'kysely';
import type { Answers } from '$lib/domain/application/answers';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { m } from '$lib/paraglide/messages';
import { inPlaceOf } from '$lib/server/people/mandates/acting';
import { isHelper } from '$lib/server/people/mandates/propose';
import { noteReadings } from '$lib/server/people/readings/note-readings';
import { holdAlone } from '$lib/server/platform/accounts/hold-repository';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { AppDatabase } from '$lib/server/platform/db/database';
import { findDraft } from '$lib/server/requests/applications/draft-repository';
import { saveAnswers } from '$lib/server/requests/applications/draft-service';
import { applicationProblems } from '$lib/server/requests/applications/problems';
import { findLive } from '$lib/server/requests/applications/repository';
import type { Notice } from '$lib/server/notices/notices/notice';
import type { Database } from '$lib/server/schema';
import { noticeColumn, taxCodeColumn } from './columns';
import { choicesOf, householdOf, noticeOf, type Choices, type Household } from './match';
import { errorIn, type CellError } from './read-cells';
import type { FileRow } from './read-file';
import { readRow } from './read-row';

/** A row that can start a draft. */
export type ReadyRow = {
	readonly row: FileRow;
	readonly household: Household;
	readonly notice: Notice;
	readonly answers: Answers;
};
/** A row that cannot, with everything that is wrong in it. */
export type WrongRow = { readonly row: FileRow; readonly errors: readonly CellError[] };
export type CheckedRows = { readonly ready: readonly ReadyRow[]; readonly wrong: readonly WrongRow[] };
export type Checked = ({ readonly ok: true } & CheckedRows) | { readonly ok: false; readonly problem: 'not-allowed' };

/**
 * Checks the rows of a file against the mandates of the helper's organisation, the open notices and the drafts that are there.
 * Writes nothing, but that the helper reads of these households.
 */
export async function checkRows(
	trx: Transaction<Database>,
	rows: readonly FileRow[],
	by: Actor,
	now: Instant
): Promise<Checked> {
	if (!isHelper(by)) return { ok: false, problem: 'not-allowed' };
	const choices = await choicesOf(trx, by.organisationId, now);
	const ready: ReadyRow[] = [];
	const wrong: WrongRow[] = [];
	const seen = new Map<string, number>();
	const read = new Set<string>();
	for (const row of rows) {
		const checked = checkRow(row, choices, seen, now);
		if (checked.household) read.add(checked.household.accountId);
		const there = checked.ready && (await whyNotNew(trx, checked.ready));
		const errors = there ? [there] : checked.errors;
		if (checked.ready && !there) ready.push(checked.ready);
		else wrong.push({ row, errors });
	}
	const shown = [...read].map((id) => ({ accountId: id, subject: { type: 'account' as const, id } }));
	await noteReadings(trx, shown, by, now);
	return { ok: true, ready, wrong };
}

type RowChecked = { readonly ready?: ReadyRow; readonly household?: Household; readonly errors: CellError[] };

/** `seen`: the line of the file that names a household and a notice first. */
function checkRow(row: FileRow, choices: Choices, seen: Map<string, number>, now: Instant): RowChecked {
	const { cells, line, beyond } = row;
	if (beyond > 0) return { errors: [{ column: '', value: '', sentence: m.drafts_row_too_long() }] };
	const [household, notice] = [householdOf(cells, choices), noticeOf(cells, choices)];
	const rules = notice.ok ? notice.one.rules : choices.notices[0]?.rules;
	const read = rules && readRow(cells, rules, dayOf(now));
	const errors = [household, notice].flatMap((found) => (found.ok ? [] : [found.error]));
	if (read && !read.ok) errors.push(...read.errors);
	const about = household.ok ? { household: household.one } : {};
	if (!household.ok || !notice.ok || !read?.ok) return { ...about, errors };
	const key = `${household.one.accountId} ${notice.one.id}`;
	const first = seen.get(key);
	if (first !== undefined)
		return { ...about, errors: [errorIn(cells, taxCodeColumn, m.drafts_repeated({ row: first }))] };
	seen.set(key, line);
	return { ...about, errors, ready: { row, household: household.one, notice: notice.one, answers: read.answers } };
}

/** A draft or a request that is there stays as it is. */
async function whyNotNew(trx: Transaction<Database>, { row, household, notice }: ReadyRow): Promise<CellError | null> {
	const { accountId } = household;
	if (await findLive(trx, notice.id, accountId)) return errorIn(row.cells, noticeColumn, m.drafts_sent_already());
	if (await findDraft(trx, notice.id, accountId)) return errorIn(row.cells, noticeColumn, m.drafts_there_already());
	return null;
}

/**
 * Starts the draft of each ready row, each in its own transaction: a household that cannot be written for meanwhile stops no other
 * one. The mandate is asked again, and the log tells the person who started the draft.
 */
export async function startDrafts(
	transact: AppDatabase['transact'],
	rows: readonly FileRow[],
	by: Actor,
	now: Instant
): Promise<
	| ({ readonly ok: true; readonly started: readonly ReadyRow[] } & Pick<CheckedRows, 'wrong'>)
	| (Checked & { ok: false })
> {
	const checked = await transact((trx) => checkRows(trx, rows, by, now));
	if (!checked.ok) return checked;
	const started: ReadyRow[] = [];
	const wrong = [...checked.wrong];
	for (const one of checked.ready) {
		const error = await transact((trx) => start(trx, one, by, now));
		if (error) wrong.push({ row: one.row, errors: [error] });
		else started.push(one);
	}
	return { ok: true, started, wrong: wrong.toSorted((one, other) => one.row.line - other.row.line) };
}

async function start(trx: Transaction<Database>, one: ReadyRow, by: Actor, now: Instant): Promise<CellError | null> {
	const { household, notice, answers, row } = one;
	// Two clicks at once: the second one waits here, and finds the draft.
	await holdAlone(trx, household.accountId);
	const there = await whyNotNew(trx, one);
	if (there) return there;
	const saved = await saveAnswers(trx, notice.id, () => answers, inPlaceOf(household.mandate, by), now);
	return saved.ok ? null : errorIn(row.cells, noticeColumn, applicationProblems[saved.problem]());
}
