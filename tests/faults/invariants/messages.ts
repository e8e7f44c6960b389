import type { AuditEntriesTable } from '$lib/server/platform/audit/table';
import type { World } from '../world';
import type { Rows } from './rows';

const mailed = [
	'application_submitted',
	'rejection_notified',
	'offer_made',
	'offer_accepted',
	'offer_refused',
	'offer_expired'
];

/** Whether a person is promised a message of this. An offer that makes way for a better one is told by the better one. */
const isMailed = ({ event, detail }: AuditEntriesTable): boolean =>
	mailed.includes(event) || (event === 'offer_withdrawn' && detail !== null);

/** Each act that promises a message has one, each message was received, and twice only as the same message. */
export function messages(world: World, rows: Rows): string[] {
	return [...signUps(world, rows), ...written(world, rows), ...received(world, rows)];
}

/** Whoever signs up gets a message. A sign-up is forgotten after three days, answered or not. */
function signUps({ tried }: World, { outbox, audit_entries, account_requests }: Rows): string[] {
	const people = tried.filter(({ name, outcome }) => name.endsWith('asks to sign up') && outcome === 'done').length;
	const links = outbox.length - audit_entries.filter(isMailed).length;
	if (links <= people && links >= account_requests.length) return [];
	return [`${people} people signed up, ${account_requests.length} are remembered, ${links} messages were written`];
}

/** Every act wrote the messages that it promises, in its transaction. */
function written({ turns }: World, { outbox, audit_entries }: Rows): string[] {
	const instants = new Set([...outbox.map((mail) => mail.created_at), ...audit_entries.map((entry) => entry.at)]);
	return [...instants].flatMap((at) => {
		if (turns.includes(at)) return [];
		const due = audit_entries.filter((entry) => entry.at === at && isMailed(entry)).length;
		const found = outbox.filter((mail) => mail.created_at === at).length;
		return found === due ? [] : [`at ${at}, ${due} messages are promised, ${found} were written`];
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
