import { DEMO_PASSWORD } from '../sign-in';

export type Answer = { status: number; retryAfter: string | null; text: string };

/** The portal as one officer uses it, without JavaScript. */
export type Person = {
	ask(path: string, init?: RequestInit): Promise<Answer>;
	post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Answer>;
};

/** Signs the demo officer in at the portal at `origin`. */
export async function officerAt(origin: string): Promise<Person> {
	let cookie = '';
	const ask: Person['ask'] = async (path, init = {}) => {
		const headers = { origin, cookie, accept: 'text/html', ...init.headers };
		const answer = await fetch(origin + path, { ...init, redirect: 'manual', headers });
		const set = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
		if (set.length > 0) cookie = set.join('; ');
		return { status: answer.status, retryAfter: answer.headers.get('retry-after'), text: await answer.text() };
	};
	const post: Person['post'] = (path, fields, headers = {}) =>
		ask(path, { method: 'POST', body: new URLSearchParams(fields), headers });
	const { status } = await post('/login', { email: 'funzionario@chiavi.example', password: DEMO_PASSWORD });
	if (status !== 303) throw new Error(`The officer was not let in: ${status}.`);
	return { ask, post };
}
