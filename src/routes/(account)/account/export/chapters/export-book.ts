import { dayOf } from '$lib/domain/calendar/deadline';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { config } from '$lib/server/config';
import type { Readable } from '$lib/server/desk/rights/readable-service';
import { sectionName } from '$lib/server/desk/rights/section-name';
import { officeLines } from '$lib/server/platform/mail/office-lines';
import type { Book, Chapter } from '$lib/server/platform/pdf/book';
import { formatDate } from '$lib/words/format';
import { deskRecordPieces } from './desk-records';
import { homePieces } from './homes';
import { householdPieces } from './household';
import { documentPieces, messagePieces } from './papers';
import { mandatePieces } from './mandates';
import { partOfFile, readingOrder, type PartOfExport } from './part-of-file';
import { requestPieces } from './requests';
import { logPieces, readingPieces, sessionPieces } from './uses';
import { whoPieces } from './who';

/** What the PDF of one part of the file says, and of what day; null where the file has no such part. */
export function exportBook(readable: Readable, which: { part: number; parts: number; lines?: number }): Book | null {
	const { file } = readable;
	const part = partOfFile(file, which.part, which.lines);
	if (!part) return null;
	const { name, address } = config().office;
	const date = formatDate(dayOf(file.exportedAt));
	return {
		agency: { name, lines: [address, ...officeLines(getLocale()).split('\n').slice(1)] },
		title: m.rights_export_title(),
		synthetic: file.account.demo ? m.ui_synthetic_data() : null,
		lead: [m.rights_pdf_lead({ date }), ...(which.parts > 1 ? [m.rights_pdf_part(which)] : [])],
		chapters: [...chaptersOf(readable, part), ...(which.part === 1 ? missing(readable) : [])],
		foot: m.rights_pdf_foot({ name: file.account.name, date }),
		across: null
	};
}

function chaptersOf(readable: Readable, part: PartOfExport): Chapter[] {
	const { file } = readable;
	const chapters: Chapter[] = [
		{ title: m.rights_pdf_who(), pieces: whoPieces(part) },
		{ title: m.rights_pdf_household(), pieces: part.account ? householdPieces(file) : [] },
		{ title: m.rights_pdf_requests(), pieces: requestPieces(part, readable, file.account.name) },
		{ title: m.rights_pdf_homes(), pieces: homePieces(part, readable) },
		{ title: m.rights_pdf_documents(), pieces: documentPieces(part) },
		{ title: m.rights_pdf_messages(), pieces: messagePieces(part) },
		{ title: m.mandates_title(), pieces: mandatePieces(part) },
		{ title: m.rights_pdf_desk(), pieces: deskRecordPieces(part) },
		{ title: m.readings_title(), pieces: readingPieces(part) },
		{ title: m.sessions_title(), pieces: sessionPieces(part) },
		{ title: m.rights_pdf_log(), pieces: logPieces(part) }
	];
	return chapters.filter(({ pieces }) => pieces.length > 0);
}

/** What the portal does not hold about the person, and what the file leaves out. */
function missing({ file }: Readable): Chapter[] {
	const empty = readingOrder.filter(
		(section) => (file[section] as { length?: number } | null)?.length === 0 || !file[section]
	);
	const lines = empty.map((section) => [sectionName(section)]);
	const none = { title: m.rights_export_nothing(), pieces: [{ paragraphs: lines, lang: getLocale() }] };
	const out = {
		title: m.rights_export_not_inside(),
		pieces: [{ paragraphs: [[m.rights_export_left_out()]], lang: getLocale() }]
	};
	return lines.length > 0 ? [none, out] : [out];
}
