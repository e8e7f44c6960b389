import type { ReadSubject } from '$lib/domain/person/read-subject';
import { m } from '$lib/paraglide/messages';

/** For which file the office opened somebody's details. */
export const readingName: Readonly<Record<ReadSubject['type'], () => string>> = {
	offer: m.readings_offer,
	tenancy: m.readings_tenancy,
	listing: m.readings_listing,
	letter: m.readings_letter,
	request: m.readings_request,
	search: m.readings_search,
	answer: m.readings_offer,
	home: m.readings_listing,
	rejection: m.readings_rejection,
	account: m.readings_account,
	copy: m.readings_copy
};

/** Why a file was opened, or for what a copy of it was taken. */
export const fileReason = ({ subjectType, reason }: { subjectType: string; reason: string | null }): string | null =>
	subjectType === 'copy' && reason ? m.file_copy_reason({ purpose: reason }) : reason;
