import type { Kysely, Transaction } from 'kysely';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import * as dwellings from '$lib/server/homes/dwellings/repository';
import type { NoticePromises } from '$lib/server/homes/dwellings/promises';
import { newId } from '$lib/server/ids';
import { runInWorker } from '$lib/server/platform/workers/run-in-worker';
import type { CheckedFile } from './check-file';
import type { Known } from '$lib/server/homes/dwellings/column';
import { checkFileJob } from './job';
import { nothing, type ImportCounts, type ImportReport } from './report';
import * as imports from './repository';
import { storedReport } from './stored-report';
import { countChanges, writeChanges } from './changes';

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
	promises: NoticePromises,
	now: Instant
): Promise<CheckedUpload> {
	const fileName = file.name.slice(0, 120) || 'file.csv';
	const known = await knownNow(db, now);
	const read = await runInWorker(checkFileJob, { bytes: file.bytes, known });
	if (!read.ok) {
		const problems = [{ problem: read.problem, about: '' }];
		const empty = { encoding: '', delimiter: '', rows: 0, errors: [], errorCount: 0, counts: nothing };
		return { fileName, content: null, report: { ...empty, problems } };
	}
	const { text, encoding } = read;
	const changes = isRight(read.checked)
		? await countChanges(db, read.checked, (which) => promises.list(db, which), now)
		: null;
	const checked = changes ? { ...read.checked, ...changes.broken } : read.checked;
	const report = reportOf(checked, changes?.counts ?? nothing, encoding);
	return { fileName, content: isRight(checked) ? text : null, report };
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

/** The report on a file that the same person uploaded; undefined when there is none, or its day has passed. */
export async function importReport(db: Kysely<Database>, id: string, by: Actor, now: Instant) {
	const row = await imports.find(db, id, by.id, now);
	if (!row) return undefined;
	return {
		fileName: row.file_name,
		report: storedReport(row.report),
		ready: row.content !== null,
		expiresAt: row.expires_at,
		importedAt: row.imported_at
	};
}

/** A staged file, checked once more just before it is imported; `file` is null when it was imported already. */
export type StagedFile = { readonly known: Known; readonly encoding: string; readonly checked: CheckedFile };
type Refused = { ok: false; problem: 'not-allowed' | 'import-unknown' | 'import-with-errors' | 'import-outdated' };

/** Checks a staged file again, because the register may have changed since. Before the transaction, which writes only. */
export async function checkStaged(
	db: Kysely<Database>,
	id: string,
	by: Actor,
	now: Instant
): Promise<{ ok: true; file: StagedFile | null } | Refused> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	const row = await imports.find(db, id, by.id, now);
	if (!row) return { ok: false, problem: 'import-unknown' };
	if (row.imported_at !== null) return { ok: true, file: null };
	if (row.content === null) return { ok: false, problem: 'import-with-errors' };
	const known = await knownNow(db, now);
	const read = await runInWorker(checkFileJob, { bytes: new TextEncoder().encode(row.content), known });
	if (!read.ok || !isRight(read.checked)) return { ok: false, problem: 'import-outdated' };
	const { encoding } = storedReport(row.report);
	return { ok: true, file: { known, encoding, checked: read.checked } };
}

/** Imports a file that was checked, all of it or nothing. A second click finds it imported. */
export async function importStaged(
	trx: Transaction<Database>,
	id: string,
	file: StagedFile | null,
	promises: NoticePromises,
	by: Actor,
	now: Instant
): Promise<{ ok: true } | Refused> {
	if (!file) return { ok: true };
	if (JSON.stringify(await knownNow(trx, now)) !== JSON.stringify(file.known))
		return { ok: false, problem: 'import-outdated' };
	const { broken, drafts } = await countChanges(trx, file.checked, (which) => promises.hold(trx, which), now);
	if (broken.errorCount > 0) return { ok: false, problem: 'import-outdated' };
	// A second click that waited here for the first one's commit writes nothing.
	if (!(await imports.markImported(trx, id, now))) return { ok: true };
	const counts = await writeChanges(trx, file.checked, by.id, now);
	await promises.placeAgain(trx, drafts);
	await imports.keepReport(trx, id, JSON.stringify(reportOf(file.checked, counts, file.encoding)));
	record(trx, { event: 'dwellings_imported', by, subject: { type: 'import', id }, at: now, detail: counts });
	return { ok: true };
}

async function knownNow(db: Kysely<Database>, now: Instant): Promise<Known> {
	const { owners, operations } = await dwellings.choices(db);
	return { owners, operations, today: dayOf(now) };
}

const isRight = (checked: CheckedFile) => checked.problems.length === 0 && checked.errorCount === 0;

const reportOf = (checked: CheckedFile, counts: ImportCounts, encoding: string): ImportReport => ({
	encoding,
	delimiter: checked.delimiter,
	rows: checked.rowCount,
	problems: checked.problems,
	errors: checked.errors,
	errorCount: checked.errorCount,
	counts
});
