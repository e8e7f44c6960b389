import type { ConsentAct } from '$lib/domain/mandates/consent';
import { m } from '$lib/paraglide/messages';
import { formatDateTime } from '$lib/words/format';
import { consentActName, consentWayName } from './mandate-text';

type Yes = {
	readonly id: string;
	readonly act: ConsentAct;
	readonly way: keyof typeof consentWayName;
	readonly givenAt: string;
	readonly helper: string;
	readonly organisation: string;
	readonly documentId: string | null;
};

export type YesInWords = {
	readonly id: string;
	readonly what: string;
	readonly how: string;
	readonly at: string;
	readonly who: string;
	/** Where to see the signed sheet. */
	readonly href: string | null;
	/** The signed sheet was removed. */
	readonly isGone: boolean;
};

/** A yes of a person, in words. `hrefOf`: the page or the copy of the signed sheet. */
export const yesText = (
	{ id, act, way, givenAt, helper, organisation, documentId }: Yes,
	hrefOf: (documentId: string) => string
): YesInWords => ({
	...{ id, what: consentActName[act](), how: consentWayName[way](), at: formatDateTime(givenAt) },
	who: (way === 'paper' ? m.yes_uploaded_by : m.yes_asked_by)({ name: helper, organisation }),
	href: documentId && hrefOf(documentId),
	isGone: way === 'paper' && documentId === null
});
