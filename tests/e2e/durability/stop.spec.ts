import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { freePort } from '../../support/postgres-server';
import { expect, test } from '../../support/portal';
import { copyOfFile, startProcess } from '../../support/server';
import { DEMO_PASSWORD } from '../../support/sign-in';

test('a server told to stop answers what was begun, takes nothing new, and ends well', async () => {
	const database = copyOfFile();
	const port = await freePort();
	const origin = `http://localhost:${port}`;
	const server = await startProcess(port, origin, database.url);
	const form = new URLSearchParams({ email: 'funzionario@chiavi.example', password: DEMO_PASSWORD }).toString();
	const begun = request(`http://127.0.0.1:${port}/login`, {
		method: 'POST',
		headers: {
			origin,
			accept: 'text/html',
			connection: 'close',
			'content-type': 'application/x-www-form-urlencoded',
			'content-length': form.length
		}
	});
	// A browser opens connections before it asks anything.
	await once(
		connect(port, '127.0.0.1').on('error', () => {}),
		'connect'
	);
	const answered = once(begun, 'response');
	begun.write(form.slice(0, 10));
	// Another answer shows that the server has the first half.
	expect((await fetch(`http://127.0.0.1:${port}/api/health/live`)).status).toBe(200);

	const ended = once(server, 'exit');
	server.kill('SIGTERM');
	await expect
		.poll(() =>
			fetch(`http://127.0.0.1:${port}/api/health/live`).then(
				() => 'answered',
				() => 'refused'
			)
		)
		.toBe('refused');
	expect(server.exitCode).toBeNull();
	begun.end(form.slice(10));
	const [answer] = (await answered) as [{ statusCode: number }];
	expect(answer.statusCode).toBe(303);
	expect((await ended)[0]).toBe(0);
	database.remove();
});
