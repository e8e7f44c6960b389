import { m } from '$lib/paraglide/messages';
import { asParagraphs, type Piece } from '$lib/server/platform/pdf/book';
import { formatDateTime, formatSize } from '$lib/words/format';
import { wayName } from '$lib/words/people/contact-text';
import { kindName } from '$lib/words/people/document-text';
import type { PartOfExport } from './part-of-file';
import { told, toldDay, toldTime } from './told';

/** The documents: what is written on them, and their pages. */
export const documentPieces = ({ documents }: PartOfExport): Piece[] =>
	documents.flatMap(({ kind, issued, expires, name, year, explanation, pages, createdAt, replacedBy }): Piece[] => [
		{ heading: kindName[kind](), level: 3 },
		{
			pairs: [
				...toldTime(m.rights_pdf_sent(), createdAt),
				...told(m.documents_name(), name),
				...toldDay(m.documents_issued(), issued),
				...toldDay(m.documents_expires(), expires),
				...told(m.documents_year(), year),
				...told(m.documents_explanation(), explanation),
				...told(m.documents_pages(), pages.map(({ size }) => formatSize(size)).join(', ')),
				...told(m.rights_pdf_replaced(), replacedBy && m.apply_yes())
			]
		}
	]);

/** The messages with their text, each in its language; then how the e-mails, the SMS and the news of App IO went. */
export const messagePieces = ({ messages, mails }: PartOfExport): Piece[] => [
	...messages.flatMap(({ subject, at, channel, postedAt, text, language }): Piece[] => [
		{ heading: subject, level: 3 },
		{
			pairs: [
				...toldTime(m.readings_when(), at),
				...told(m.rights_pdf_how(), channel === 'paper' ? m.contact_channel_letter() : m.rights_pdf_in_portal()),
				...toldTime(m.rights_pdf_posted(), postedAt)
			]
		},
		{ paragraphs: asParagraphs(text), lang: language }
	]),
	...mailPieces(mails)
];

function mailPieces(mails: PartOfExport['mails']): Piece[] {
	if (mails.length === 0) return [];
	const rows = mails.map(({ subject, createdAt, sentAt, givenUpAt, channel, leftChannel }) => [
		subject,
		leftChannel ? m.rights_pdf_mail_after({ way: wayName[leftChannel]() }) : wayName[channel](),
		formatDateTime(createdAt),
		givenUpAt ? m.rights_pdf_mail_failed() : sentAt ? formatDateTime(sentAt) : m.rights_pdf_mail_waits()
	]);
	const head = [m.rights_pdf_subject(), m.rights_pdf_how(), m.rights_pdf_written(), m.rights_pdf_mail_sent()];
	return [{ heading: m.rights_pdf_mails(), level: 3 }, { table: { head, widths: [3, 2, 2, 2], rows } }];
}
