import type { Member } from '$lib/domain/household/fact-parts';
import { fullName, type PersonNames } from '$lib/domain/person/person';
import { m } from '$lib/paraglide/messages';
import type { Export } from '$lib/server/desk/rights/export-service';
import type { Piece } from '$lib/server/platform/pdf/book';
import { personText } from '$lib/words/household-names';

/** The people of a household, with the names that were told. */
export const memberLines = (members: readonly Member[], names: Readonly<Record<string, PersonNames>>) =>
	members.map((member) => {
		const own = names[member.id];
		const text = own && [fullName(own), own.taxCode].filter(Boolean).join(', ');
		return { label: personText(member), value: text || '–' };
	});

/** The household as the newest request, or else the newest draft, tells it. */
export function householdPieces({ requests, drafts }: Pick<Export, 'requests' | 'drafts'>): Piece[] {
	const request = requests.toSorted((one, other) => (one.submittedAt < other.submittedAt ? 1 : -1))[0];
	if (request) {
		const since = m.rights_pdf_household_of({ protocol: request.protocol });
		return [{ heading: since, level: 3 }, { pairs: memberLines(request.declared.household.members, request.names) }];
	}
	const draft = drafts.at(-1);
	const members = draft?.answers?.members ?? [];
	return members.length > 0 ? [{ pairs: memberLines(members, draft!.names) }] : [];
}
