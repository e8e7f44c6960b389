import { holderKey, holderOf, memberOf, type Holder, type KnownMember } from '$lib/domain/documents/holder';
import { m } from '$lib/paraglide/messages';
import { OWN } from '$lib/server/people/documents/form';
import type { Option } from '$lib/ui/field';
import { memberText } from '$lib/words/people/document-text';
import { personText } from '$lib/words/household-names';

/** The members to whom a document can belong. `saved`: the one that was told before, who may have left the household. */
export const holdersOf = (members: readonly KnownMember[], saved: Holder | null = null): Holder[] => [
	...members.map(holderOf),
	...(saved && !memberOf(saved, members) ? [saved] : [])
];

/** The people to choose from, first the person who sends; none where the household has nobody else. */
export function holderOptions(ownName: string, members: readonly KnownMember[], saved: Holder | null = null): Option[] {
	const holders = holdersOf(members, saved).map((holder) => {
		const member = memberOf(holder, members);
		const option = { value: holderKey(holder), label: member ? memberText(member) : personText(holder) };
		return member?.names ? { ...option, hint: personText(member) } : option;
	});
	return holders.length === 0 ? [] : [{ value: OWN, label: ownName || m.documents_holder_own() }, ...unlike(holders)];
}

/** Twins of whom no name is known are one choice. */
const unlike = (options: readonly Option[]): Option[] =>
	options.filter(({ value }, at) => options.findIndex((other) => other.value === value) === at);
