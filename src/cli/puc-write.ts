import { dayOf } from '$lib/domain/calendar/deadline';
import { checkFile } from '$lib/domain/puc/check-file';
import { reportText } from '$lib/domain/puc/report-text';
import { now } from '$lib/server/clock';
import { config } from '$lib/server/config';
import { closeDatabase, database } from '$lib/server/platform/db/app';
import { migrateToLatest } from '$lib/server/platform/db/migrate';
import { monitoringFile } from '$lib/server/programme/monitoring/service';
import { answer } from './answer';
import { leaveFile } from './leave-file';
import { refuse } from './puc-check';
import { DIFFERENT, DONE } from './round-file';

/** `puc write`: the exit code, or null when it was called wrongly. */
export async function writeCommand([file, ...more]: readonly string[]): Promise<number | null> {
	if (file === undefined || file.startsWith('-') || more.length > 0) return null;
	const text = await programmeFile();
	if (text === null) return refuse({ code: 'missing', sentence: NO_PROGRAMME });
	const bytes = new TextEncoder().encode(text);
	const report = checkFile(bytes, dayOf(now()), {});
	if ('code' in report) return refuse(report);
	const isFaultless = report.faults.length === 0;
	if (!leaveFile(file, isFaultless ? bytes : null)) return refuse({ code: 'missing', sentence: NOT_WRITTEN });
	await answer(reportText(report));
	return isFaultless ? DONE : DIFFERENT;
}

const NO_PROGRAMME = 'nessun programma è nella base di dati. Lo carichi con node build/cli.js programme.';
const NOT_WRITTEN = 'il file non si può scrivere. Controlli il percorso e i permessi.';

async function programmeFile(): Promise<string | null> {
	const { db } = database();
	try {
		await migrateToLatest(db);
		return await monitoringFile(db, config().pucSender);
	} finally {
		await closeDatabase();
	}
}
