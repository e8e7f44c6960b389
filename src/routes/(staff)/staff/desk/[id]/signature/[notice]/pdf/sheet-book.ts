import { fullName } from '$lib/domain/person/person';
import { inLanguage } from '$lib/i18n/in-language';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { config } from '$lib/server/config';
import type { readSheet } from '$lib/server/desk/at-desk/signature';
import { officeLines } from '$lib/server/platform/mail/office-lines';
import type { Book, Chapter } from '$lib/server/platform/pdf/book';
import { answersInWords } from '$lib/words/answers-summary';
import { formatDateTime } from '$lib/words/format';
import { personText } from '$lib/words/household-names';
import { answerPieces, note } from '../../../../../../../(applicant)/my/requests/[id]/pdf/file-pieces';

type Sheet = NonNullable<Awaited<ReturnType<typeof readSheet>>>;

/** A line to write on. */
const LINE = '_'.repeat(28);

/** The sheet that a household signs where an officer sends its request: the answers, the declarations, and a place to sign. */
export function sheetBook({ household, notice, draft, facts, people, chosen }: Sheet): Book {
	const { name, address } = config().office;
	const signer = facts ? fullName(facts) : household.name;
	return {
		agency: { name, lines: [address, ...officeLines(getLocale()).split('\n').slice(1)] },
		title: m.desk_sheet_title(),
		synthetic: household.demo ? m.ui_synthetic_household() : null,
		lead: [m.desk_sheet_lead({ notice: inLanguage(notice.title) })],
		chapters: [
			who(signer, facts?.taxCode ?? '', people),
			{ title: m.receipt_answers(), pieces: answerPieces(answersInWords(draft.answers, chosen, notice.rules)) },
			{ title: m.desk_sheet_declaration(), pieces: [note(m.apply_declare())] },
			{
				title: m.desk_sheet_sign(),
				pieces: [
					{
						pairs: [
							{ label: m.desk_sheet_place(), value: LINE },
							{ label: m.desk_sheet_signature({ name: signer }), value: LINE }
						]
					}
				]
			}
		],
		foot: m.desk_sheet_foot({ when: formatDateTime(draft.updatedAt) }),
		across: null
	};
}

const who = (signer: string, taxCode: string, people: Sheet['people']): Chapter => ({
	title: m.desk_sheet_who(),
	pieces: [
		{
			pairs: [
				{ label: m.contact_name(), value: signer },
				...(taxCode ? [{ label: m.contact_tax_code(), value: taxCode }] : []),
				...people.map((member) => ({
					label: personText(member),
					value: (member.names && [fullName(member.names), member.names.taxCode].filter(Boolean).join(', ')) || '–'
				}))
			]
		}
	]
});
