import { fullName } from '$lib/domain/person/person';
import { inLanguage } from '$lib/i18n/in-language';
import { m } from '$lib/paraglide/messages';
import type { Declarations } from '$lib/server/desk/at-desk/declarations';
import type { Book, Chapter } from '$lib/server/platform/pdf/book';
import { answersInWords } from '$lib/words/answers-summary';
import { formatDateTime } from '$lib/words/format';
import { personText } from '$lib/words/household-names';
import { answerPieces, note } from '../../../../../../../(applicant)/my/requests/[id]/pdf/file-pieces';
import { agencyHead, signChapter } from '../../../../../../../(applicant)/my/sheet-parts';

/**
 * The sheet that a household signs where an officer or a helper sends its request: the answers, the declarations, and a place to
 * sign. `number`: of the sheet that a helper prints.
 */
export function sheetBook({ household, notice, draft, facts, people, chosen }: Declarations, number?: string): Book {
	const signer = facts ? fullName(facts) : household.name;
	const when = formatDateTime(draft.updatedAt);
	return {
		agency: agencyHead(),
		title: m.desk_sheet_title(),
		synthetic: household.demo ? m.ui_synthetic_household() : null,
		lead: [...(number ? [m.sheet_number_is({ number })] : []), m.desk_sheet_lead({ notice: inLanguage(notice.title) })],
		chapters: [
			who(signer, facts?.taxCode ?? '', people),
			{ title: m.receipt_answers(), pieces: answerPieces(answersInWords(draft.answers, chosen, notice.rules)) },
			{ title: m.desk_sheet_declaration(), pieces: [note(m.apply_declare())] },
			signChapter(signer)
		],
		foot: number ? m.sheet_foot_answers({ number, when }) : m.desk_sheet_foot({ when }),
		across: null
	};
}

const who = (signer: string, taxCode: string, people: Declarations['people']): Chapter => ({
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
