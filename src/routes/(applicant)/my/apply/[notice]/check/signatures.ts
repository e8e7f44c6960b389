import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { myDocuments } from '$lib/server/people/documents/reading-service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { db } from '$lib/server/platform/db/app';
import { formatDateTime } from '$lib/words/format';

/** The papers of a household that can be the sheet with its signed declarations, where an officer sends; null elsewhere. */
export async function signaturesFor(by: Actor, signed: string | null) {
	if (!by.desk) return null;
	const own = await myDocuments(db(), [], by, now());
	const sheets = own.filter(({ facts, isReplaced }) => facts.kind === 'other' && !isReplaced);
	return {
		recordId: by.desk.recordId,
		chosen: sheets.find(({ id }) => id === signed)?.id ?? '',
		sheets: sheets.map(({ id, facts, createdAt }) => ({
			...{ value: id, label: facts.explanation || m.desk_signature_choose() },
			hint: m.documents_sent_on({ date: formatDateTime(createdAt) })
		}))
	};
}

/** The same errors, where an officer sends and the person declares on paper. */
export const asSigned = (errors: Record<string, string>, { desk }: Actor): Record<string, string> =>
	desk && errors['declared'] ? { ...errors, declared: m.desk_signature_checked_error() } : errors;
