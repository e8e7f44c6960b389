import type { Handle } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { building } from '$app/environment';
import { database } from '$lib/server/db/app';
import { migrateToLatest } from '$lib/server/db/migrate';
import { paraglideMiddleware } from '$lib/paraglide/server';

export async function init(): Promise<void> {
	if (building) return;
	await migrateToLatest(database().db);
}

const language: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, ({ request, locale }) => {
		event.request = request;
		return resolve(event, {
			transformPageChunk: ({ html }) => html.replace('%lang%', locale).replace('%dir%', 'ltr')
		});
	});

const visitor: Handle = ({ event, resolve }) => {
	event.locals.actor = null;
	event.locals.sessionId = null;
	return resolve(event);
};

export const handle = sequence(language, visitor);
