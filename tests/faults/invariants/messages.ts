import type { AuditEvent } from '$lib/server/platform/audit/events';
import { whoIsTold } from '$lib/server/people/messages/told';
import type { AuditEntriesTable } from '$lib/server/platform/audit/table';
import type { World } from '../world';
import type { Rows } from './rows';

/**
 * The acts of an instant that promise a message. A ranking is told by a job, a batch at a time; a yes that holds the home is
 * told by the hold.
 */
const promising = (entries: readonly AuditEntriesTable[]): AuditEntriesTable[] => {
	const held = entries.some(({ event }) => event === 'home_held');
	const told = entries.filter(({ event }) => 'told' in whoIsTold[event as AuditEvent] && event !== 'round_published');
	return told.filter(({ event }) => !(held && event.startsWith('proposal_accepted_by_')));
};

/** Each act that promises a message has one, each message was received, and twice only as the same message. */
export function messages(world: World, rows: Rows): string[] {
	return [...signUps(world, rows), ...written(world, rows), ...received(world, rows)];
}

/** Whoever signs up gets a message. A sign-up is forgotten after three days, answered or not. */
function signUps({ tried }: World, { outbox, account_requests }: Rows): string[] {
	const people = tried.filter(({ name, outcome }) => name.endsWith('asks to sign up') && outcome === 'done').length;
	// The mail of a link is kept nowhere else.
	const links = outbox.filter((mail) => mail.message_id === null).length;
	if (links <= people && links >= account_requests.length) return [];
	return [`${people} people signed up, ${account_requests.length} are remembered, ${links} messages were written`];
}

/** Every act wrote the messages that it promises, in its transaction, to each reader once; nothing else wrote any. */
function written({ turns }: World, { outbox, audit_entries }: Rows): string[] {
	const instants = new Set([...outbox.map((mail) => mail.created_at), ...audit_entries.map((entry) => entry.at)]);
	return [...instants].flatMap((at) => {
		const mails = outbox.filter((mail) => mail.created_at === at);
		// A person who signs up twice is mailed twice, by a job: those mails are no messages.
		const messages = mails.filter((mail) => mail.message_id !== null);
		const readers = new Set(messages.map(({ recipient, subject }) => `${recipient} ${subject}`));
		if (readers.size < messages.length) return [`at ${at}, a message was written twice to one reader`];
		if (turns.includes(at)) return [];
		const due = promising(audit_entries.filter((entry) => entry.at === at)).length;
		const wrong = due === 0 ? mails.length > 0 : mails.length < due;
		return wrong ? [`at ${at}, ${due} acts promise a message, ${mails.length} were written`] : [];
	});
}

/** Every message was received, as the same one each time; and nothing else was. */
function received({ mailbox }: World, { outbox }: Rows): string[] {
	const known = new Map(outbox.map((mail) => [mail.id, mail]));
	const texts = new Map<string, string>();
	const wrong = mailbox.received.flatMap(({ id, to, subject, text }) => {
		const mail = known.get(id);
		const first = texts.get(id) ?? text;
		texts.set(id, first);
		if (mail?.recipient === to && mail.subject === subject && first === text) return [];
		return [`${to} received "${subject}", which is not the message ${id}`];
	});
	const missing = outbox.filter((mail) => !texts.has(mail.id) || mail.sent_at === null);
	const kept = outbox.filter((mail) => mail.body !== null);
	return [
		...wrong,
		...missing.map((mail) => `nobody received: ${mail.subject}`),
		...kept.map((mail) => `the text of a message is kept after it left: ${mail.subject}`)
	];
}
