import { Agent, request } from 'node:http';
import type { Portal } from '../server';
import { DEMO_PASSWORD } from '../sign-in';

/** A request as it is written, which `fetch` would tidy up or refuse to send. */
export type Sent = {
	readonly method?: string;
	readonly path: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string | Buffer;
};
export type Got = {
	readonly status: number;
	readonly headers: Record<string, string | undefined>;
	readonly text: string;
};

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

export function send(portal: Pick<Portal, 'origin'>, sent: Sent): Promise<Got> {
	const { method = 'GET', path, headers = {}, body } = sent;
	const { hostname, port } = new URL(portal.origin);
	return new Promise((done, fail) => {
		const asked = request({ agent, hostname, port, method, path, headers }, (answer) => {
			const pieces: Buffer[] = [];
			answer.on('data', (piece: Buffer) => pieces.push(piece));
			answer.on('end', () =>
				done({
					status: answer.statusCode ?? 0,
					headers: answer.headers as Got['headers'],
					text: Buffer.concat(pieces).toString()
				})
			);
		});
		// The server closes a connection that was idle just as it is used again: the request is then sent once more.
		asked.on('error', (error: NodeJS.ErrnoException) => {
			if (asked.reusedSocket && error.code === 'ECONNRESET') done(send(portal, sent));
			else fail(error);
		});
		asked.end(body);
	});
}

export const FORM = 'application/x-www-form-urlencoded';

/** The cookies of demo accounts, each signed in once; none for a visitor. */
export function sessionsOf(portal: Pick<Portal, 'origin'>) {
	const known = new Map<string, Promise<string>>();
	return {
		of(account: string | null): Promise<string> {
			if (!account) return Promise.resolve('');
			const found = known.get(account) ?? signedIn(portal, account);
			known.set(account, found);
			return found;
		}
	};
}

async function signedIn(portal: Pick<Portal, 'origin'>, account: string): Promise<string> {
	const form = new URLSearchParams({ email: `${account}@chiavi.example`, password: DEMO_PASSWORD }).toString();
	const answer = await fetch(`${portal.origin}/login`, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin: portal.origin, accept: 'text/html', 'content-type': FORM },
		body: form
	});
	const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('chiavi_session='));
	if (!cookie) throw new Error(`${account} was not let in: ${answer.status}.`);
	return cookie.split(';')[0]!;
}
