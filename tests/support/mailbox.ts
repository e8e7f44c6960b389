import SQLite from 'better-sqlite3';
import { expect } from '@playwright/test';
import type { Portal } from './server';

export type Mail = { readonly subject: string; readonly body: string };

/** The mails that a portal on SQLite wrote to an address, the oldest first. */
function mailsTo(portal: Portal, recipient: string): Mail[] {
	const file = new SQLite(portal.databaseUrl.replace('sqlite:', ''), { readonly: true });
	const mails = file.prepare('select subject, body from outbox where recipient = ? order by id').all(recipient);
	file.close();
	return mails as Mail[];
}

/** Waits until the portal has written so many mails to the address; answers them. */
export async function waitForMails(portal: Portal, recipient: string, count: number): Promise<Mail[]> {
	await expect.poll(() => mailsTo(portal, recipient).length, { timeout: 30_000 }).toBe(count);
	return mailsTo(portal, recipient);
}

/** Waits for a mail with a code of six digits that is not among `seen`; answers the code and adds it to `seen`. */
export async function nextCode(portal: Portal, recipient: string, seen: Set<string>): Promise<string> {
	const codes = () => mailsTo(portal, recipient).flatMap(({ body }) => /^\d{6}$/m.exec(body ?? '')?.[0] ?? []);
	await expect.poll(() => codes().some((code) => !seen.has(code)), { timeout: 30_000 }).toBe(true);
	const code = codes().findLast((one) => !seen.has(one))!;
	seen.add(code);
	return code;
}

/** The path of the page that the mail's link opens. */
export function linkIn(mail: Mail): string {
	const link = /https?:\/\/\S+/.exec(mail.body)?.[0];
	if (!link) throw new Error(`No link in: ${mail.body}`);
	const { pathname, search } = new URL(link);
	return pathname + search;
}
