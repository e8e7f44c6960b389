import type { KnownMember } from '$lib/domain/documents/holder';
import { fullName } from '$lib/domain/person/person';
import { inLanguage } from '$lib/i18n/in-language';
import { m } from '$lib/paraglide/messages';
import { formatDateTime, formatNumber } from '$lib/words/format';
import { personText } from '$lib/words/household-names';

// What a receipt says, on the page and as a PDF.

type Version = { protocol: string; submittedAt: string };
type Sent = {
	/** The versions beside it. */
	earlier: Version | null;
	later: Version | null;
	protocol: string;
	submittedAt: string;
	pseudonym: string;
	notice: { title: { it: string; en: string } };
};

/** Who sent what to whom, and when. */
export const headOf = (request: Sent, sender: string, people: readonly KnownMember[]) => [
	{ label: m.receipt_protocol(), value: request.protocol },
	{ label: m.receipt_sent(), value: formatDateTime(request.submittedAt) },
	{ label: m.receipt_from(), value: m.owner() },
	{ label: m.receipt_sender(), value: sender },
	...peopleLine(people),
	{ label: m.receipt_notice(), value: inLanguage(request.notice.title) },
	{ label: m.receipt_pseudonym(), value: request.pseudonym },
	...versionLine(m.receipt_replaces(), request.earlier),
	...versionLine(m.receipt_replaced_by(), request.later)
];

/** The members whose names were told; the others stand among the answers. */
function peopleLine(people: readonly KnownMember[]) {
	const named = people.flatMap((one) => (one.names ? [`${fullName(one.names)} (${personText(one)})`] : []));
	return named.length === 0 ? [] : [{ label: m.receipt_people(), value: named.join('; ') }];
}

const versionLine = (label: string, version: Version | null) =>
	version
		? [
				{
					label,
					value: m.receipt_version({ protocol: version.protocol, date: formatDateTime(version.submittedAt) })
				}
			]
		: [];

/** The codes that prove that a request was in; after the closing, the notice's own with what it sums up. */
export function proofOf(proof: { leaf: string; salt: string; sealed: { count: number; root: string } | null }) {
	const { leaf, salt, sealed } = proof;
	return {
		means: m.receipt_leaf_means(),
		keep: m.receipt_keep(),
		own: [
			{ title: m.receipt_leaf(), code: leaf },
			{ title: m.receipt_salt(), code: salt }
		],
		sealed: sealed && {
			title: m.notice_receipts(),
			text: m.receipt_sealed({ count: formatNumber(sealed.count) }),
			code: sealed.root
		}
	};
}
