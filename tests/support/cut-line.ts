import { once } from 'node:events';
import { connect } from 'node:net';
import type { Page } from '@playwright/test';

/** A form as a browser would post it: `sent` is what arrives of a body of `length` bytes before the line breaks. */
type Cut = { readonly type: string; readonly length: number; readonly sent: string };

/** Posts from the browser session of a page, and breaks the line before an answer comes. */
export async function cutLine(page: Page, address: string, { type, length, sent }: Cut): Promise<void> {
	const { hostname, port, origin, pathname, search } = new URL(address, page.url());
	const cookies = await page.context().cookies();
	const head = [
		`POST ${pathname}${search} HTTP/1.1`,
		`host: ${hostname}:${port}`,
		`origin: ${origin}`,
		`cookie: ${cookies.map(({ name, value }) => `${name}=${value}`).join('; ')}`,
		`content-type: ${type}`,
		`content-length: ${length}`
	];
	const line = connect(Number(port), hostname);
	await once(line, 'connect');
	await new Promise((written) => line.write(`${head.join('\r\n')}\r\n\r\n${sent}`, written));
	line.destroy();
	await once(line, 'close');
}

/** Half of a form with a file. */
export const halfAFile: Cut = {
	type: 'multipart/form-data; boundary=b',
	length: 2_000_000,
	sent: `--b\r\ncontent-disposition: form-data; name="pages"; filename="uno.pdf"\r\n\r\n%PDF-1.7${' '.repeat(1_000_000)}`
};

/** The form of a page that holds a button, as it is filled now; `share` of it arrives. */
export async function filledForm(page: Page, button: string, share: number): Promise<Cut & { action: string }> {
	const form = page.locator('form').filter({ has: page.getByRole('button', { name: button }) });
	const [action, fields] = await form.evaluate((element) => {
		const filled = element as HTMLFormElement;
		const values = [...new FormData(filled)].map(([name, value]) => [name, String(value)]);
		return [filled.action, values] as const;
	});
	const body = new URLSearchParams(fields).toString();
	const sent = body.slice(0, Math.floor(body.length * share));
	return { action, type: 'application/x-www-form-urlencoded', length: body.length, sent };
}
