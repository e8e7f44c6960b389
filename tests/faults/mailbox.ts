import type { MailTransport } from '$lib/server/platform/mail/transport';

export type Delivery = Parameters<MailTransport['send']>[0];
/** `refused`: the mail server takes nothing. `lost`: it takes the mail, and its answer does not arrive. */
export type MailTrouble = 'refused' | 'lost';

/** The mail server of a history: what people have received, and what troubles it now. */
export class Mailbox implements MailTransport {
	readonly received: Delivery[];
	trouble: MailTrouble | null = null;

	constructor(before: readonly Delivery[] = []) {
		this.received = [...before];
	}

	async send(mail: Delivery): Promise<void> {
		if (this.trouble === 'refused') throw new Error('no such mailbox');
		this.received.push(mail);
		if (this.trouble === 'lost') throw new Error('the connection was reset');
	}

	/** The secrets of the links to confirm that `address` received. */
	links(address: string): string[] {
		return this.received
			.filter(({ to }) => to === address)
			.flatMap(({ text }) => [...text.matchAll(/\/confirm\/([\w-]+)/g)].map(([, secret]) => secret!));
	}
}
