import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { config } from '$lib/server/config';
import { officeLines } from '$lib/server/platform/mail/office-lines';
import type { Book, Chapter } from '$lib/server/platform/pdf/book';

// What every sheet that a person signs has in common.

/** A line to write on. */
const LINE = '_'.repeat(28);

/** The head of the agency. */
export function agencyHead(): Book['agency'] {
	const { name, address } = config().office;
	return { name, lines: [address, ...officeLines(getLocale()).split('\n').slice(1)] };
}

/** The place to sign. */
export const signChapter = (signer: string): Chapter => ({
	title: m.desk_sheet_sign(),
	pieces: [
		{
			pairs: [
				{ label: m.desk_sheet_place(), value: LINE },
				{ label: m.desk_sheet_signature({ name: signer }), value: LINE }
			]
		}
	]
});
