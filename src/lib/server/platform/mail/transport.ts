import { createTransport } from 'nodemailer';
import { config } from '$lib/server/config';
import type { Mail } from './enqueue';

export type MailTransport = { send(mail: Mail): Promise<void> };

/** Plain text over SMTP. The connection to a silent server ends after ten seconds; the outbox tries again later. */
export function smtpTransport(url: string, from: string): MailTransport {
	const limits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 10_000 };
	const smtp = createTransport({ url, ...limits }, { from });
	return {
		async send({ to, subject, text }) {
			await smtp.sendMail({ to: { name: '', address: to }, subject, text });
		}
	};
}

/** The configured server; null in a demo, whose mails stay in the outbox and are read at /demo/mail. */
export function mailTransport(): MailTransport | null {
	const { smtpUrl, mailFrom } = config();
	return smtpUrl === null ? null : smtpTransport(smtpUrl, mailFrom);
}
