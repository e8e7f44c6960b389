import { parseBrowser } from '$lib/domain/browser-kind';
import { signInWay } from '$lib/domain/sign-in-way';
import { m } from '$lib/paraglide/messages';
import { roleNames } from '$lib/server/platform/accounts/role-names';
import type { Role } from '$lib/server/platform/auth/actor';
import type { Piece } from '$lib/server/platform/pdf/book';
import { deviceName } from '$lib/words/device-name';
import { formatDateTime } from '$lib/words/format';
import { readingName } from '$lib/words/people/reading-text';
import { signInWayText } from '$lib/words/sign-in-way';
import type { PartOfExport } from './part-of-file';

const table = (head: string[], widths: number[], rows: string[][]): Piece[] =>
	rows.length === 0 ? [] : [{ table: { head, widths, rows } }];
const under = (heading: string, pieces: Piece[]): Piece[] =>
	pieces.length === 0 ? [] : [{ heading, level: 3 }, ...pieces];
const time = (at: string | null) => (at === null ? '–' : formatDateTime(at));
const roleText = (role: string): string => (role in roleNames ? roleNames[role as Role]() : m.file_portal());

/** Who of the office opened the details, when, for what and why. */
export const readingPieces = ({ readings }: PartOfExport): Piece[] =>
	table(
		[m.readings_who(), m.readings_when(), m.readings_what(), m.readings_why()],
		[3, 2, 3, 3],
		readings.map(({ by, organisation, at, for: subject, reason }) => [
			[roleText(by), organisation].filter(Boolean).join(', '),
			formatDateTime(at),
			readingName[subject](),
			reason ?? '–'
		])
	);

const linkName = {
	confirm_email: m.rights_pdf_link_confirm_email,
	reset_password: m.rights_pdf_link_reset_password
};
const askedName = { sign_up: m.rights_pdf_asked_sign_up, reset: m.rights_pdf_asked_reset };

/** The devices that are signed in, the links that were mailed, what was asked for by giving the address, and the notices that it follows. */
export const sessionPieces = ({ sessions, links, asked, followed }: PartOfExport): Piece[] => [
	...table(
		[m.rights_pdf_device(), m.rights_pdf_since(), m.rights_pdf_lasts(), m.rights_pdf_how()],
		[3, 2, 2, 2],
		sessions.map(({ browser, createdAt, expiresAt, secondFactor, way }) => [
			deviceName(parseBrowser(browser)),
			formatDateTime(createdAt),
			formatDateTime(expiresAt),
			signInWayText[signInWay(way, secondFactor ? 1 : 0)]()
		])
	),
	...under(
		m.rights_pdf_links(),
		table(
			[m.rights_pdf_what(), m.rights_pdf_sent(), m.rights_pdf_used()],
			[3, 2, 2],
			links.map(({ purpose, createdAt, usedAt }) => [linkName[purpose](), time(createdAt), time(usedAt)])
		)
	),
	...under(
		m.rights_pdf_asked(),
		table(
			[m.rights_pdf_what(), m.readings_when(), m.rights_pdf_answered()],
			[3, 2, 2],
			asked.map(({ kind, createdAt, answeredAt }) => [askedName[kind](), time(createdAt), time(answeredAt)])
		)
	),
	...followedPieces(followed)
];

const followedPieces = (followed: PartOfExport['followed']): Piece[] =>
	under(
		m.rights_pdf_followed(),
		table(
			[m.rights_pdf_what(), m.readings_when(), m.rights_pdf_followed_yes()],
			[3, 2, 2],
			followed.map(({ code, askedAt, confirmedAt }) => [code, time(askedAt), time(confirmedAt)])
		)
	);

/** What the log tells of the person: a line an act. */
export const logPieces = ({ log }: PartOfExport): Piece[] =>
	table(
		[m.rights_pdf_number(), m.readings_when(), m.readings_who(), m.rights_pdf_what(), m.rights_pdf_about()],
		[1, 2, 2, 4, 2],
		log.map(({ number, at, by, words, about }) => [
			String(number),
			formatDateTime(at),
			by === 'you' ? m.rights_pdf_you() : roleText(by),
			words,
			about
		])
	);
