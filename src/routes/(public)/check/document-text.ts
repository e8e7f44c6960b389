import type { DocumentId } from '$lib/domain/documents/documents-for';
import { m } from '$lib/paraglide/messages';

/** What a document is, and which office issues it. */
export const documentText: Readonly<Record<DocumentId, () => string>> = {
	identity: m.document_identity,
	isee: m.document_isee,
	permit: m.document_permit,
	work: m.document_work,
	'eviction-notified': m.document_eviction_notified,
	'eviction-enforceable': m.document_eviction_enforceable,
	'no-home': m.document_no_home,
	'unhealthy-home': m.document_unhealthy_home,
	'home-size': m.document_home_size,
	'home-barriers': m.document_home_barriers,
	'serious-handicap': m.document_serious_handicap,
	'civil-disability': m.document_civil_disability,
	'eviction-carried-out': m.document_eviction_carried_out,
	'home-unusable': m.document_home_unusable,
	violence: m.document_violence,
	'no-shelter': m.document_no_shelter,
	'leaving-care': m.document_leaving_care
};
