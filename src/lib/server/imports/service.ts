import type { Kysely, Transaction } from 'kysely';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { record } from '$lib/server/audit/record';
import { allows, type Actor } from '$lib/server/auth/actor';
import type { Database } from '$lib/server/db/schema';
import * as dwellings from '$lib/server/dwellings/repository';
import { holdNotices, listNoticesOf, type NoticeOfDwelling } from '$lib/server/dwellings/promise-repository';
import { newId } from '$lib/server/ids';
import { refreshDrafts } from '$lib/server/notices/refresh-drafts';
import { checkFile, SHOWN, type CheckedFile } from './check-file';
import { decode } from './decode';
import { planImport, type ImportPlan } from './plan';
import { promisedCells } from './promised-cells';
import { nothing, type ImportReport } from './report';
import * as imports from './repository';

const KEPT_MS = 24 * 3_600_000;

export type CheckedUpload = {
	readonly fileName: string;
	readonly content: string | null;
	readonly report: ImportReport;
};

/** Reads and checks an uploaded file against the register; writes nothing. */
export async function checkUpload(
	db: Kysely<Database>,
	file: { name: string; bytes: Uint8Array },
	now: Instant
): Promise<CheckedUpload> {
	const fileName = file.name.slice(0, 120) || 'file.csv';
	const decoded = decode(file.bytes);
	if (!decoded.ok) {
		const problems = [{ problem: decoded.problem, about: '' }];
		const empty = { encoding: '', delimiter: '', rows: 0, errors: [], errorCount: 0, counts: nothing };
		return { fileName, content: null, report: { ...empty, problems } };
	}
	const { checked, plan } = await prepare(db, decoded.text, now, listNoticesOf);
	const report = reportOf(checked, plan, decoded.encoding);
	return { fileName, content: isRight(checked) ? decoded.text : null, report };
}

/** Keeps a checked file for a day, for its author to import it or to read what is wrong with it. */
export async function stageImport(
	trx: Transaction<Database>,
	upload: CheckedUpload,
	by: Actor,
	now: Instant
): Promise<{ ok: true; id: string } | { ok: false; problem: 'not-allowed' }> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	const id = newId();
	const row = { id, account_id: by.id, file_name: upload.fileName, content: upload.content };
	const expires_at = new Date(Date.parse(now) + KEPT_MS).toISOString();
	const report = JSON.stringify(upload.report);
	await imports.stage(trx, { ...row, report, created_at: now, expires_at, imported_at: null }, now);
	const detail = { rows: upload.report.rows, errors: upload.report.errorCount + upload.report.problems.length };
	record(trx, { event: 'import_checked', by, subject: { type: 'import', id }, at: now, detail });
	return { ok: true, id };
}

/** What was found in a file that the same person uploaded; undefined when there is none, or its day has passed. */
export async function importReport(db: Kysely<Database>, id: string, by: Actor, now: Instant) {
	const row = await imports.find(db, id, by.id, now);
	if (!row) return undefined;
	return {
		fileName: row.file_name,
		report: JSON.parse(row.report) as ImportReport,
		ready: row.content !== null,
		expiresAt: row.expires_at,
		importedAt: row.imported_at
	};
}

export type ImportResult =
	{ ok: true } | { ok: false; problem: 'not-allowed' | 'import-unknown' | 'import-with-errors' | 'import-outdated' };

/**
 * Imports a checked file, all of it or nothing. It is checked again, because the register may have changed since. A
 * second click finds it imported.
 */
export async function importStaged(
	trx: Transaction<Database>,
	id: string,
	by: Actor,
	now: Instant
): Promise<ImportResult> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	const row = await imports.find(trx, id, by.id, now);
	if (!row) return { ok: false, problem: 'import-unknown' };
	if (row.imported_at !== null) return { ok: true };
	if (row.content === null) return { ok: false, problem: 'import-with-errors' };
	const { checked, plan, drafts } = await prepare(trx, row.content, now, (_, which) => holdNotices(trx, which));
	if (!isRight(checked)) return { ok: false, problem: 'import-outdated' };
	const report = reportOf(checked, plan, (JSON.parse(row.report) as ImportReport).encoding);
	// A second click that waited here for the first one's commit writes nothing.
	if (!(await imports.markImported(trx, id, JSON.stringify(report), now))) return { ok: true };
	await imports.write(trx, plan, by.id, now);
	await refreshDrafts(trx, drafts);
	record(trx, { event: 'dwellings_imported', by, subject: { type: 'import', id }, at: now, detail: plan.counts });
	return { ok: true };
}

/** `look` reads the notices of what would change, and holds them where the file is about to be written. */
async function prepare(
	db: Kysely<Database>,
	text: string,
	now: Instant,
	look: (...asked: Parameters<typeof listNoticesOf>) => Promise<NoticeOfDwelling[]>
) {
	const { owners, operations } = await dwellings.choices(db);
	const checked = await checkFile(text, { owners, operations, today: dayOf(now) });
	const codes = {
		buildings: [...new Set(checked.rows.map((row) => row.buildingCode))],
		dwellings: checked.rows.map((row) => row.code)
	};
	const known = await imports.known(db, codes);
	const plan = planImport(checked.rows, known, newId, now);
	const notices = [
		...(await look(db, { dwellings: plan.changedDwellings.map(({ dwelling }) => dwelling.id) })),
		...(await look(db, { buildings: plan.changedBuildings.map(({ id }) => id) }))
	];
	const broken = promisedCells(checked.rows, known, notices);
	const errors = [...checked.errors, ...broken].slice(0, SHOWN);
	const whole = { ...checked, errors, errorCount: checked.errorCount + broken.length };
	const drafts = notices.filter(({ stage }) => stage === 'draft').map(({ noticeId }) => noticeId);
	return { checked: whole, plan, drafts };
}

const isRight = (checked: CheckedFile) => checked.problems.length === 0 && checked.errorCount === 0;

const reportOf = (checked: CheckedFile, plan: ImportPlan, encoding: string): ImportReport => ({
	encoding,
	delimiter: checked.delimiter,
	rows: checked.rowCount,
	problems: checked.problems,
	errors: checked.errors,
	errorCount: checked.errorCount,
	counts: isRight(checked) ? plan.counts : nothing
});
