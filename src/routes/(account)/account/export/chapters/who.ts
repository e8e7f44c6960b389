import { fullName, wayOf } from '$lib/domain/person/person';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { config } from '$lib/server/config';
import { roleNames } from '$lib/server/platform/accounts/role-names';
import type { Piece } from '$lib/server/platform/pdf/book';
import { confirmedSentences } from '$lib/words/people/confirmed-text';
import { ordinaryName, wayName } from '$lib/words/people/contact-text';
import type { PartOfExport } from './part-of-file';
import { told, toldDay, toldTime, yesNo } from './told';

type Who = Pick<PartOfExport, 'account' | 'person' | 'identities'>;

/** The person, the account and the public identities that open it. */
export const whoPieces = ({ account, person, identities }: Who): Piece[] => [
	...personPieces(person),
	...accountPieces(account),
	...identities.flatMap(identityPieces)
];

/** In the language of the document: its fonts do not draw every language's own name. */
const languageName = (code: string): string =>
	new Intl.DisplayNames([getLocale()], { type: 'language' }).of(code) ?? code;

function personPieces(person: Who['person']): Piece[] {
	if (!person) return [];
	const { channel, spoken } = person;
	const lines = [
		...told(m.contact_name(), fullName(person)),
		...told(m.contact_tax_code(), person.taxCode),
		...told(m.contact_birth_place(), person.birthPlace),
		...told(m.contact_phone(), person.phone),
		...told(
			m.contact_address(),
			[person.street, `${person.postcode} ${person.town}`.trim()].filter(Boolean).join(', ')
		),
		...told(m.contact_safe(), person.safeContact),
		...told(m.contact_ordinary(), ordinaryName[person.ordinaryWays]()),
		...told(m.contact_channel(), wayName[wayOf(channel, config().sms !== null)]()),
		...told(m.contact_spoken(), languageName(spoken)),
		...toldTime(m.rights_pdf_updated(), person.updatedAt)
	];
	const confirmed = confirmedSentences(person.confirmed);
	return [{ pairs: lines }, { paragraphs: confirmed.map((sentence) => [sentence]), lang: getLocale() }];
}

function accountPieces(account: Who['account']): Piece[] {
	if (!account) return [];
	const lines = [
		...told(m.contact_name(), account.name),
		...told(m.contact_email(), account.email),
		...told(m.rights_pdf_role(), roleNames[account.role]()),
		...told(m.rights_pdf_language(), languageName(account.language)),
		...toldTime(m.rights_pdf_opened(), account.createdAt),
		...toldTime(m.rights_pdf_confirmed(), account.emailConfirmedAt),
		...told(m.rights_pdf_two_steps(), yesNo(account.hasSecondFactor)),
		...told(m.rights_pdf_codes(), account.recoveryCodesLeft)
	];
	return [{ heading: m.rights_pdf_account(), level: 3 }, { pairs: lines }];
}

const identityPieces = ({ issuer, linkedAt, told: claims }: Who['identities'][number]): Piece[] => [
	{ heading: m.rights_pdf_identity(), level: 3 },
	{
		pairs: [
			...told(m.rights_pdf_identity_from(), issuer),
			...toldTime(m.rights_pdf_linked(), linkedAt),
			...told(m.contact_name(), claims && fullName(claims)),
			...told(m.contact_tax_code(), claims?.taxCode),
			...toldDay(m.rights_pdf_born(), claims?.birthDate),
			...told(m.contact_birth_place(), claims?.birthPlace)
		]
	}
];
