import { m } from '$lib/paraglide/messages';
import { shownFileName } from '$lib/server/platform/forms/shown-file-name';
import { MOST_SHEETS, type PageProblem } from './read-page';
import type { DocumentProblem } from './service';

/** The sentences for a document that was not kept, changed or removed. */
export const documentProblems: Readonly<Record<DocumentProblem, () => string>> = {
	'not-allowed': m.documents_problem_not_allowed,
	unknown: m.documents_problem_unknown,
	'too-many': m.documents_problem_many,
	'replaced-already': m.documents_problem_replaced,
	stale: m.documents_problem_stale,
	'store-down': m.documents_problem_store
};

const ofFiles: Readonly<Record<PageProblem, () => string>> = {
	empty: m.documents_file_empty,
	'too-large': m.documents_file_large,
	heic: m.documents_file_heic,
	'no-type': m.documents_file_type,
	'picture-broken': m.documents_file_picture,
	busy: m.documents_file_busy,
	'pdf-locked': m.documents_file_locked,
	'pdf-broken': m.documents_file_pdf,
	'pdf-long': () => m.documents_file_long({ count: MOST_SHEETS })
};

/** What is wrong with one of the files, and what to do. `number` counts from 1. */
export const fileProblem = (problem: PageProblem, { name, number }: { name: string; number: number }): string =>
	m.documents_file_problem({
		name: shownFileName(name) || m.documents_file_unnamed({ number }),
		problem: ofFiles[problem]()
	});
