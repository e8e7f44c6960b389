import type { Actor } from '$lib/server/auth/actor';

declare global {
	namespace App {
		interface Locals {
			/** Who is signed in, with every factor the role asks for; null for a visitor. */
			actor: Actor | null;
			/** Of the present session, so that it can be ended. */
			sessionId: string | null;
		}
		interface PageData {
			actor: { name: string; role: Actor['role'] } | null;
			demo: boolean;
		}
		interface Error {
			message: string;
			/** Quoted by a person, found in the log. */
			id?: string;
		}
	}
}

export {};
