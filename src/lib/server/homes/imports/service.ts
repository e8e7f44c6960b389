import type { Kysely, Transaction } from 'kysely';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import type { NumberLanguage } from '$lib/domain/numbers/read-number';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import * as dwellings from '$lib/server/homes/dwellings/repository';
import type { NoticePromises } from '$lib/server/homes/dwellings/promises';
import { newId } from '$lib/server/ids';
import { runInWorker } from '$lib/server/platform/workers/run-in-worker';
import { shownFileName } from '$lib/server/platform/forms/shown-file-name';
import type { CheckedFile } from './check-file';
import type { Known } from '$lib/server/homes/dwellings/column';
import { decode, type Found } from './decode';
import { writeAs, type Encoding } from './encodings';
import { findLookAlikes } from './find-look-alikes';
import { checkFileJob } from './job';
import { nothing, type ImportCounts, type ImportReport } from './report';
import * as imports from './repository';
import { countChanges, writeChanges } from './changes';

const KEPT_MS = 24 * 3_600_000;

/** How a person says that a file is written. */
export type Chosen = { readonly encoding?: Encoding; readonly language?: NumberLanguage };

export type CheckedUpload = {
	readonly fileName: string;
	readonly content: string | null;
	readonly report: ImportReport;
};

/** Reads and checks an uploaded file against the register; writes nothing. */
export async function checkUpload(
	db: Kysely<Database>,
	file: { name: string; bytes: Uint8Array } & Chosen,
	promises: NoticePromises,
	now: Instant
): Promise<CheckedUpload> {
	const fileName = shownFileName(file.name) || 'file.csv';
	const { bytes, encoding, language = 'it' } = file;
	const found = decode(bytes);
	const known = await knownNow(db, now);
	const read = await runInWorker(checkFileJob, { bytes, known, encoding, language });
	if (!found.ok || !read.ok) {
		const problem = found.ok ? ('file-not-text' as const) : found.problem;
		return { fileName, content: null, report: { ...unread, problems: [{ problem, about: '' }] } };
	}
	const stored = { content: found.text, found: found.encoding as Found };
	const changes = isRight(read.checked)
		? await countChanges(db, read.checked, (which) => promises.list(db, which), now)
		: null;
	const checked = changes ? { ...read.checked, ...changes.broken } : read.checked;
	const alike = isRight(checked) ? await findLookAlikes(db, checked) : { warnings: [], warningCount: 0 };
	const warned = {
		...checked,
		warnings: [...checked.warnings, ...alike.warnings],
		warningCount: checked.warningCount + alike.warningCount
	};
	const how = { found: stored.found, encoding: read.encoding, language };
	return { fileName, content: stored.content, report: reportOf(warned, changes?.counts ?? nothing, how) };
}

/** A file that was uploaded before, read once more in another way. */
export async function checkAgain(
	db: Kysely<Database>,
	id: string,
	chosen: Chosen,
	promises: NoticePromises,
	by: Actor,
	now: Instant
): Promise<{ ok: true; upload: CheckedUpload } | { ok: false; problem: 'not-allowed' | 'import-unknown' }> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	const row = await imports.find(db, id, by.id, now);
	if (!row || row.content === null) return { ok: false, problem: 'import-unknown' };
	const bytes = bytesOf(row.content, row.report);
	return { ok: true, upload: await checkUpload(db, { name: row.fileName, bytes, ...chosen }, promises, now) };
}

/** The bytes of a file as far as they matter: what came as UTF-16 is UTF-8 now. */
const bytesOf = (content: string, { found }: ImportReport): Uint8Array =>
	(found === 'windows-1252' ? writeAs(content, found) : null) ?? new TextEncoder().encode(content);

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
	const { report } = row;
	return {
		fileName: row.fileName,
		report,
		ready: row.content !== null && isRight({ problems: report.problems, errorCount: report.errorCount }),
		expiresAt: row.expiresAt,
		importedAt: row.importedAt
	};
}

/** A staged file, checked once more just before it is imported; `file` is null when it was imported already. */
export type StagedFile = { readonly known: Known; readonly report: ImportReport; readonly checked: CheckedFile };
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
	if (row.importedAt !== null) return { ok: true, file: null };
	if (row.content === null) return { ok: false, problem: 'import-with-errors' };
	const { report } = row;
	if (!isRight(report)) return { ok: false, problem: 'import-with-errors' };
	const known = await knownNow(db, now);
	const { language, encoding } = report;
	const bytes = bytesOf(row.content, report);
	const how = { language, encoding: encoding === 'utf-16' ? undefined : encoding };
	const read = await runInWorker(checkFileJob, { bytes, known, ...how });
	if (!read.ok || !isRight(read.checked)) return { ok: false, problem: 'import-outdated' };
	return { ok: true, file: { known, report, checked: read.checked } };
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
	const counts = await writeChanges(trx, file.checked, by, now);
	await promises.placeAgain(trx, drafts);
	await imports.keepReport(trx, id, JSON.stringify({ ...file.report, counts }));
	record(trx, { event: 'dwellings_imported', by, subject: { type: 'import', id }, at: now, detail: counts });
	return { ok: true };
}

async function knownNow(db: Kysely<Database>, now: Instant): Promise<Known> {
	const { owners, operations } = await dwellings.choices(db);
	return { owners, operations, today: dayOf(now) };
}

const isRight = ({ problems, errorCount }: Pick<CheckedFile, 'problems' | 'errorCount'>) =>
	problems.length === 0 && errorCount === 0;

type How = Pick<ImportReport, 'found' | 'encoding' | 'language'>;

function reportOf(checked: CheckedFile, counts: ImportCounts, how: How): ImportReport {
	const { rowCount, buildings: _, rows: __, ...told } = checked;
	return { ...how, ...told, rows: rowCount, counts };
}

/** The report on a file that is no text. */
const unread: Omit<ImportReport, 'problems'> = {
	found: 'utf-8',
	encoding: 'utf-8',
	language: 'it',
	delimiter: '',
	titlesAt: 1,
	rows: 0,
	errors: [],
	errorCount: 0,
	warnings: [],
	warningCount: 0,
	letters: { odd: 0, sample: [] },
	counts: nothing
};
