import { createTransport } from 'nodemailer';
import { config } from '$lib/server/config';
import type { Mail } from './enqueue';

/** `id`: of the mail in the outbox. A mail that is sent twice is the same message both times. */
type Sent = Pick<Mail, 'to' | 'subject' | 'text'> & { readonly id: string };
export type MailTransport = { send(mail: Sent): Promise<void> };

/** Plain text over SMTP. The connection to a silent server ends after ten seconds; the outbox tries again later. */
export function smtpTransport(url: string, from: string): MailTransport {
	const limits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 10_000 };
	const smtp = createTransport({ url, ...limits }, { from });
	const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';
	return {
		async send({ id, to, subject, text }) {
			// The servers and programs that meet the same Message-ID twice keep one (RFC 5322 section 3.6.4).
			await smtp.sendMail({ messageId: `<${id}@${domain}>`, to: { name: '', address: to }, subject, text });
		}
	};
}

/** The configured server; null in a demo, whose mails stay in the outbox and are read at /demo/mail. */
export function mailTransport(): MailTransport | null {
	const { smtpUrl, mailFrom } = config();
	return smtpUrl === null ? null : smtpTransport(smtpUrl, mailFrom);
}
